package hearsay.tables;

/** Why the day of an article is in doubt. Such an article enters no window of days with others, and no count of a day. */
public enum DateDoubt implements Value {
    @Says("the day is implausible, and the settings keep it")
    NOT_BELIEVED,
    @Says("the metadata give a date of no known form, and nothing else gives a day")
    NOT_UNDERSTOOD,
    @Says("nothing gives a day: the article is filed under the day of the run that read it first")
    NO_DAY,
    @Says("the url gives the month only: the article is filed under the first day of it")
    MONTH_ONLY;
}

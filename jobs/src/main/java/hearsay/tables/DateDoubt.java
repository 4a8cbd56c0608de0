package hearsay.tables;

/** Why the day of an article is in doubt. */
public enum DateDoubt implements Value {
    @Says("the day is implausible, and the settings keep it")
    NOT_BELIEVED,
    @Says("the metadata give a date of no known form, and nothing else gives a day")
    NOT_UNDERSTOOD;
}

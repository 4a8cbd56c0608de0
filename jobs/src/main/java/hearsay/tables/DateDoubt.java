package hearsay.tables;

/** Why the day of an article is in doubt. */
public enum DateDoubt implements Value {
    NOT_BELIEVED("not believed", "the day is implausible, and the settings keep it"),
    NOT_UNDERSTOOD("not understood", "the metadata give a date of no known form, and nothing else gives a day");

    private final String word;
    private final String says;

    DateDoubt(String word, String says) {
        this.word = word;
        this.says = says;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String says() {
        return says;
    }
}

package hearsay.tables;

import java.util.List;

/** Where the day of an article comes from. */
public enum DateFrom implements Value {
    METADATA("metadata", "a field of the file gives it"),
    HEADER("header", "one of the first lines of the text gives it"),
    PATH("path", "the url or the path of the file gives it"),
    FILE("file", "the crawl, or the time at which the file was last written, gives it"),
    RUN_DATE("run_date", "nothing gives it, and the article has the day of the run");

    /** The sources by which the article itself names its day, as against the day of a crawl or a run. */
    public static final List<String> OWN = List.of(METADATA.word, HEADER.word, PATH.word);

    private final String word;
    private final String says;

    DateFrom(String word, String says) {
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

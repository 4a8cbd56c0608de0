package hearsay.tables;

import java.util.List;
import java.util.Locale;

/** Where the day of an article comes from. */
public enum DateFrom implements Value {
    @Says("a field of the file gives it")
    METADATA,
    @Says("one of the first lines of the text gives it")
    HEADER,
    @Says("the url or the path of the file gives it")
    PATH,
    @Says("the crawl, or the time at which the file was last written, gives it")
    FILE,
    @Says("nothing gives it, and the article is filed under the day of the run")
    RUN_DATE;

    /** The sources by which the article itself names its day, as against the day of a crawl or a run. */
    public static final List<String> OWN = List.of(METADATA.word(), HEADER.word(), PATH.word());

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

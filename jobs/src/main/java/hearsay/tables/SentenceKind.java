package hearsay.tables;

import java.util.List;
import java.util.stream.Stream;

/** What the paragraph of a sentence is. */
public enum SentenceKind implements Value {
    @Says("the headline")
    TITLE,
    @Says("running text")
    BODY,
    @Says("a line between paragraphs that no full stop ends")
    HEADING,
    @Says("what the outlet prints around many articles; it gives no names and no quotes")
    BOILERPLATE,
    @Says("an earlier paragraph of the article once more; it gives no names and no quotes")
    REPEAT;

    /** The kinds that give names and quotes. */
    public static final List<String> READ =
            Stream.of(TITLE, BODY, HEADING).map(SentenceKind::word).toList();
}

package hearsay.tables;

import java.util.List;
import java.util.stream.Stream;

/** What the paragraph of a sentence is. */
public enum SentenceKind implements Value {
    TITLE("title", "the headline"),
    BODY("body", "running text"),
    HEADING("heading", "a line between paragraphs that no full stop ends"),
    BOILERPLATE("boilerplate", "what the outlet prints around many articles; it gives no names and no quotes"),
    REPEAT("repeat", "an earlier paragraph of the article once more; it gives no names and no quotes");

    /** The kinds that give names and quotes. */
    public static final List<String> READ =
            Stream.of(TITLE, BODY, HEADING).map(SentenceKind::word).toList();

    private final String word;
    private final String says;

    SentenceKind(String word, String says) {
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

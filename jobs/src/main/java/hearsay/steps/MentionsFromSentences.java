package hearsay.steps;

import static org.apache.spark.sql.functions.col;

import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.SentenceKind;
import hearsay.tables.Tables;
import hearsay.text.names.MentionSpans;
import hearsay.text.names.NameSpan;
import hearsay.text.names.Roles;
import hearsay.text.sentences.Asides;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * sentences -> one row per name, trimmed, with the role next to a person; not yet with its entity.
 *
 * <p>Only titles, body and headings give names: what boilerplate and repeated paragraphs name was not written for this
 * article, or counts already.
 */
public final class MentionsFromSentences {
    private MentionsFromSentences() {}

    /** @param limits of one article; the caller leaves out the refused, of which some sentences give names */
    public static Dataset<Row> derive(Dataset<Row> sentences, ArticleLimits limits) {
        Records<Sentence> in = Tables.SENTENCES.records();
        return Tables.MENTIONS
                .records()
                .rows(
                        sentences.where(col("kind").isInCollection(SentenceKind.READ)),
                        row -> mentions(in.record(row), limits));
    }

    private static Iterator<Mention> mentions(Sentence sentence, ArticleLimits limits) {
        if (hasNoName(sentence)) { // every other sentence: the limits' change of thread costs more than it does
            return Collections.emptyIterator();
        }
        return limits.rows(sentence.articleId(), () -> {
                    String text = Asides.blanked(sentence.text());
                    return MentionSpans.of(text, sentence.begin(), sentence.tokens()).stream()
                            .map(span -> mention(sentence, text, span))
                            .toList();
                })
                .iterator();
    }

    private static boolean hasNoName(Sentence sentence) {
        return sentence.tokens() != null
                && sentence.tokens().stream()
                        .allMatch(token ->
                                token.entity() == null || token.entity().equals("O"));
    }

    /** A name that goes on behind an aside, as "Jr." may, ends before it: it is what stands in the article. */
    private static Mention mention(Sentence sentence, String text, NameSpan span) {
        int begin = span.begin() - sentence.begin();
        int end = Asides.firstBlanked(sentence.text(), text, begin, span.end() - sentence.begin());
        while (Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return new Mention(
                sentence.articleId(),
                Ids.span(sentence.articleId(), span.begin(), sentence.begin() + end),
                sentence.sentence(),
                span.begin(),
                sentence.begin() + end,
                text.substring(begin, end),
                span.type(),
                span.type().equals("PER") ? Roles.of(text, begin, end) : null,
                null,
                span.confidence(),
                0,
                sentence.dateDoubt(),
                null,
                sentence.publishedDate());
    }
}

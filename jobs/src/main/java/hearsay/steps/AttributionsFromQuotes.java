package hearsay.steps;

import hearsay.tables.Mention;
import hearsay.tables.NoSpeaker;
import hearsay.tables.Quote;
import hearsay.tables.QuoteAct;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.quotes.Name;
import hearsay.text.quotes.Speaker;
import hearsay.text.quotes.Statements.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * quotes + mentions -> the same quotes with the speaker's entity, who decided and how sure, or the reason for none; and the
 * entities named inside.
 *
 * <p>What a quote already says of its speaker is not read: the step run on its own output gives the same rows, so that
 * archived quotes can be attributed again when entities change.
 */
public final class AttributionsFromQuotes {
    private AttributionsFromQuotes() {}

    /**
     * @param quotes of {@link QuotesWithNames#derive}
     * @param limits of one article; where the rules fail, its quotes have no speaker, and say so
     * @return the rows of {@link Tables#QUOTES} with speakers
     */
    public static Dataset<Row> derive(Dataset<Row> quotes, ArticleLimits limits) {
        Records<QuotesWithNames.Read> in = Records.of(QuotesWithNames.Read.class);
        return Tables.QUOTES.records().rows(quotes, row -> {
            QuotesWithNames.Read article = in.record(row);
            return limits.within(
                            () -> attributed(article),
                            reason -> unattributed(article.quotes(), NoSpeaker.GAVE_UP.with(reason)))
                    .iterator();
        });
    }

    private static List<Quote> attributed(QuotesWithNames.Read article) {
        List<Name> names = article.inOrder();
        List<Quote> quotes = article.quotesInOrder();
        List<Statement> statements = article.statements();
        List<Quote> attributed = new ArrayList<>(quotes.size());
        for (int q = 0; q < quotes.size(); q++) {
            attributed.add(attributed(quotes.get(q), statements.get(q), about(quotes.get(q), names)));
        }
        return attributed;
    }

    private static List<Quote> unattributed(List<Quote> quotes, String reason) {
        return quotes.stream()
                .map(quote -> attributed(
                        quote, new Statement(Speaker.none(reason, 0), QuoteAct.SAID, 0, 0, Map.of()), List.of()))
                .toList();
    }

    /** The entities named inside the quotation, each once, in the order of the text. */
    private static List<String> about(Quote quote, List<Name> names) {
        Set<String> about = new LinkedHashSet<>();
        for (int n = Name.firstFrom(names, quote.begin());
                n < names.size() && names.get(n).mention().begin() < quote.end();
                n++) {
            Mention mention = names.get(n).mention();
            boolean inside = quote.parts().stream()
                    .anyMatch(part -> part.begin() <= mention.begin() && mention.end() <= part.end());
            if (inside && mention.entityId() != null) {
                about.add(mention.entityId());
            }
        }
        return List.copyOf(about);
    }

    private static Quote attributed(Quote q, Statement statement, List<String> about) {
        Speaker speaker = statement.speaker();
        return q.withSpeakers(
                speaker.all(),
                speaker.decidedBy(),
                statement.confidence(),
                speaker.noSpeakerBecause(),
                about,
                statement.act().word(),
                statement.speakerConfidence());
    }
}

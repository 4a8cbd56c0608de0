package hearsay.steps;

import static hearsay.steps.ArticlesWithSentences.columns;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.Mention;
import hearsay.tables.NoSpeaker;
import hearsay.tables.Quote;
import hearsay.tables.QuoteKind;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import hearsay.text.quotes.Name;
import hearsay.text.quotes.Quotation;
import hearsay.text.quotes.Speakers;
import hearsay.text.quotes.Speakers.Speaker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
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

    /** A mention with what is known of its entity. */
    private record NameRow(Mention mention, String name, List<String> roles) {}

    /** An article with what it says and whom it names. */
    private record Read(
            String articleId, String text, List<Sentence> sentences, List<NameRow> names, List<Quote> quotes) {}

    /**
     * @param articles  rows of {@link Tables#ARTICLES}
     * @param sentences rows of {@link Tables#SENTENCES}
     * @param mentions  rows of {@link Tables#MENTIONS}, with their entities
     * @param entities  rows of {@link Tables#ENTITIES}
     * @param roles     what the entities are called by the days of the articles, of {@link RolesFromMentions}
     * @param quotes    rows of {@link Tables#QUOTES}, with or without speakers
     * @param limits    of one article; where the rules fail, its quotes have no speaker, and say so
     * @return the rows of {@link Tables#QUOTES} with speakers
     */
    public static Dataset<Row> derive(
            Dataset<Row> articles,
            Dataset<Row> sentences,
            Dataset<Row> mentions,
            Dataset<Row> entities,
            Dataset<Row> roles,
            Dataset<Row> quotes,
            ArticleLimits limits) {
        Dataset<Row> read = quotes.groupBy("article_id")
                .agg(collect_list(struct(columns(Tables.QUOTES.schema().fieldNames())))
                        .as("quotes"))
                .join(ArticlesWithSentences.of(articles, sentences), "article_id")
                .join(named(mentions, entities, roles), new String[] {"article_id"}, "left");
        Records<Read> in = Records.of(Read.class);
        return Tables.QUOTES.records().rows(read, row -> {
            Read article = in.record(row);
            return limits.within(
                            () -> attributed(article),
                            reason -> unattributed(article.quotes, NoSpeaker.GAVE_UP.with(reason)))
                    .iterator();
        });
    }

    private static Dataset<Row> named(Dataset<Row> mentions, Dataset<Row> entities, Dataset<Row> roles) {
        return mentions.join(entities.select("entity_id", "name"), new String[] {"entity_id"}, "left")
                .join(roles, new String[] {"entity_id", "published_date"}, "left")
                .select(
                        col("article_id"),
                        struct(
                                        struct(columns(Tables.MENTIONS.schema().fieldNames()))
                                                .as("mention"),
                                        col("name"),
                                        col("roles"))
                                .as("row"))
                .groupBy("article_id")
                .agg(collect_list(col("row")).as("names"));
    }

    private static List<Quote> attributed(Read article) {
        List<Sentence> sentences = article.sentences.stream()
                .sorted(Comparator.comparingInt(Sentence::sentence))
                .toList();
        List<Quote> quotes = article.quotes.stream()
                .sorted(Comparator.comparingInt(Quote::begin).thenComparingInt(Quote::end))
                .toList();
        List<Name> names = (article.names == null ? List.<NameRow>of() : article.names)
                .stream()
                        .map(row -> new Name(row.mention, row.name, row.roles == null ? List.of() : row.roles))
                        .sorted(Comparator.comparingInt(
                                (Name name) -> name.mention().begin()))
                        .toList();
        List<Quotation> quotations =
                quotes.stream().map(AttributionsFromQuotes::quotation).toList();
        List<Speaker> speakers = Speakers.resolve(article.text, sentences, names, quotations);
        List<Quote> attributed = new ArrayList<>(quotes.size());
        for (int q = 0; q < quotes.size(); q++) {
            attributed.add(attributed(quotes.get(q), speakers.get(q), about(quotes.get(q), names)));
        }
        return attributed;
    }

    private static List<Quote> unattributed(List<Quote> quotes, String reason) {
        return quotes.stream()
                .map(quote -> attributed(quote, new Speaker(null, null, null, 0, reason), List.of()))
                .toList();
    }

    private static Quotation quotation(Quote quote) {
        return new Quotation(
                quote.parts(),
                quote.cueBegin() == null ? null : new Span(quote.cueBegin(), quote.cueEnd()),
                quote.sourceBegin() == null ? null : new Span(quote.sourceBegin(), quote.sourceEnd()),
                QuoteKind.of(quote.kind()));
    }

    /** The entities named inside the quotation, each once, in the order of the text. */
    private static List<String> about(Quote quote, List<Name> names) {
        Set<String> about = new LinkedHashSet<>();
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).mention().begin() < quote.begin()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int n = low; n < names.size() && names.get(n).mention().begin() < quote.end(); n++) {
            Mention mention = names.get(n).mention();
            boolean inside = quote.parts().stream()
                    .anyMatch(part -> part.begin() <= mention.begin() && mention.end() <= part.end());
            if (inside && mention.entityId() != null) {
                about.add(mention.entityId());
            }
        }
        return List.copyOf(about);
    }

    private static Quote attributed(Quote q, Speaker speaker, List<String> about) {
        return q.withSpeaker(
                speaker.entityId(),
                speaker.name(),
                speaker.decidedBy(),
                speaker.confidence(),
                speaker.noSpeakerBecause(),
                about);
    }
}

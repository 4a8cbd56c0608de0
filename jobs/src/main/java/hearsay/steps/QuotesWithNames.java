package hearsay.steps;

import static hearsay.steps.ArticlesWithSentences.columns;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.QuoteKind;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import hearsay.text.quotes.Name;
import hearsay.text.quotes.Quotation;
import hearsay.text.quotes.Statements;
import hearsay.text.quotes.Statements.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** quotes + mentions -> articles with their quotes, and the names that say who speaks. */
public final class QuotesWithNames {
    private QuotesWithNames() {}

    /** A mention with what is known of its entity. */
    record NameRow(Mention mention, String name, List<String> roles) {}

    /** An article with what it says and whom it names. */
    record Read(String articleId, String text, List<Sentence> sentences, List<NameRow> names, List<Quote> quotes) {
        List<Quote> quotesInOrder() {
            return quotes.stream()
                    .sorted(Comparator.comparingInt(Quote::begin).thenComparingInt(Quote::end))
                    .toList();
        }

        List<Name> inOrder() {
            return (names == null ? List.<NameRow>of() : names)
                    .stream()
                            .map(row -> new Name(row.mention, row.name, row.roles == null ? List.of() : row.roles))
                            .sorted(Comparator.comparingInt(
                                    (Name name) -> name.mention().begin()))
                            .toList();
        }

        /** The quotations of the quotes, in their order; none where the article has no quotes. */
        List<Quotation> quotations() {
            if (quotes == null) {
                return List.of();
            }
            Map<String, Span> spans = new HashMap<>();
            quotes.forEach(quote -> spans.put(quote.quoteId(), new Span(quote.begin(), quote.end())));
            return quotesInOrder().stream()
                    .map(quote -> quotation(quote, spans))
                    .toList();
        }

        /** What the quotes state, in their order. */
        List<Statement> statements() {
            List<Sentence> inOrder = sentences.stream()
                    .sorted(Comparator.comparingInt(Sentence::sentence))
                    .toList();
            return Statements.of(text, inOrder, inOrder(), quotations());
        }
    }

    /**
     * @param articles  rows of {@link Tables#ARTICLES}
     * @param sentences rows of {@link Tables#SENTENCES}
     * @param mentions  rows of {@link Tables#MENTIONS}, with their entities
     * @param entities  rows of {@link Tables#ENTITIES}
     * @param roles     what the entities are called by the days of the articles, of {@link RolesFromMentions}
     * @param quotes    rows of {@link Tables#QUOTES}, with or without speakers
     * @return one row for each article that has quotes: its text, sentences, quotes and names
     */
    public static Dataset<Row> derive(
            Dataset<Row> articles,
            Dataset<Row> sentences,
            Dataset<Row> mentions,
            Dataset<Row> entities,
            Dataset<Row> roles,
            Dataset<Row> quotes) {
        return quotes.groupBy("article_id")
                .agg(collect_list(struct(columns(Tables.QUOTES.schema().fieldNames())))
                        .as("quotes"))
                .join(ArticlesWithSentences.of(articles, sentences), "article_id")
                .join(named(mentions, entities, roles), new String[] {"article_id"}, "left");
    }

    static Dataset<Row> named(Dataset<Row> mentions, Dataset<Row> entities, Dataset<Row> roles) {
        return mentions.join(entities.select("entity_id", "name"), new String[] {"entity_id"}, "left")
                .withColumn("undated", col("date_doubt").isNotNull())
                .join(roles, new String[] {"entity_id", "undated", "published_date"}, "left")
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

    private static Quotation quotation(Quote quote, Map<String, Span> spans) {
        return new Quotation(
                quote.parts(),
                quote.cueBegin() == null ? null : new Span(quote.cueBegin(), quote.cueEnd()),
                quote.sourceBegin() == null ? null : new Span(quote.sourceBegin(), quote.sourceEnd()),
                QuoteKind.of(quote.kind()),
                quote.verbatim() == null
                        ? List.of()
                        : quote.verbatim().stream()
                                .map(words -> new Span(words.begin(), words.end()))
                                .toList(),
                quote.inside() == null ? null : spans.get(quote.inside()));
    }
}

package hearsay.steps;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.tables.Article;
import hearsay.tables.Entity;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.Sentence;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import hearsay.text.quotes.MarkedText;
import hearsay.text.quotes.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The three seeds by the rules alone, their names tagged by a list as a perfect tagger would. */
class QuotesOfSeedsTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 18);
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("Dmitry Peskov|Peskov", "PER:Dmitry Peskov"),
            Map.entry("Vladimir Putin|Putin|Vladimir(?=, focus)", "PER:Vladimir Putin"),
            Map.entry("Donald Trump|Trump", "PER:Donald Trump"),
            Map.entry("Benjamin Netanyahu|Netanyahu", "PER:Benjamin Netanyahu"),
            Map.entry("Ali Khamenei|Khamenei", "PER:Ali Khamenei"),
            Map.entry("Masoud Pezeshkian", "PER:Masoud Pezeshkian"),
            Map.entry("Mohammed bin Zayed Al Nahyan", "PER:Mohammed bin Zayed Al Nahyan"),
            Map.entry("Kremlin", "ORG:Kremlin"),
            Map.entry("Israel(?!i)", "LOC:Israel"),
            Map.entry("Iran(?!ian)", "LOC:Iran"),
            Map.entry("Russia(?!n)|Moscow", "LOC:Russia"),
            Map.entry("Ukraine", "LOC:Ukraine"));

    private static final Map<String, String> TEXTS = new TreeMap<>();
    private static Dataset<Row> articles;
    private static Dataset<Row> sentences;
    private static Dataset<Row> mentions;
    private static Dataset<Row> entities;
    private static Dataset<Row> roles;
    private static Dataset<Row> quotes;

    @BeforeAll
    static void quotesOfSeeds() throws IOException {
        List<Article> articleRows = new ArrayList<>();
        List<Sentence> sentenceRows = new ArrayList<>();
        List<Mention> mentionRows = new ArrayList<>();
        Map<String, Entity> entityRows = new TreeMap<>();
        try (Stream<Path> files = Files.list(Path.of("seeds")).sorted()) {
            for (Path file : files.toList()) {
                String id = file.getFileName().toString().substring(0, 3);
                String text = Files.readString(file);
                MarkedText marked = MarkedText.of(marked(text));
                assertThat(marked.text()).isEqualTo(text);
                TEXTS.put(id, text);
                articleRows.add(new Article(
                        id,
                        id,
                        null,
                        null,
                        null,
                        List.of(),
                        null,
                        null,
                        "run_date",
                        "en",
                        text,
                        "h",
                        List.of(),
                        null,
                        "r",
                        null,
                        null,
                        DAY));
                for (Sentence s : marked.sentences()) {
                    sentenceRows.add(new Sentence(
                            id,
                            s.sentence(),
                            s.paragraph(),
                            s.begin(),
                            s.end(),
                            s.kind(),
                            s.text(),
                            s.tokens(),
                            null,
                            DAY));
                }
                for (Name name : marked.names()) {
                    Mention m = name.mention();
                    mentionRows.add(new Mention(
                            id,
                            id + m.mentionId(),
                            m.sentence(),
                            m.begin(),
                            m.end(),
                            m.text(),
                            m.type(),
                            m.role(),
                            m.entityId(),
                            1,
                            1,
                            null,
                            null,
                            DAY));
                    entityRows.putIfAbsent(
                            m.entityId(),
                            new Entity(
                                    m.entityId(),
                                    m.entityId(),
                                    m.type(),
                                    List.of(),
                                    name.roles(),
                                    1,
                                    1,
                                    DAY,
                                    DAY,
                                    null,
                                    0,
                                    0,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null,
                                    null));
                }
            }
        }
        articles = rows(Tables.ARTICLES, articleRows);
        sentences = rows(Tables.SENTENCES, sentenceRows);
        mentions = rows(Tables.MENTIONS, mentionRows);
        entities = rows(Tables.ENTITIES, List.copyOf(entityRows.values()));
        roles = entities.select(
                col("entity_id"), lit(false).as("undated"), lit(DAY).as("published_date"), col("roles"));
        Dataset<Row> unattributed = QuotesFromSentences.derive(articles, sentences, ArticleLimits.none())
                .localCheckpoint();
        quotes = AttributionsFromQuotes.derive(
                        QuotesWithNames.derive(articles, sentences, mentions, entities, roles, unattributed),
                        ArticleLimits.none())
                .localCheckpoint();
    }

    @Test
    void everyQuotedSpanHasItsSpeakerAndNothingElseInMarksIsAQuote() {
        assertThat(quotes().stream()
                        .filter(quote -> !quote.kind().equals("indirect"))
                        .map(quote -> quote.articleId() + " " + quote.speaker() + ": " + shortened(quote.text()))
                        .toList())
                .containsExactly(
                        "000 Dmitry Peskov: “The situation is  ... y is absolute,”",
                        "000 Dmitry Peskov: the urgent need fo ... ional stability",
                        "000 Dmitry Peskov: “President [Vladim ... tion services,”",
                        "000 Dmitry Peskov: that “at present,  ... a peace track.”",
                        "002 Vladimir Putin: \"We are not imposi ... le resolution,\"",
                        "002 Vladimir Putin: \"I don't even want ... a possibility.\"",
                        "002 Ali Khamenei: Washington’s invol ... amage to them.\"",
                        "002 Donald Trump: \"Do me a favor, me ... ut this later.\"",
                        "002 Vladimir Putin: Russia’s determina ... tarize\" Ukraine",
                        "003 Vladimir Putin: the situation as “delicate,”",
                        "003 Vladimir Putin: “a solution could be found,”");
    }

    @Test
    void everyTextIsTheArticlesAtItsOffsets() {
        for (Quote quote : quotes()) {
            String text = TEXTS.get(quote.articleId());
            assertThat(text.substring(quote.begin(), quote.end())).isEqualTo(quote.text());
            assertThat(text.substring(quote.sourceBegin(), quote.sourceEnd())).isEqualTo(quote.sourceText());
            assertThat(text.substring(quote.cueBegin(), quote.cueEnd())).isEqualTo(quote.cue());
            assertThat(quote.parts().get(0).begin()).isEqualTo(quote.begin());
            assertThat(text.substring(0, quote.begin()).strip()).endsWith(quote.before());
            assertThat(text.substring(quote.end()).strip()).startsWith(quote.after());
        }
    }

    @Test
    void aSpeakerHasAConfidenceAndNoneHasAReason() {
        assertThat(quotes()).allSatisfy(quote -> {
            boolean known = quote.speakerId() != null;
            assertThat(quote.noSpeakerBecause() == null).isEqualTo(known);
            assertThat(quote.decidedBy() != null).isEqualTo(known);
            assertThat(quote.confidence() > 0).isEqualTo(known);
            assertThat(quote.speakerConfidence() > 0).isEqualTo(known);
            assertThat(quote.confidence()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void attributedAgainTheRowsAreTheSame() {
        Dataset<Row> again = AttributionsFromQuotes.derive(
                QuotesWithNames.derive(articles, sentences, mentions, entities, roles, quotes), ArticleLimits.none());
        assertThat(again.orderBy("quote_id").collectAsList())
                .isEqualTo(quotes.orderBy("quote_id").collectAsList());
    }

    @Test
    void whoIsNamedInsideIsWhatTheQuoteIsAbout() {
        Quote mediation = quotes().stream()
                .filter(quote -> quote.text().startsWith("“President [Vladimir]"))
                .findFirst()
                .orElseThrow();
        assertThat(mediation.about()).containsExactly("Vladimir Putin", "Russia");
        List<String> links =
                SpeakerLinksFromQuotes.derive(quotes, entities, Defaults.QUOTES, Defaults.PAIRS)
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0) + " on " + row.getString(1) + ": " + row.getLong(2) + " in "
                                + row.getLong(3))
                        .toList();
        assertThat(links)
                .contains("Dmitry Peskov on Vladimir Putin: 1 in 1")
                .noneMatch(link -> link.startsWith("Dmitry Peskov on Dmitry"));
    }

    @Test
    void eachOfThoseWhoSpeakTogetherSpeaksAboutThoseNamed() {
        Column two = array(
                struct(
                        lit("Dmitry Peskov").as("speaker_id"),
                        lit("Dmitry Peskov").as("speaker")),
                struct(lit("Ali Khamenei").as("speaker_id"), lit("Ali Khamenei").as("speaker")));
        Dataset<Row> one = quotes.where(col("text").startsWith("“President [Vladimir]"));
        assertThat(speakerLinks(one.withColumn("speakers", two)))
                .contains("Dmitry Peskov on Vladimir Putin", "Ali Khamenei on Vladimir Putin");
        assertThat(speakerLinks(
                        one.withColumn("speakers", lit(null).cast(two.expr().dataType()))))
                .contains("Dmitry Peskov on Vladimir Putin")
                .noneMatch(link -> link.startsWith("Ali Khamenei"));
    }

    private static List<String> speakerLinks(Dataset<Row> rows) {
        return SpeakerLinksFromQuotes.derive(rows, entities, Defaults.QUOTES, Defaults.PAIRS).collectAsList().stream()
                .map(row -> row.getString(0) + " on " + row.getString(1))
                .toList();
    }

    private static List<Quote> quotes() {
        return quotes.collectAsList().stream()
                .map(Tables.QUOTES.records()::record)
                .sorted(Comparator.comparing(Quote::articleId).thenComparing(Quote::begin))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= 32
                ? text
                : text.substring(0, 18) + " ... "
                        + text.substring(text.length() - 15).strip();
    }

    private static String marked(String text) {
        String marked = text;
        for (Map.Entry<String, String> name : new TreeMap<>(NAMES).entrySet()) {
            marked = marked.replaceAll("(?<![\\p{L}:])(" + name.getKey() + ")", "{" + name.getValue() + "  $1}");
        }
        return marked.replace("¶", "");
    }

    private static <R extends Record> Dataset<Row> rows(Table<R> table, List<R> rows) {
        return table.rows(TestSpark.session(), rows);
    }
}

package hearsay;

import static hearsay.store.Made.made;

import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.Article;
import hearsay.tables.CoMention;
import hearsay.tables.CoMentionPair;
import hearsay.tables.Entity;
import hearsay.tables.Evidence;
import hearsay.tables.Fact;
import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.QuoteGroup;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.SpeakerLink;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import hearsay.tables.Verbatim;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;

/** One published night of made-up rows, for tests that read tables: made once in a JVM, and nobody writes to it. */
public final class SmallWarehouse {
    /** A person whose name is a formula, markup and two lines. */
    public static final String HOSTILE = "=cmd|' /C calc'!A0 \"<b>&\"\n\u0007X";

    public static final String HOSTILE_WORDS = "=HYPERLINK(\"http://x.example\",\"y\"); a, b\r\n@SUM(1)\u0000\u0007";
    public static final LocalDate MONDAY = LocalDate.parse("2025-03-03");
    public static final LocalDate TUESDAY = LocalDate.parse("2025-03-04");
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-04-01");
    private static String path;

    private final List<Article> articles = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();
    private final List<Mention> mentions = new ArrayList<>();

    private SmallWarehouse() {}

    /** Its folder. */
    public static synchronized String path() {
        if (path == null) {
            try {
                Path folder = Files.createTempDirectory("small-warehouse");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
                path = folder.resolve("warehouse").toString();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            new SmallWarehouse().publish(path);
        }
        return path;
    }

    public static String id(String type, String name) {
        return Ids.entity(type, name);
    }

    private void publish(String to) {
        String ada = id("PER", "Ada Brook");
        String carl = id("PER", "Carl Dunn");
        String hostile = id("PER", HOSTILE);
        String board = id("ORG", "Harbour Board");
        article("one", "a.example", MONDAY, null);
        article("two", "b.example", TUESDAY, null);
        article("undated", "b.example", RUN_DATE, "no day");
        quote("one", 0, "Ada Brook", "said", 0.95, "“The harbour stays open,”", List.of(board));
        quote("two", 1, "Ada Brook", "thinks", 0.9, "the harbour is safe", List.of(board, carl));
        quote("two", 2, "Carl Dunn", "denied", 0.9, "that he sold the harbour", List.of(board));
        quote("two", 3, "Carl Dunn", "said", 0.6, "the bridge is old", List.of(ada));
        quote("two", 4, null, "said", 0, "“Nobody knows,”", List.of());
        quote("two", 5, HOSTILE, "said", 0.85, HOSTILE_WORDS, List.of(ada));
        quote("undated", 6, "Ada Brook", "said", 0.97, "“Carl is right,”", List.of(carl));
        mention("one", 0, "Ada Brook", ada);
        mention("one", 10, "Brook", ada);
        mention("two", 0, "Brook", ada);
        mention("two", 10, "Carl Dunn", carl);
        mention("two", 20, "Dunn", carl);
        mention("two", 30, HOSTILE, hostile);
        mention("undated", 0, "Ada Brook", ada);
        try (Night night =
                Warehouse.at(TestSpark.session(), to).begin(RUN_DATE, "input", new Versions("test", "none", "none"))) {
            stage(night, Tables.ARTICLES, articles, Set.of(MONDAY, TUESDAY, RUN_DATE));
            stage(night, Tables.QUOTES, quotes, Set.of(MONDAY, TUESDAY, RUN_DATE));
            stage(night, Tables.MENTIONS, mentions, Set.of(MONDAY, TUESDAY, RUN_DATE));
            night.stage(
                    Tables.ENTITIES,
                    rows(
                            Tables.ENTITIES,
                            List.of(
                                    entity("PER", "Ada Brook", List.of("Brook", "Ada Brook"), 3, 4, MONDAY, TUESDAY),
                                    entity("PER", "Carl Dunn", List.of("Carl Dunn", "Dunn"), 1, 2, TUESDAY, TUESDAY),
                                    entity("PER", HOSTILE, List.of(HOSTILE), 1, 1, TUESDAY, TUESDAY),
                                    entity("ORG", "Harbour Board", List.of("Harbour Board"), 2, 3, null, null),
                                    entity("ORG", "Brook", List.of("Brook"), 1, 1, TUESDAY, TUESDAY))));
            List<CoMention> met = List.of(
                    coMention(ada, board, MONDAY, 1),
                    coMention(ada, board, TUESDAY, 1),
                    coMention(ada, hostile, TUESDAY, 2));
            stage(night, Tables.CO_MENTIONS, met, Set.of(MONDAY, TUESDAY));
            night.stage(
                    Tables.CO_MENTION_NETWORK,
                    rows(
                            Tables.CO_MENTION_NETWORK,
                            List.of(
                                    pair(ada, "Ada Brook", board, "Harbour Board", 2, 1.5, MONDAY),
                                    pair(ada, "Ada Brook", hostile, HOSTILE, 2, -0.5, TUESDAY))));
            stage(
                    night,
                    Tables.SPEAKER_LINKS,
                    List.of(made(
                            SpeakerLink.class,
                            "speakerId",
                            ada,
                            "aboutId",
                            board,
                            "quotes",
                            1L,
                            "articles",
                            1L,
                            "publishedDate",
                            MONDAY)),
                    Set.of(MONDAY));
            night.stage(
                    Tables.QUOTE_GROUPS,
                    rows(
                            Tables.QUOTE_GROUPS,
                            quotes.stream()
                                    .map(quote -> made(
                                            QuoteGroup.class,
                                            "groupId",
                                            quote.quoteId(),
                                            "text",
                                            quote.text(),
                                            "speaker",
                                            quote.speaker(),
                                            "articles",
                                            1L,
                                            "quotes",
                                            List.of(quote.quoteId())))
                                    .toList()));
            night.publish(Defaults.CHECKS, new RunReport(), true);
        }
    }

    private static <R extends Record> void stage(Night night, Table<R> table, List<R> rows, Set<LocalDate> days) {
        night.stage(table, rows(table, rows), days);
    }

    private static <R extends Record> org.apache.spark.sql.Dataset<org.apache.spark.sql.Row> rows(
            Table<R> table, List<R> records) {
        return table.rows(TestSpark.session(), records);
    }

    private void article(String name, String outlet, LocalDate day, String doubt) {
        articles.add(made(
                Article.class,
                "articleId",
                Ids.hash(name),
                "path",
                name + ".txt",
                "source",
                outlet,
                "title",
                "On " + name,
                "url",
                "https://" + outlet + "/" + name,
                "text",
                "Text of " + name,
                "textHash",
                name,
                "runId",
                "run",
                "dateDoubt",
                doubt,
                "publishedDate",
                day));
    }

    private Article article(String name) {
        return articles.stream()
                .filter(article -> article.articleId().equals(Ids.hash(name)))
                .findFirst()
                .orElseThrow();
    }

    private void quote(
            String article, int begin, String speaker, String act, double confidence, String text, List<String> about) {
        boolean direct = text.startsWith("“");
        quotes.add(made(
                Quote.class,
                "articleId",
                Ids.hash(article),
                "quoteId",
                Ids.span(article, begin, begin + 1),
                "kind",
                direct ? "direct" : "indirect",
                "begin",
                begin,
                "end",
                begin + 1,
                "before",
                "Before, she said:",
                "text",
                text,
                "after",
                "and left.",
                "sourceText",
                speaker,
                "speakerId",
                speaker == null ? null : id("PER", speaker),
                "speaker",
                speaker,
                "speakers",
                speaker == null ? List.of() : List.of(new QuoteSpeaker(id("PER", speaker), speaker)),
                "decidedBy",
                speaker == null ? null : "rule name",
                "confidence",
                confidence,
                "noSpeakerBecause",
                speaker == null ? "no source was found" : null,
                "about",
                about,
                "act",
                act,
                "speakerConfidence",
                confidence,
                "dateDoubt",
                article(article).dateDoubt(),
                "verbatim",
                direct
                        ? List.of(new Verbatim(
                                begin + 1, begin + text.length() - 1, text.substring(1, text.length() - 1)))
                        : List.of(),
                "publishedDate",
                article(article).publishedDate()));
    }

    private void mention(String article, int begin, String text, String entity) {
        mentions.add(made(
                Mention.class,
                "articleId",
                Ids.hash(article),
                "mentionId",
                Ids.span(article, begin, begin + text.length()),
                "begin",
                begin,
                "end",
                begin + text.length(),
                "text",
                text,
                "type",
                "PER",
                "entityId",
                entity,
                "confidence",
                0.9,
                "entityConfidence",
                0.9,
                "dateDoubt",
                article(article).dateDoubt(),
                "publishedDate",
                article(article).publishedDate()));
    }

    private static Entity entity(
            String type,
            String name,
            List<String> aliases,
            long articles,
            long mentions,
            LocalDate first,
            LocalDate last) {
        return made(
                Entity.class,
                "entityId",
                id(type, name),
                "name",
                name,
                "type",
                type,
                "aliases",
                aliases,
                "articles",
                articles,
                "mentions",
                mentions,
                "firstSeen",
                first,
                "lastSeen",
                last,
                "degree",
                1L,
                "pagerank",
                1.0,
                "gender",
                name.equals("Ada Brook") ? "female" : null,
                "facts",
                name.equals("Ada Brook")
                        ? List.of(
                                new Fact("party", "Left", null, MONDAY),
                                new Fact("party", "Right", TUESDAY, null),
                                new Fact("country", "Norway", null, null))
                        : null,
                "field",
                name.equals("Ada Brook") ? "politics" : name.equals(HOSTILE) ? "media" : null,
                "country",
                name.equals("Ada Brook") ? "Sweden" : null);
    }

    private static List<String> sorted(String one, String other) {
        return Stream.of(one, other).sorted().collect(Collectors.toList());
    }

    private static CoMention coMention(String one, String other, LocalDate day, long stories) {
        return made(
                CoMention.class,
                "aId",
                sorted(one, other).get(0),
                "bId",
                sorted(one, other).get(1),
                "articles",
                stories,
                "sentences",
                stories,
                "weight",
                1.0,
                "stories",
                stories,
                "publishedDate",
                day);
    }

    private static CoMentionPair pair(
            String one, String name, String other, String otherName, long stories, double strength, LocalDate day) {
        boolean inOrder = sorted(one, other).get(0).equals(one);
        return made(
                CoMentionPair.class,
                "aId",
                sorted(one, other).get(0),
                "bId",
                sorted(one, other).get(1),
                "aName",
                inOrder ? name : otherName,
                "bName",
                inOrder ? otherName : name,
                "articles",
                stories,
                "sentences",
                stories,
                "stories",
                stories,
                "strength",
                strength,
                "firstSeen",
                day,
                "lastSeen",
                TUESDAY,
                "evidence",
                List.of(new Evidence(Ids.hash("one"), 1, "a.example", day, name + " met " + otherName)));
    }
}

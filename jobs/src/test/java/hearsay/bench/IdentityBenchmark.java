package hearsay.bench;

import com.sun.management.OperatingSystemMXBean;
import hearsay.Defaults;
import hearsay.SmallArchive;
import hearsay.TestSpark;
import hearsay.steps.ArticleLimits;
import hearsay.steps.ArticlesWithFurniture;
import hearsay.steps.ArticlesWithoutRepeats;
import hearsay.steps.CoMentionNetworkFromMentions;
import hearsay.steps.CoMentionsFromMentions;
import hearsay.steps.EntitiesFromMentions;
import hearsay.steps.EntitiesWithRanks;
import hearsay.steps.EntityRowsFromMentions;
import hearsay.steps.QuoteGroupsFromQuotes;
import hearsay.tables.Article;
import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * How the steps that say who is who grow with the archive: processor seconds for one, two, four times as many articles. Run:
 *
 * <pre>
 * mvn -q -o package -DskipTests -Dmdep.outputFile=target/test.classpath dependency:build-classpath
 * java @target/java.opts -cp target/test-classes:target/classes:$(cat target/test.classpath) \
 *     hearsay.bench.IdentityBenchmark 1000 2000 4000
 * </pre>
 */
public final class IdentityBenchmark {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private IdentityBenchmark() {}

    public static void main(String[] counts) {
        measure(200); // what the first run compiles does not count
        System.out.printf(
                "%8s %9s %9s %9s %9s %9s %9s %9s   processor seconds%n",
                "articles", "repeats", "furniture", "entities", "rows", "pairs", "network", "groups");
        for (String count : counts) {
            System.out.println(measure(Integer.parseInt(count)));
        }
    }

    private static String measure(int articles) {
        Dataset<Row> texts = of(articles, Tables.ARTICLES.records(), IdentityBenchmark::article);
        Dataset<Row> mentions = of(articles, Tables.MENTIONS.records(), IdentityBenchmark::mentions);
        Dataset<Row> quotes = of(articles, Tables.QUOTES.records(), IdentityBenchmark::quotes);
        Dataset<Row> sentences = SmallArchive.rows(List.<Sentence>of(), Tables.SENTENCES.records());
        List<Dataset<Row>> out = new ArrayList<>();
        StringBuilder row = new StringBuilder("%8d".formatted(articles));
        List<Supplier<Dataset<Row>>> steps = List.of(
                () -> ArticlesWithoutRepeats.derive(texts, Defaults.REPEATS),
                () -> ArticlesWithFurniture.derive(out.get(0), Defaults.FURNITURE),
                () -> EntitiesFromMentions.derive(mentions, Defaults.NAMES, ArticleLimits.none()),
                () -> EntityRowsFromMentions.derive(out.get(2), Defaults.NAMES),
                () -> CoMentionsFromMentions.derive(out.get(2), out.get(0), Defaults.PAIRS),
                () -> EntitiesWithRanks.derive(
                        out.get(3),
                        CoMentionNetworkFromMentions.derive(
                                        out.get(2), out.get(0), sentences, out.get(3), Defaults.PAIRS)
                                .localCheckpoint()),
                () -> QuoteGroupsFromQuotes.derive(quotes, out.get(0), Defaults.QUOTES));
        for (Supplier<Dataset<Row>> step : steps) {
            long start = MACHINE.getProcessCpuTime();
            out.add(step.get().localCheckpoint());
            row.append(" %9.1f".formatted((MACHINE.getProcessCpuTime() - start) / 1e9));
        }
        return row.toString();
    }

    private interface Rows<R> extends java.util.function.IntFunction<List<R>>, java.io.Serializable {}

    private static <R extends Record> Dataset<Row> of(int articles, Records<R> records, Rows<R> rows) {
        return TestSpark.session()
                .range(articles)
                .toDF()
                .flatMap(
                        (FlatMapFunction<Row, Row>) row -> rows.apply((int) row.getLong(0)).stream()
                                .map(records::row)
                                .iterator(),
                        records.encoder())
                .localCheckpoint();
    }

    private static List<Article> article(int i) {
        Random random = new Random(i % 5 == 4 ? i - 1 : i); // one article in five repeats the one before
        String outlet = "outlet" + i % 9;
        String text = outlet + " since 1902\n" // a paragraph of 40 words each
                + String.join(
                        "",
                        IntStream.range(0, 400)
                                .mapToObj(w -> word(random) + (w % 40 == 39 ? "\n" : " "))
                                .toList())
                + outlet + " is paid for by its readers";
        return List.of(new Article(
                "a" + i, "a" + i, null, outlet, null, List.of(), null, null, "path", "en", text, "h", List.of(), null,
                "r", null, null, day(i)));
    }

    private static List<Mention> mentions(int i) {
        Random random = new Random(i);
        List<Mention> mentions = new ArrayList<>();
        for (int m = 0; m < 25; m++) {
            int person = zipf(random, 20_000);
            String surname = "Name" + person % 7_000;
            String text = m % 3 == 0 ? "Given" + person / 7_000 + " " + surname : surname;
            String type = m % 5 == 4 ? "ORG" : "PER";
            mentions.add(new Mention(
                    "a" + i,
                    Ids.span("a" + i, m * 30, m * 30 + text.length()),
                    m / 2,
                    m * 30,
                    m * 30 + text.length(),
                    text,
                    type,
                    null,
                    null,
                    0.9,
                    0,
                    null,
                    null,
                    day(i)));
        }
        return mentions;
    }

    private static List<Quote> quotes(int i) {
        Random random = new Random(i % 5 == 4 ? i - 1 : i);
        return IntStream.range(0, 4)
                .mapToObj(q -> {
                    String text = "\""
                            + String.join(
                                    " ",
                                    IntStream.range(0, 15)
                                            .mapToObj(w -> word(random))
                                            .toList()) + "\"";
                    return new Quote(
                            "a" + i,
                            Ids.span("a" + i, q, q + 1),
                            q,
                            "direct",
                            0,
                            text.length(),
                            List.of(new Span(0, text.length())),
                            text,
                            "",
                            "",
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            null,
                            0,
                            "no cue",
                            List.of(),
                            "said",
                            0.9,
                            null,
                            null,
                            null,
                            null,
                            day(i));
                })
                .toList();
    }

    private static LocalDate day(int i) {
        return LocalDate.of(2025, 1, 1).plusDays(i / 40);
    }

    private static String word(Random random) {
        return "w" + zipf(random, 20_000);
    }

    private static int zipf(Random random, int most) {
        return (int) Math.exp(random.nextDouble() * Math.log(most));
    }
}

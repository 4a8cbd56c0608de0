package hearsay;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import hearsay.bench.GeneratedArticles;
import hearsay.bench.PeakMemory;
import hearsay.steps.BareModel;
import hearsay.store.Warehouse;
import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * How fast a whole night is, measured: articles and words a second, the time of every step, memory, bytes written, and the
 * ratio to the model's own arithmetic on the same words. What is compared runs in one process, one after the other, after a
 * warm-up that does not count.
 *
 * <pre>
 * jobs/hearsay bench --articles 300,3000
 * HEARSAY_SUBMIT="--master local[1]" jobs/hearsay bench --articles 1000
 * </pre>
 */
final class BenchJob {
    private static final int WARM_UP = 64;
    private static final int ARTICLES_A_DAY = 200;
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-12-31");

    private final Settings settings;
    private final PrintStream out;
    private final Path folder;

    private BenchJob(Settings settings, PrintStream out, Path folder) {
        this.settings = settings;
        this.out = out;
        this.folder = folder;
    }

    /**
     * @param input    articles to read in place of generated ones
     * @param articles how many are generated, a run for each number
     */
    record Request(Optional<String> input, List<Integer> articles) {}

    static void run(SparkSession spark, Settings settings, Request request, PrintStream out) {
        Path folder = temporary();
        try {
            BenchJob bench = new BenchJob(settings, out, folder);
            bench.night(spark, bench.generated(WARM_UP, 2), "warm-up");
            List<Measured> runs = new ArrayList<>();
            bench.inputs(request).forEach((name, input) -> runs.add(bench.night(spark, input, name)));
            bench.print(runs);
        } finally {
            delete(folder);
        }
    }

    /**
     * One measured night.
     *
     * @param words     tokens of the sentences that were read by the model or passed over
     * @param pieces    word pieces that the model reads
     * @param alone     seconds of the model alone on as many threads
     * @param heap      bytes of heap in use at most, after whatever the collector had left to do
     * @param process   bytes of the driver's process at most, native memory and all, since it began
     * @param executors bytes of heap of the largest executor, where they are processes of their own
     */
    private record Measured(
            String input, int cores, long articles, long words, long pieces, double seconds, double alone, long heap,
            long process, long executors, long written, List<Progress.Step> steps) {}

    private Map<String, String> inputs(Request request) {
        return request.input
                .map(path -> Map.of(path, path))
                .orElseGet(() -> request.articles.stream().collect(Collectors.toMap(
                        n -> n + " generated", n -> generated(n, 1), (a, b) -> a, java.util.LinkedHashMap::new)));
    }

    private String generated(int articles, long seed) {
        Path file = folder.resolve("news-" + seed + "-" + articles + ".jsonl");
        GeneratedArticles news = new GeneratedArticles(seed, articles, Math.max(1, articles / ARTICLES_A_DAY));
        try (Stream<String> lines = news.stream().map(GeneratedArticles.Article::json)) {
            Files.write(file, (Iterable<String>) lines::iterator);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write generated articles", e);
        }
        return file.toString();
    }

    private Measured night(SparkSession spark, String input, String name) {
        int cores = spark.sparkContext().defaultParallelism();
        Path warehouse = folder.resolve("warehouse");
        Progress progress = new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        PeakMemory memory = PeakMemory.begin();
        long began = System.nanoTime();
        NightlyJob.run(spark, settings,
                new NightlyJob.Request(input, warehouse.toString(), RUN_DATE, false, false), progress);
        double seconds = (System.nanoTime() - began) / 1e9;
        long heap = memory.heap();

        Warehouse tables = NightlyJob.warehouse(spark, settings, warehouse.toString());
        BareModel model = BareModel.of(NightlyJob.taggers(spark, settings));
        List<int[]> windows = windows(tables, model);
        double alone = model.seconds(windows, cores);
        long words = tables.read(Tables.SENTENCES).agg(sum(size(col("tokens")))).head().getLong(0);
        Measured measured = new Measured(name, cores, tables.read(Tables.ARTICLES).count(), words,
                windows.stream().mapToLong(w -> w.length).sum(), seconds, alone, heap, PeakMemory.process(),
                PeakMemory.executors(spark), bytes(warehouse), progress.steps());
        delete(warehouse);
        return measured;
    }

    private static List<int[]> windows(Warehouse tables, BareModel model) {
        Records<Article> read = Tables.ARTICLES.records();
        Dataset<Row> articles = tables.read(Tables.ARTICLES).where("language = 'en' or language is null");
        List<int[]> windows = new ArrayList<>();
        for (Iterator<Row> rows = articles.toLocalIterator(); rows.hasNext(); ) {
            windows.addAll(model.pieces(read.record(rows.next())));
        }
        return windows;
    }

    private void print(List<Measured> runs) {
        out.printf(Locale.ROOT, "Hearsay %s, %s, Java %s, %d processors, heap of at most %,d MB%n%n", Build.version(),
                NightlyJob.versions(settings).models(), System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory() >> 20);
        out.printf("%-18s %5s %9s %9s %9s %9s %10s %7s %8s %8s %9s %8s%n", "articles", "cores", "seconds", "articles", "words",
                "pieces", "model", "whole /", "heap", "process", "executor", "written");
        out.printf("%-18s %5s %9s %9s %9s %9s %10s %7s %8s %8s %9s %8s%n", "", "", "", "/s", "/s", "/s", "alone s", "model", "MB",
                "MB", "heap MB", "MB");
        for (Measured run : runs) {
            out.printf(Locale.ROOT, "%-18s %5d %,9.1f %,9.2f %,9.0f %,9.0f %,10.1f %7.2f %,8d %,8d %9s %,8.1f%n", run.input,
                    run.cores, run.seconds, run.articles / run.seconds, run.words / run.seconds, run.pieces / run.seconds,
                    run.alone, run.seconds / run.alone, run.heap >> 20, run.process >> 20,
                    run.executors == 0 ? "" : run.executors >> 20, run.written / 1e6);
        }
        out.printf("%nevery step: seconds, and processor seconds of the driver's process%n%-22s", "");
        runs.forEach(run -> out.printf("%26s", run.input + " x" + run.cores));
        out.println();
        for (int step = 0; step < runs.get(0).steps.size(); step++) {
            out.printf("%-22s", runs.get(0).steps.get(step).name());
            for (Measured run : runs) {
                out.printf(Locale.ROOT, "%,16.1f%,10.1f", run.steps.get(step).seconds(), run.steps.get(step).processor());
            }
            out.println();
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("hearsay-bench");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for the benchmark", e);
        }
    }

    private static long bytes(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

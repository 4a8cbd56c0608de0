package hearsay.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.sum;

import hearsay.model.BareModel;
import hearsay.night.NightSettings;
import hearsay.night.NightlyJob;
import hearsay.night.Progress;
import hearsay.settings.Build;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.WindowsOfArticle;
import hearsay.store.Warehouse;
import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
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
 * HEARSAY_SUBMIT="--master yarn" jobs/hearsay bench --articles 100000 --work hdfs:///tmp/bench
 * </pre>
 */
public final class BenchJob {
    private static final int WARM_UP = 64;
    private static final int ARTICLES_A_DAY = 200;
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-12-31");

    private final Settings settings;
    private final NightSettings own;
    private final PrintStream out;
    private final Path folder;
    private final FileSystem disk;

    private BenchJob(Settings settings, PrintStream out, Path folder, FileSystem disk) {
        this.settings = settings;
        this.own = NightSettings.of(settings);
        this.out = out;
        this.folder = folder;
        this.disk = disk;
    }

    /**
     * @param input    articles to read in place of generated ones
     * @param articles how many are generated, a run for each number
     * @param work     folder for articles and warehouses, which every executor must reach; a new folder in it is deleted again
     */
    public record Request(Optional<String> input, List<Integer> articles, String work) {}

    public static void run(SparkSession spark, Settings settings, Request request, PrintStream out) {
        Path folder = new Path(request.work, "hearsay-bench-" + UUID.randomUUID());
        try {
            FileSystem disk = folder.getFileSystem(spark.sparkContext().hadoopConfiguration());
            BenchJob bench = new BenchJob(settings, out, disk.makeQualified(folder), disk);
            try {
                bench.night(spark, bench.generated(WARM_UP, 2), "warm-up");
                List<Measured> runs = new ArrayList<>();
                for (Map.Entry<String, String> input : bench.inputs(request).entrySet()) {
                    runs.add(bench.night(spark, input.getValue(), input.getKey()));
                }
                bench.print(spark, runs);
            } finally {
                disk.delete(folder, true);
            }
        } catch (IOException e) {
            throw new OperatorMistake("Cannot work in " + request.work + ": " + e.getMessage() + ".", e);
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
     * @param executors bytes of the largest executor, heap and whole process, where they are processes of their own
     */
    private record Measured(
            String input,
            int cores,
            long articles,
            long words,
            long pieces,
            double seconds,
            double alone,
            long heap,
            long process,
            PeakMemory.Executor executors,
            long written,
            List<Progress.Step> steps) {}

    private Map<String, String> inputs(Request request) throws IOException {
        Map<String, String> inputs = new LinkedHashMap<>();
        if (request.input.isPresent()) {
            inputs.put(request.input.get(), request.input.get());
            return inputs;
        }
        for (int articles : request.articles) {
            inputs.put(articles + " generated", generated(articles, 1));
        }
        return inputs;
    }

    private String generated(int articles, long seed) throws IOException {
        Path file = new Path(folder, "news-" + seed + "-" + articles + ".jsonl");
        GeneratedArticles news = new GeneratedArticles(seed, articles, Math.max(1, articles / ARTICLES_A_DAY));
        try (PrintStream lines = new PrintStream(disk.create(file), false, StandardCharsets.UTF_8)) {
            news.stream().map(GeneratedArticles.Article::json).forEach(lines::println);
            if (lines.checkError()) {
                throw new IOException("the generated articles could not be written");
            }
        }
        return file.toString();
    }

    private Measured night(SparkSession spark, String input, String name) throws IOException {
        int cores = spark.sparkContext().defaultParallelism();
        Path warehouse = new Path(folder, "warehouse");
        Progress progress =
                new Progress(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        PeakMemory memory = PeakMemory.begin();
        long began = System.nanoTime();
        NightlyJob.run(
                spark, settings, new NightlyJob.Request(input, warehouse.toString(), RUN_DATE, false, false), progress);
        double seconds = (System.nanoTime() - began) / 1e9;
        long heap = memory.heap();

        Warehouse tables = own.warehouse(spark, warehouse.toString());
        BareModel model = BareModel.of(own.taggers(spark));
        List<int[]> windows = windows(tables, model);
        double alone = model.seconds(windows, cores);
        long words = tables.read(Tables.SENTENCES)
                .agg(sum(size(col("tokens"))))
                .head()
                .getLong(0);
        Measured measured = new Measured(
                name,
                cores,
                tables.read(Tables.ARTICLES).count(),
                words,
                windows.stream().mapToLong(w -> w.length).sum(),
                seconds,
                alone,
                heap,
                PeakMemory.process(),
                PeakMemory.executors(spark),
                Tables.ALL.stream()
                        .mapToLong(table -> tables.size(table).bytes())
                        .sum(),
                progress.steps());
        disk.delete(warehouse, true);
        return measured;
    }

    private static List<int[]> windows(Warehouse tables, BareModel model) {
        Records<Article> read = Tables.ARTICLES.records();
        Dataset<Row> articles = tables.read(Tables.ARTICLES).where("language = 'en' or language is null");
        List<int[]> windows = new ArrayList<>();
        for (Iterator<Row> rows = articles.toLocalIterator(); rows.hasNext(); ) {
            windows.addAll(model.pieces(WindowsOfArticle.derive(read.record(rows.next()))));
        }
        return windows;
    }

    private void print(SparkSession spark, List<Measured> runs) {
        out.printf(
                Locale.ROOT,
                "Hearsay %s, %s, Java %s, %d processors, heap of at most %,d MB%n%n",
                Build.version(),
                own.versions(spark).models(),
                System.getProperty("java.version"),
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() >> 20);
        out.printf(
                "%-18s %5s %9s %9s %9s %9s %10s %7s %8s %8s %9s %9s %8s%n",
                "articles",
                "cores",
                "seconds",
                "articles",
                "words",
                "pieces",
                "model",
                "whole /",
                "heap",
                "process",
                "executor",
                "executor",
                "written");
        out.printf(
                "%-18s %5s %9s %9s %9s %9s %10s %7s %8s %8s %9s %9s %8s%n",
                "", "", "", "/s", "/s", "/s", "alone s", "model", "MB", "MB", "heap MB", "whole MB", "MB");
        for (Measured run : runs) {
            out.printf(
                    Locale.ROOT,
                    "%-18s %5d %,9.1f %,9.2f %,9.0f %,9.0f %,10.1f %7.2f %,8d %,8d %9s %9s %,8.1f%n",
                    run.input,
                    run.cores,
                    run.seconds,
                    run.articles / run.seconds,
                    run.words / run.seconds,
                    run.pieces / run.seconds,
                    run.alone,
                    run.seconds / run.alone,
                    run.heap >> 20,
                    run.process >> 20,
                    megabytes(run.executors.heap()),
                    megabytes(run.executors.process()),
                    run.written / 1e6);
        }
        out.printf(
                "%nevery step: seconds, articles and words a second, processor seconds of the driver's process%n%-22s",
                "");
        runs.forEach(run -> out.printf("%44s", run.input + " x" + run.cores));
        out.println();
        for (int step = 0; step < runs.get(0).steps.size(); step++) {
            out.printf("%-22s", runs.get(0).steps.get(step).name());
            for (Measured run : runs) {
                Progress.Step of = run.steps.get(step);
                out.printf(
                        Locale.ROOT,
                        "%,12.1f%,11.1f%,12.0f%,9.1f",
                        of.seconds(),
                        run.articles / of.seconds(),
                        run.words / of.seconds(),
                        of.processor());
            }
            out.println();
        }
    }

    private static String megabytes(long bytes) {
        return bytes == 0 ? "" : Long.toString(bytes >> 20);
    }
}

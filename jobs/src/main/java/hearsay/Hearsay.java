package hearsay;

import ai.onnxruntime.OrtException;
import hearsay.bench.BenchJob;
import hearsay.bench.GeneratedArticles;
import hearsay.evaluate.EvaluationJob;
import hearsay.night.CompactJob;
import hearsay.night.ForgetJob;
import hearsay.night.NightlyJob;
import hearsay.night.Sessions;
import hearsay.report.DiffJob;
import hearsay.report.Highlights;
import hearsay.report.ReportJob;
import hearsay.report.StatusJob;
import hearsay.settings.Build;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/** The command line. Exit codes: 0 done, 1 a fault of Hearsay, 2 a mistake of the operator, 3 checks failed. */
@Command(
        name = "hearsay",
        description = "Who is mentioned with whom, and who said what about whom: news articles to Parquet tables.",
        subcommands = {
            Hearsay.Nightly.class,
            Hearsay.Rebuild.class,
            Hearsay.Status.class,
            Hearsay.Diff.class,
            Hearsay.Compact.class,
            Hearsay.Forget.class,
            Hearsay.Report.class,
            Hearsay.Evaluate.class,
            Hearsay.Generate.class,
            Hearsay.Bench.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Hearsay.Version.class,
        footer = {"", "Example:  jobs/hearsay nightly --input seeds --warehouse warehouse", "More:     jobs/hearsay help nightly"})
public final class Hearsay implements Runnable {
    private static final Pattern NOT_PERMITTED =
            Pattern.compile("AccessDeniedException|AccessControlException|Permission denied|Operation not permitted|Read-only file system");
    private static final Pattern FULL_DISK = Pattern.compile(
            "No space left on device|[Dd]isk quota exceeded|not enough space on the disk|DiskSpace quota of .* is exceeded");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        int exitCode = commandLine().execute(args);
        if (exitCode != 0) {
            System.exit(exitCode); // only then: a plain return lets spark-submit end a cluster's application as succeeded
        }
    }

    static CommandLine commandLine() {
        return new CommandLine(new Hearsay())
                .setExecutionStrategy(Hearsay::execute)
                .setExecutionExceptionHandler(Hearsay::fault)
                .setUsageHelpAutoWidth(true)
                .setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** Hadoop throws an error where a local disk fails, which picocli would not hand to {@link #fault}. */
    private static int execute(ParseResult parsed) {
        try {
            return new CommandLine.RunLast().execute(parsed);
        } catch (FSError e) {
            throw new CommandLine.ExecutionException(parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static int fault(Exception e, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof OperatorMistake mistake) {
                err.println("hearsay: " + mistake.getMessage());
                return mistake.exitCode();
            }
            if (cause instanceof OrtException missing && missing.getMessage().contains("cuda")) {
                err.println("hearsay: This jar was built with -Pgpu, and ONNX Runtime found no CUDA where it ran ("
                        + missing.getMessage().replaceFirst("(?s).* with error: ", "").strip() + "); build it without -Pgpu.");
                return CommandLine.ExitCode.USAGE;
            }
            if (cause instanceof ClassNotFoundException missing && String.valueOf(missing.getMessage()).contains(".fs.")) {
                err.println("hearsay: What reads one of the paths is not among Spark's jars (" + missing.getMessage()
                        + "); paths of s3a:// need --packages org.apache.hadoop:hadoop-aws:3.3.4.");
                return CommandLine.ExitCode.USAGE;
            }
            Optional<String> refused = cause.toString().lines().filter(line -> NOT_PERMITTED.matcher(line).find()).findFirst();
            if (refused.isPresent()) {
                err.println("hearsay: The user of this run may not read or write what it must (" + refused.get().strip()
                        + "). One user should run all nights of a warehouse.");
                return CommandLine.ExitCode.USAGE;
            }
            if (FULL_DISK.matcher(String.valueOf(cause.getMessage())).find()) {
                err.println("hearsay: There is no room left for the warehouse or for Spark's temporary files (spark.local.dir). Make room"
                        + " and start again; what this run left is undone or finished then.");
                return CommandLine.ExitCode.USAGE;
            }
        }
        err.println("hearsay: a fault of the program, please report it with what follows");
        e.printStackTrace(err);
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** Options that every command has. */
    static final class Common {
        @Option(names = "--conf", paramLabel = "FILE", description = "settings that override conf/hearsay.conf (HOCON)")
        private Path conf;

        Settings settings() {
            return Settings.read(Optional.ofNullable(conf));
        }

        /**
         * The session that spark-submit configured.
         *
         * @throws OperatorMistake where Java's default encoding is another one than UTF-8: Spark NLP reads the model's words by it, and
         *                         would not know a quotation mark
         */
        SparkSession session() {
            if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
                throw new OperatorMistake("Java's encoding is " + Charset.defaultCharset() + " here, and the model's words are in UTF-8."
                        + " Start with LC_ALL=C.UTF-8 in the environment, as jobs/hearsay does, or with -Dfile.encoding=UTF-8.");
            }
            return Sessions.configured(SparkSession.builder().appName("hearsay")).getOrCreate();
        }
    }

    /** Options of every command that publishes what may be held back. */
    static final class Publishing {
        @Option(names = "--accept", description = "publish although checks fail; the run records it")
        private boolean accept;

        @Option(names = "--run-date", paramLabel = "YYYY-MM-DD", description = "day of the run; default: today (UTC)")
        private LocalDate runDate = LocalDate.now(ZoneOffset.UTC);
    }

    /** What {@code nightly} and {@code rebuild} are told. */
    static final class Work {
        @CommandLine.Mixin
        private Common common;

        @Option(names = "--input", required = true, paramLabel = "PATH", description = "folder (with all below it), file or glob")
        private String input;

        @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
        private String warehouse;

        @Option(
                names = "--run-date",
                paramLabel = "YYYY-MM-DD",
                description = "day of the run, also of articles that tell no date; default: today (UTC)")
        private LocalDate runDate = LocalDate.now(ZoneOffset.UTC);

        @Option(names = "--accept", description = "publish although checks fail; the run records it")
        private boolean accept;

        void run(boolean rebuild) {
            Settings settings = common.settings();
            try (SparkSession spark = common.session()) {
                NightlyJob.run(spark, settings, new NightlyJob.Request(input, warehouse, runDate, rebuild, accept));
                Highlights.print(Warehouse.existing(spark, warehouse), System.out);
                System.out.println("Tables: " + warehouse);
            }
        }
    }

    @Command(
            name = "nightly",
            mixinStandardHelpOptions = true,
            description = "Reads new and changed articles and brings every table of the warehouse up to date; makes it where missing.")
    static final class Nightly implements Runnable {
        @CommandLine.Mixin
        private Work work;

        @Override
        public void run() {
            work.run(false);
        }
    }

    @Command(
            name = "rebuild",
            mixinStandardHelpOptions = true,
            description = "Reads every known article anew, after a change of models or settings, and publishes all at once: from its"
                    + " file, or out of the warehouse where the file is gone. Readers see the night before until then.")
    static final class Rebuild implements Runnable {
        @CommandLine.Mixin
        private Work work;

        @Override
        public void run() {
            work.run(true);
        }
    }

    @Command(
            name = "status",
            mixinStandardHelpOptions = true,
            description = "Says who is at work on a warehouse, its last nights, what waits to be read, and how large its tables are.")
    static final class Status implements Runnable {
        @CommandLine.Mixin
        private Common common;

        @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
        private String warehouse;

        @Option(
                names = "--input",
                paramLabel = "PATH",
                description = "whose files are counted that the last night has not read; default: the input of that night")
        private String input;

        @Override
        public void run() {
            try (SparkSession spark = common.session()) {
                StatusJob.run(spark, warehouse, Optional.ofNullable(input), System.out);
            }
        }
    }

    @Command(
            name = "diff",
            mixinStandardHelpOptions = true,
            description = "Says what two nights tell differently: articles, quotes and their speakers, entities that became one. Of a"
                    + " warehouse on a local disk, which keeps its last nights; on HDFS and stores like S3 there is only one.")
    static final class Diff implements Runnable {
        @CommandLine.Mixin
        private Common common;

        @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
        private String warehouse;

        @Option(names = "--from", paramLabel = "RUN", description = "run or the beginning of its id; default: the night before --to")
        private String from;

        @Option(names = "--to", paramLabel = "RUN", description = "default: the published night")
        private String to;

        @Override
        public void run() {
            try (SparkSession spark = common.session()) {
                DiffJob.run(spark, warehouse, Optional.ofNullable(from), Optional.ofNullable(to), System.out);
            }
        }
    }

    @Command(
            name = "compact",
            mixinStandardHelpOptions = true,
            description = "Writes days that lie in many small files as few, and publishes that like a night.")
    static final class Compact implements Runnable {
        @CommandLine.Mixin
        private Common common;

        @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
        private String warehouse;

        @CommandLine.Mixin
        private Publishing publishing;

        @Override
        public void run() {
            Settings settings = common.settings();
            try (SparkSession spark = common.session()) {
                CompactJob.run(spark, settings, warehouse, publishing.runDate, publishing.accept);
            }
        }
    }

    @Command(
            name = "report",
            mixinStandardHelpOptions = true,
            description = "Writes last night as one HTML page: who was named, who met, who said what, what came in and was not used.")
    static final class Report implements Runnable {
        @CommandLine.Mixin
        private Common common;

        @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
        private String warehouse;

        @Option(names = "--out", required = true, paramLabel = "FILE.html", description = "where to write the page")
        private Path out;

        @Override
        public void run() {
            try (SparkSession spark = common.session()) {
                ReportJob.run(spark, warehouse, out);
            }
        }
    }

    @Command(
            name = "forget",
            mixinStandardHelpOptions = true,
            description = "Removes the days of publication before one from every table, and publishes that like a night. Later nights"
                    + " do not take articles of such days again; kept nights hold them until their turn to go.")
    static final class Forget implements Runnable {
        @CommandLine.Mixin
        private Common common;

        @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
        private String warehouse;

        @Option(names = "--before", required = true, paramLabel = "YYYY-MM-DD", description = "first day that stays")
        private LocalDate before;

        @CommandLine.Mixin
        private Publishing publishing;

        @Override
        public void run() {
            Settings settings = common.settings();
            try (SparkSession spark = common.session()) {
                ForgetJob.run(spark, settings, warehouse, before, publishing.runDate, publishing.accept);
            }
        }
    }

    @Command(
            name = "evaluate",
            mixinStandardHelpOptions = true,
            description = "Scores what the nightly steps find against gold files of your own.")
    static final class Evaluate implements Runnable {
        @CommandLine.Mixin
        private Common common;

        @ArgGroup(multiplicity = "1")
        private Gold gold;

        private static final class Gold {
            @Option(names = "--ner", paramLabel = "GOLD.conll", description = "names: a token and its tag a line, PER ORG LOC MISC")
            private Path names;

            @Option(names = "--quotes", paramLabel = "GOLD_DIR", description = "quotations: brat's text/*.txt and attributions/*.ann")
            private Path quotes;
        }

        @Option(names = "--predictions", paramLabel = "FILE", description = "where to write what was found: CoNLL lines, or JSON lines of quotations")
        private Path predictions;

        @Option(names = "--warehouse", paramLabel = "DIR", description = "warehouse whose table evaluations keeps the measures")
        private String warehouse;

        @CommandLine.Mixin
        private Publishing publishing;

        @Override
        public void run() {
            Settings settings = common.settings();
            try (SparkSession spark = common.session()) {
                if (gold.names != null) {
                    EvaluationJob.names(spark, settings, request(gold.names));
                } else {
                    EvaluationJob.quotes(spark, settings, request(gold.quotes));
                }
            }
        }

        private EvaluationJob.Request request(Path gold) {
            return new EvaluationJob.Request(gold, Optional.ofNullable(predictions), Optional.ofNullable(warehouse),
                    publishing.runDate, publishing.accept);
        }
    }

    @Command(
            name = "generate",
            mixinStandardHelpOptions = true,
            description = "Writes invented articles as JSON lines, to try things out and to measure: the same seed, the same news.")
    static final class Generate implements Callable<Integer> {
        @Option(names = "--articles", required = true, paramLabel = "N", description = "how many")
        private int articles;

        @Option(names = "--days", paramLabel = "N", description = "over how many days, from 2025-06-16 on; default: ${DEFAULT-VALUE}")
        private int days = 7;

        @Option(names = "--seed", paramLabel = "N", description = "another seed, other news; default: ${DEFAULT-VALUE}")
        private long seed = 1;

        @Option(names = "--out", required = true, paramLabel = "FILE.jsonl", description = "where to write the articles")
        private Path out;

        @Option(names = "--gold", paramLabel = "FILE.jsonl", description = "where to write what was planted: quotations and copies")
        private Path gold;

        @Override
        public Integer call() {
            GeneratedArticles generated = new GeneratedArticles(seed, articles, days);
            write(out, generated.stream().map(GeneratedArticles.Article::json));
            if (gold != null) {
                write(gold, generated.stream().map(GeneratedArticles.Article::goldJson));
            }
            return CommandLine.ExitCode.OK;
        }

        private static void write(Path file, Stream<String> lines) {
            try {
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.write(file, (Iterable<String>) lines::iterator);
            } catch (IOException e) {
                throw new OperatorMistake("Cannot write " + file + ": " + e.getClass().getSimpleName() + " " + e.getMessage() + ".", e);
            }
        }
    }

    @Command(
            name = "bench",
            mixinStandardHelpOptions = true,
            description = "Measures whole nights: articles a second, every step, memory, and the ratio to the model's own arithmetic.")
    static final class Bench implements Runnable {
        @CommandLine.Mixin
        private Common common;

        @ArgGroup
        private Articles articles = new Articles();

        private static final class Articles {
            @Option(names = "--input", paramLabel = "PATH", description = "articles of yours in place of generated ones")
            private String input;

            @Option(
                    names = "--articles",
                    paramLabel = "N",
                    split = ",",
                    description = "how many to generate; with several numbers, a night for each; default: 1000")
            private List<Integer> generated = List.of(1000);
        }

        @Option(
                names = "--work",
                paramLabel = "DIR",
                description = "where articles and warehouses of the benchmark are kept while it runs; on a cluster a folder that"
                        + " all its machines reach; default: this machine's temporary folder")
        private String work = Path.of(System.getProperty("java.io.tmpdir")).toUri().toString();

        @Override
        public void run() {
            try (SparkSession spark = common.session()) {
                BenchJob.run(spark, common.settings(),
                        new BenchJob.Request(Optional.ofNullable(articles.input), articles.generated, work), System.out);
            }
        }
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"hearsay " + Build.version()};
        }
    }
}

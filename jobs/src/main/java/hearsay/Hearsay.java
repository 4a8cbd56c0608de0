package hearsay;

import ai.onnxruntime.OrtException;
import hearsay.commands.Bench;
import hearsay.commands.Case;
import hearsay.commands.Compact;
import hearsay.commands.Diff;
import hearsay.commands.Evaluate;
import hearsay.commands.Export;
import hearsay.commands.Forget;
import hearsay.commands.Generate;
import hearsay.commands.Merge;
import hearsay.commands.Nightly;
import hearsay.commands.Query;
import hearsay.commands.Rebuild;
import hearsay.commands.Rename;
import hearsay.commands.Report;
import hearsay.commands.Split;
import hearsay.commands.Status;
import hearsay.commands.Verify;
import hearsay.commands.Version;
import hearsay.settings.OperatorMistake;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FSError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The command line. Exit codes: 0 done, 1 a fault of Hearsay, 2 a mistake of the operator, 3 checks failed, 4 whether the night is published is not known. */
@Command(
        name = "hearsay",
        description = "Who is mentioned with whom, and who said what about whom: news articles to Parquet tables.",
        subcommands = {
            Nightly.class,
            Rebuild.class,
            Status.class,
            Diff.class,
            Verify.class,
            Compact.class,
            Forget.class,
            Report.class,
            Export.class,
            Query.class,
            Merge.class,
            Split.class,
            Rename.class,
            Evaluate.class,
            Generate.class,
            Bench.class,
            Case.class,
            CommandLine.HelpCommand.class
        },
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        footer = {
            "",
            "Example:  jobs/hearsay nightly --input seeds --warehouse warehouse",
            "More:     jobs/hearsay help nightly"
        })
public final class Hearsay implements Runnable {
    private static final Pattern NOT_PERMITTED = Pattern.compile(
            "AccessDeniedException|AccessControlException|Permission denied|Operation not permitted|Read-only file system");
    private static final Pattern FULL_DISK = Pattern.compile(
            "No space left on device|[Dd]isk quota exceeded|not enough space on the disk|DiskSpace quota of .* is exceeded");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] args) {
        int exitCode = commandLine().execute(args);
        if (exitCode != 0) {
            System.exit(
                    exitCode); // only then: a plain return lets spark-submit end a cluster's application as succeeded
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
            throw new CommandLine.ExecutionException(
                    parsed.commandSpec().commandLine(), String.valueOf(e.getMessage()), e);
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
                        + missing.getMessage()
                                .replaceFirst("(?s).* with error: ", "")
                                .strip() + "); build it without -Pgpu.");
                return CommandLine.ExitCode.USAGE;
            }
            if (cause instanceof ClassNotFoundException missing
                    && String.valueOf(missing.getMessage()).contains(".fs.")) {
                err.println("hearsay: What reads one of the paths is not among Spark's jars (" + missing.getMessage()
                        + "); paths of s3a:// need --packages org.apache.hadoop:hadoop-aws:3.3.4.");
                return CommandLine.ExitCode.USAGE;
            }
            Optional<String> refused = cause.toString()
                    .lines()
                    .filter(line -> NOT_PERMITTED.matcher(line).find())
                    .findFirst();
            if (refused.isPresent()) {
                err.println("hearsay: The user of this run may not read or write what it must ("
                        + refused.get().strip() + "). One user should run all nights of a warehouse.");
                return CommandLine.ExitCode.USAGE;
            }
            if (FULL_DISK.matcher(String.valueOf(cause.getMessage())).find()) {
                err.println(
                        "hearsay: There is no room left for the warehouse or for Spark's temporary files (spark.local.dir). Make room"
                                + " and start again; what this run left is undone or finished then.");
                return CommandLine.ExitCode.USAGE;
            }
        }
        err.println("hearsay: a fault of the program, please report it with what follows");
        e.printStackTrace(err);
        return CommandLine.ExitCode.SOFTWARE;
    }
}

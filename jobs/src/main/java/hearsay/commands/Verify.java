package hearsay.commands;

import hearsay.report.VerifyJob;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a warehouse and changes nothing in it: its mark and links, its files against the list of the night, every page"
                    + " against its checksum, the columns against the declarations, and all rows: keys are unique, spans stand in the"
                    + " article's text, references lead to rows. Says in sentences what is wrong and what to do.",
            "Run it after a broken disk, a copy or a restore, or on a doubt; it reads the whole warehouse once."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the warehouse is sound",
            "2:there is no warehouse, or a newer Hearsay wrote it",
            "3:something is wrong"
        })
public final class Verify implements Callable<Integer> {
    private static final int NOT_SOUND = 3;

    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Option(names = "--files-only", description = "leaves the rows out: quick, and finds what a disk or a copy broke")
    private boolean filesOnly;

    @Override
    public Integer call() {
        try (SparkSession spark = common.session()) {
            return VerifyJob.run(spark, warehouse.path, !filesOnly, System.out) ? CommandLine.ExitCode.OK : NOT_SOUND;
        }
    }
}

package hearsay.commands;

import hearsay.report.CaseJob;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "case",
        mixinStandardHelpOptions = true,
        description =
                "Prints a quote, what decided it and where that rule is, and a ready line for the case table of the rules: the first"
                        + " step of mending a wrong row.")
public final class Case implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Parameters(paramLabel = "QUOTE_ID", description = "quotes.quote_id, or the beginning of one")
    private String quote;

    @Override
    public void run() {
        try (SparkSession spark = common.session()) {
            CaseJob.run(spark, warehouse.path, quote, System.out);
        }
    }
}

package hearsay.commands;

import hearsay.report.ReportJob;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Writes last night as one HTML page: who was named, who met, who said what, what came in and was not used. Or a site: a"
                        + " folder of such pages about all nights, with one for each name, pair and outlet, and a search.")
public final class Report implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "FILE.html|FOLDER",
            description =
                    "where to write: a file that ends in .html for the page, another name for the folder of the site")
    private Path out;

    @Override
    public void run() {
        try (SparkSession spark = common.session()) {
            ReportJob.run(spark, common.settings(), warehouse.path, out, System.out);
        }
    }
}

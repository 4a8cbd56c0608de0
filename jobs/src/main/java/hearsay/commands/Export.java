package hearsay.commands;

import hearsay.report.export.ExportJob;
import hearsay.report.export.Format;
import hearsay.report.export.What;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes quotations, pairs, speakers, people or who gets quoted as a file for a spreadsheet, a program or Gephi, and explains"
                        + " its columns in a second file. Quotations are those that the page shows: of a confidence of quotes.trusted"
                        + " or more, and reporting what somebody said or thinks.",
        footer = {
            "",
            "Example:  jobs/hearsay export --warehouse warehouse --what network --format gexf --out files",
        })
public final class Export implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Option(
            names = "--what",
            required = true,
            paramLabel = "WHAT",
            description = "quotes; network: who is named with whom; speakers: who speaks about whom; people; or"
                    + " quoted: which genders, roles, parties and countries, by outlet and week")
    private What what;

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description = "csv or jsonl; gexf or graphml for network and speakers")
    private Format format;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "folder for WHAT.FORMAT and WHAT.FORMAT.md; files of these names are replaced")
    private Path out;

    @Option(names = "--from", paramLabel = "YYYY-MM-DD", description = "first day of publication; default: all days")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "YYYY-MM-DD", description = "last day of publication")
    private LocalDate to;

    @Option(
            names = "--min-confidence",
            paramLabel = "P",
            description = "least confidence of a quotation, 0 to 1; default: quotes.trusted")
    private Double minConfidence;

    @Option(names = "--bom", description = "begin the CSV file with the mark by which Excel knows UTF-8")
    private boolean bom;

    @Override
    public void run() {
        try (SparkSession spark = common.session()) {
            ExportJob.run(
                    spark,
                    common.settings(),
                    warehouse.path,
                    new ExportJob.Request(
                            what,
                            format,
                            out,
                            Optional.ofNullable(from),
                            Optional.ofNullable(to),
                            Optional.ofNullable(minConfidence),
                            bom),
                    System.out);
        }
    }
}

package hearsay.commands;

import hearsay.report.AliasesJob;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description =
                "Makes two entities one: whatever was called NAME is INTO. Adds lines with a comment to the file that"
                        + " names.aliases names, after showing whom that concerns and how many rows. The next night applies them.",
        footer = {
            "",
            "Example:  jobs/hearsay merge \"Bob Smith\" \"Robert Smith\" --warehouse warehouse --conf own.conf --dry-run",
        })
public final class Merge implements Runnable {
    @CommandLine.Mixin
    private AliasOptions options;

    @Option(
            names = "--short-forms",
            description =
                    "also names of one word, such as a surname, always mean the person; by default each article decides")
    private boolean shortForms;

    @Parameters(index = "0", paramLabel = "NAME", description = "name, alias or id of the entity that goes")
    private String name;

    @Parameters(index = "1", paramLabel = "INTO", description = "name, alias or id of the entity that stays")
    private String into;

    @Override
    public void run() {
        try (SparkSession spark = options.common.session()) {
            AliasesJob.merge(
                    spark,
                    options.common.settings(),
                    options.warehouse.path,
                    options.request(shortForms),
                    List.of(name, into),
                    System.out);
        }
    }
}

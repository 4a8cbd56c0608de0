package hearsay.commands;

import hearsay.report.AliasesJob;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "rename",
        mixinStandardHelpOptions = true,
        description =
                "Gives an entity another name. Adds lines with a comment to the file that"
                        + " names.aliases names, after showing whom that concerns and how many rows. The next night applies them.",
        footer = {
            "",
            "Example:  jobs/hearsay rename \"Vladimir Putin\" \"Wladimir Putin\" --warehouse warehouse --conf own.conf --dry-run",
        })
public final class Rename implements Runnable {
    @CommandLine.Mixin
    private AliasOptions options;

    @Option(
            names = "--short-forms",
            description =
                    "also names of one word, such as a surname, always mean the person; by default each article decides")
    private boolean shortForms;

    @Parameters(index = "0", paramLabel = "NAME", description = "name, alias or id of the entity")
    private String name;

    @Parameters(index = "1", paramLabel = "NEW", description = "its name from the next night on")
    private String newName;

    @Override
    public void run() {
        try (SparkSession spark = options.common.session()) {
            AliasesJob.rename(
                    spark,
                    options.common.settings(),
                    options.warehouse.path,
                    options.request(shortForms),
                    List.of(name, newName),
                    System.out);
        }
    }
}

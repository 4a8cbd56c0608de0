package hearsay.commands;

import hearsay.report.AliasesJob;
import hearsay.settings.Settings;
import hearsay.tables.EntityType;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the commands have in common that correct a name by hand. */
final class AliasOptions {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "PER, ORG, LOC or MISC, where things of several types have the name")
    private EntityType type;

    @Option(names = "--dry-run", description = "show what would be written, and write nothing")
    private boolean dryRun;

    /** A correction of {@link AliasesJob}. */
    interface Correction {
        void of(
                SparkSession spark,
                Settings settings,
                String warehouse,
                AliasesJob.Request request,
                List<String> names,
                PrintStream out);
    }

    void run(Correction correction, boolean shortForms, String... names) {
        try (SparkSession spark = common.session()) {
            correction.of(
                    spark,
                    common.settings(),
                    warehouse.path,
                    new AliasesJob.Request(Optional.ofNullable(type), shortForms, dryRun),
                    List.of(names),
                    System.out);
        }
    }
}

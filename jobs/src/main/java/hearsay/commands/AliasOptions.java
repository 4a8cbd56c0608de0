package hearsay.commands;

import hearsay.report.AliasesJob;
import hearsay.tables.EntityType;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** What the commands have in common that correct a name by hand. */
final class AliasOptions {
    @CommandLine.Mixin
    CommonOptions common;

    @CommandLine.Mixin
    WarehouseOptions warehouse;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "PER, ORG, LOC or MISC, where things of several types have the name")
    private EntityType type;

    @Option(names = "--dry-run", description = "show what would be written, and write nothing")
    private boolean dryRun;

    AliasesJob.Request request(boolean shortForms) {
        return new AliasesJob.Request(Optional.ofNullable(type), shortForms, dryRun);
    }
}

package hearsay.commands;

import hearsay.report.AliasesJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

    @CommandLine.Mixin
    private ShortForms shortForms;

    @Parameters(index = "0", paramLabel = "NAME", description = "name, alias or id of the entity")
    private String name;

    @Parameters(index = "1", paramLabel = "NEW", description = "its name from the next night on")
    private String newName;

    @Override
    public void run() {
        options.run(AliasesJob::rename, shortForms.always, name, newName);
    }
}

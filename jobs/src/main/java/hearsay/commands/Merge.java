package hearsay.commands;

import hearsay.report.AliasesJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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

    @CommandLine.Mixin
    private ShortForms shortForms;

    @Parameters(index = "0", paramLabel = "NAME", description = "name, alias or id of the entity that goes")
    private String name;

    @Parameters(index = "1", paramLabel = "INTO", description = "name, alias or id of the entity that stays")
    private String into;

    @Override
    public void run() {
        options.run(AliasesJob::merge, shortForms.always, name, into);
    }
}

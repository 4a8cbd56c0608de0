package hearsay.commands;

import hearsay.report.AliasesJob;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "split",
        mixinStandardHelpOptions = true,
        description =
                "Says that a form of a name never means an entity. Adds lines with a comment to the file that"
                        + " names.aliases names, after showing whom that concerns and how many rows. The next night applies them.",
        footer = {
            "",
            "Example:  jobs/hearsay split \"Jansen\" \"Ann Jansen\" --warehouse warehouse --conf own.conf --dry-run",
        })
public final class Split implements Runnable {
    @CommandLine.Mixin
    private AliasOptions options;

    @Parameters(index = "0", paramLabel = "FORM", description = "as the text has it, such as a surname")
    private String form;

    @Parameters(index = "1", paramLabel = "NAME", description = "name, alias or id of the entity that it does not mean")
    private String name;

    @Override
    public void run() {
        options.run(AliasesJob::split, false, form, name);
    }
}

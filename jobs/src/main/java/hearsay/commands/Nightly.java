package hearsay.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "nightly",
        mixinStandardHelpOptions = true,
        description =
                "Reads new and changed articles and brings every table of the warehouse up to date; makes it where missing.")
public final class Nightly implements Runnable {
    @CommandLine.Mixin
    private ReadingOptions work;

    @Override
    public void run() {
        work.run(false);
    }
}

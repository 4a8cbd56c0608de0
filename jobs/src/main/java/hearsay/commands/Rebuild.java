package hearsay.commands;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "rebuild",
        mixinStandardHelpOptions = true,
        description =
                "Reads every known article anew, after a change of models or settings, and publishes all at once: from its"
                        + " file, or out of the warehouse where the file is gone. Readers see the night before until then.")
public final class Rebuild implements Runnable {
    @CommandLine.Mixin
    private ReadingOptions work;

    @Override
    public void run() {
        work.run(true);
    }
}

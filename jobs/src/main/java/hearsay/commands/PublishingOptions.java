package hearsay.commands;

import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Option;

/** Options of every command that publishes what may be held back. */
final class PublishingOptions {
    @Option(names = "--accept", description = "publish although checks fail; the run records it")
    boolean accept;

    @Option(
            names = "--run-date",
            paramLabel = "YYYY-MM-DD",
            description = "day of the run, also of articles that tell no date; default: today (UTC)")
    LocalDate runDate = LocalDate.now(ZoneOffset.UTC);
}

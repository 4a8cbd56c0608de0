package hearsay.commands;

import picocli.CommandLine.Option;

/** Whether a correction of a name holds for names of one word too. */
final class ShortForms {
    @Option(
            names = "--short-forms",
            description =
                    "also names of one word, such as a surname, always mean the person; by default each article decides")
    boolean always;
}

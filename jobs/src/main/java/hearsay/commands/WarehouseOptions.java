package hearsay.commands;

import picocli.CommandLine.Option;

/** The warehouse that a command is about. */
final class WarehouseOptions {
    @Option(names = "--warehouse", required = true, paramLabel = "DIR", description = "folder of the tables")
    String path;
}

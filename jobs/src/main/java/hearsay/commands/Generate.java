package hearsay.commands;

import hearsay.bench.GeneratedArticles;
import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description =
                "Writes invented articles as JSON lines, to try things out and to measure: the same seed, the same news.")
public final class Generate implements Callable<Integer> {
    @Option(names = "--articles", required = true, paramLabel = "N", description = "how many")
    private int articles;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "over how many days, from 2025-06-16 on; default: ${DEFAULT-VALUE}")
    private int days = 7;

    @Option(names = "--seed", paramLabel = "N", description = "another seed, other news; default: ${DEFAULT-VALUE}")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "FILE.jsonl", description = "where to write the articles")
    private Path out;

    @Option(
            names = "--gold",
            paramLabel = "FILE.jsonl",
            description = "where to write what was planted: quotations and copies")
    private Path gold;

    @Override
    public Integer call() {
        GeneratedArticles generated = new GeneratedArticles(seed, articles, days);
        write(out, generated.stream().map(GeneratedArticles.Article::json));
        if (gold != null) {
            write(gold, generated.stream().map(GeneratedArticles.Article::goldJson));
        }
        return CommandLine.ExitCode.OK;
    }

    private static void write(Path file, Stream<String> lines) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, lines.toList());
        } catch (IOException e) {
            throw new OperatorMistake(
                    "Cannot write " + file + ": " + e.getClass().getSimpleName() + " " + e.getMessage() + ".", e);
        }
    }
}

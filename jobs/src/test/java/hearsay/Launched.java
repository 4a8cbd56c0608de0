package hearsay;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * One real run of jobs/hearsay in a process of its own.
 *
 * @param output what it printed, both streams
 */
record Launched(int exitCode, String output) {
    private static final int MINUTES = 8;

    static Launched hearsay(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("jobs/hearsay"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SPARK_") || name.startsWith("HEARSAY_"));
        builder.environment().put("HEARSAY_MEMORY", "2g");
        builder.environment().putAll(environment);
        Path log = Files.createTempFile("hearsay", ".log");
        Process process = builder.redirectOutput(log.toFile()).start();
        if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new AssertionError("no end after " + MINUTES + " minutes: " + Files.readString(log));
        }
        return new Launched(process.exitValue(), Files.readString(log, StandardCharsets.UTF_8));
    }
}

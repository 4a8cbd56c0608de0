package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Spark's own standalone cluster on loopback: a master and workers of one core each, every one in a JVM of its own, from the
 * jars of {@code target/spark.classpath}. Executors work in {@code workers/N/app-*}, and each has a folder for temporary files.
 */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://127\\.0\\.0\\.1:\\d+)");
    private static final int SECONDS = 120;

    private final Path folder;
    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    StandaloneCluster(Path folder, int workers, String workerMemory) throws IOException, InterruptedException {
        this.folder = folder;
        this.home = sparkHome(folder.resolve("spark"));
        try {
            Path log = start("master", Map.of(), "org.apache.spark.deploy.master.Master", "--port", "0");
            master = await(log, MASTER).group(1);
            for (int i = 0; i < workers; i++) {
                Path worker = Files.createDirectories(folder.resolve("workers/" + i));
                Path temporary = Files.createDirectories(folder.resolve("temporary/" + i));
                Path ready = start(
                        "worker-" + i,
                        Map.of("SPARK_LOCAL_DIRS", temporary.toString()),
                        "org.apache.spark.deploy.worker.Worker",
                        "--cores",
                        "1",
                        "--memory",
                        workerMemory,
                        "--work-dir",
                        worker.toString(),
                        master);
                await(ready, Pattern.compile("Successfully registered with master"));
            }
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    /** What jobs/hearsay is to be given so that it runs here. */
    Map<String, String> environment(String options) {
        return Map.of("SPARK_LOCAL_IP", "127.0.0.1", "HEARSAY_SUBMIT", "--master " + master + " " + options);
    }

    /** The lines that each executor logged. */
    List<List<String>> executorLogs() throws IOException {
        List<List<String>> logs = new ArrayList<>();
        for (Path file : paths(folder.resolve("workers"), 4)) {
            if (file.endsWith("stderr")) {
                logs.add(Files.readAllLines(file));
            }
        }
        return logs;
    }

    /** What executors left in their workers' folders for temporary files, a moment after the application's end. */
    List<Path> temporaryFiles() throws IOException, InterruptedException {
        Path temporary = folder.resolve("temporary");
        List<Path> left = List.of(temporary);
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                !left.isEmpty() && System.nanoTime() < end;
                Thread.sleep(100)) {
            left = paths(temporary, 3).stream()
                    .filter(file -> temporary.relativize(file).getNameCount() == 3)
                    .toList();
        }
        return left;
    }

    private static List<Path> paths(Path folder, int depth) throws IOException {
        try (Stream<Path> found = Files.walk(folder, depth)) {
            return found.toList();
        }
    }

    /** A folder that serves as SPARK_HOME for executors: Spark's jars under jars/. */
    static Path sparkHome(Path folder) throws IOException {
        Path jars = Files.createDirectories(folder.resolve("jars"));
        for (String jar :
                Files.readString(Path.of("target/spark.classpath")).strip().split(":")) {
            Files.createSymbolicLink(jars.resolve(Path.of(jar).getFileName()), Path.of(jar));
        }
        return folder;
    }

    private Path start(String name, Map<String, String> environment, String mainClass, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC"));
        command.addAll(
                List.of(Files.readString(Path.of("target/java.opts")).strip().split(" ")));
        command.addAll(List.of(
                "-Xmx256m", "-cp", home.resolve("jars") + "/*", mainClass, "--host", "127.0.0.1", "--webui-port", "0"));
        command.addAll(List.of(arguments));
        Path log = folder.resolve(name + ".log");
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(variable -> variable.startsWith("SPARK_"));
        builder.environment()
                .putAll(Map.of(
                        "SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", "127.0.0.1", "SPARK_SCALA_VERSION", "2.12"));
        builder.environment().putAll(environment);
        processes.add(builder.start());
        return log;
    }

    private Matcher await(Path log, Pattern sign) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                System.nanoTime() < end;
                Thread.sleep(100)) {
            Matcher found = sign.matcher(Files.readString(log));
            if (found.find()) {
                return found;
            }
        }
        throw new AssertionError("no \"" + sign + "\" after " + SECONDS + " s: " + Files.readString(log));
    }

    /** Workers first: they end their executors. */
    @Override
    public void close() {
        for (int i = processes.size() - 1; i >= 0; i--) {
            Process process = processes.get(i);
            process.destroy();
            try {
                assertThat(process.waitFor(SECONDS, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

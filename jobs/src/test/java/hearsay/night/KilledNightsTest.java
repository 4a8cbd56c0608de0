package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import hearsay.settings.Settings;
import hearsay.tables.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole nights over 300 articles in processes of their own, killed with {@code kill -9} at random moments of their work. After one
 * more run the warehouse must be that of the night that nobody killed, to the byte.
 *
 * <p>{@code mvn test -Dtest=KilledNightsTest -Dhearsay.night.kills=200} for more than the four of every build; the kills of
 * {@code KilledPublishingTest} all fall into the moments that count. A process gets ready while the night before it is made
 * whole, and waits for its warehouse; so a kill costs little more than half a night and a whole one.
 */
@Tag("whole")
class KilledNightsTest {
    private static final int KILLS = Integer.getInteger("hearsay.night.kills", 4);
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-07-01");
    private static final String[] NAMES = {
        "Angela Merkel", "Barack Obama", "David Cameron", "Emmanuel Macron", "Theresa May", "Justin Trudeau"
    };
    private static final String[] PLACES = {"Berlin", "London", "Paris", "Ottawa", "Geneva"};

    @TempDir
    static Path folder;

    @Test
    void afterAKillOneMoreRunMakesTheNightWhole() throws Exception {
        Path input = folder.resolve("input");
        Path before = folder.resolve("before");
        write(input, 0, 200);
        night(input, before);
        write(input, 150, 300); // 50 of them corrected

        Path whole = copy(before, folder.resolve("whole"));
        Map<String, String> old = files(whole);
        night(input, whole);
        Map<String, String> expected = files(whole);
        assertThat(unlike(expected, old)).isNotEmpty();

        Duration work;
        try (Waiting alone = new Waiting(input)) {
            Path warehouse = copy(before, folder.resolve("alone"));
            alone.begin(warehouse);
            work = alone.runUntil(Duration.ofHours(1));
            assertThat(unlike(files(warehouse), expected))
                    .as("the same night in another process")
                    .isEmpty();
        }

        Random random = new Random(6);
        List<String> left = new ArrayList<>();
        Waiting next = new Waiting(input);
        while (left.size() < KILLS) {
            Path warehouse = copy(before, folder.resolve("killed"));
            boolean killed;
            try (Waiting night = next) {
                night.begin(warehouse);
                // a tenth more than that night took: no two take as long, and the last moments are to be hit too
                night.runUntil(Duration.ofNanos((long) (random.nextDouble() * 1.1 * work.toNanos())));
                killed = night.process.isAlive();
            }
            if (killed) {
                Map<String, String> found = files(warehouse);
                left.add(found.equals(old) ? "before" : found.equals(expected) ? "after" : "between");
                assertThat(left).doesNotContain("between");
            }
            next = left.size() < KILLS ? new Waiting(input) : null;
            if (killed) {
                night(input, warehouse);
                assertThat(unlike(files(warehouse), expected))
                        .as("after kill %d, which left the night %s", left.size(), left.get(left.size() - 1))
                        .isEmpty();
                System.out.println("kill " + left.size() + " left the night " + left.get(left.size() - 1));
            }
            delete(warehouse);
        }
        System.out.println(KILLS + " kills of nights of " + work.toSeconds() + " processor seconds: " + left);
    }

    /** A process with a Spark session that waits for the warehouse of its night. */
    private static final class Waiting implements AutoCloseable {
        final Process process;
        private Duration before;

        Waiting(Path input) throws IOException {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx2g"));
            ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                    .filter(a -> a.startsWith("--add-opens") || a.startsWith("-Djdk.reflect") || a.startsWith("-XX:"))
                    .forEach(command::add);
            command.addAll(
                    List.of("-cp", System.getProperty("java.class.path"), Waiting.class.getName(), input.toString()));
            process = new ProcessBuilder(command)
                    .redirectError(folder.resolve("child.log").toFile())
                    .start();
        }

        /** Waits until the process is ready and sends it to the warehouse. */
        void begin(Path warehouse) throws IOException {
            assertThat(process.getInputStream().read()).as("ready").isPositive();
            before = processor().orElseThrow();
            process.getOutputStream().write((warehouse + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
        }

        /**
         * Waits until the night has had so much processor time, which what else the machine does stretches less than the clock's,
         * or has ended. @return how much it had
         */
        Duration runUntil(Duration work) throws InterruptedException {
            Duration had = Duration.ZERO;
            while (had.compareTo(work) < 0 && !process.waitFor(5, TimeUnit.MILLISECONDS)) {
                had = processor().map(now -> now.minus(before)).orElse(had);
            }
            return had;
        }

        private Optional<Duration> processor() {
            return process.info().totalCpuDuration();
        }

        @SuppressWarnings({"unused", "EffectivelyPrivate"}) // the main of a process of its own
        public static void main(String[] input) throws IOException {
            PrintStream out = System.out;
            System.setOut(System.err);
            TestSpark.session();
            out.println("ready");
            String warehouse = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (warehouse != null) {
                night(Path.of(input[0]), Path.of(warehouse));
            }
            System.exit(0);
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }

    private static void write(Path input, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            String name = NAMES[i % NAMES.length];
            String other = NAMES[(i + 1 + i / 6) % NAMES.length];
            String place = PLACES[i % PLACES.length];
            Path file = input.resolve("2025-06-" + (10 + i % 6)).resolve("article-" + i + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file,
                    name + " met " + other + " in " + place + " on Monday for talk number " + i + ".\n\n"
                            + "\u201cWe agree on point " + i + (from > 0 ? ", and on the next one" : "") + ",\u201d "
                            + name.split(" ")[1]
                            + " said.\n\nThe meeting with " + other.split(" ")[1] + " went on for " + (2 + i % 7)
                            + " hours.\n");
        }
    }

    private static void night(Path input, Path warehouse) {
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new NightlyJob.Request(input.toString(), warehouse.toString(), RUN_DATE, false, false));
    }

    /** Links are copied as links, files as hard links: no night writes into a file that another one published. */
    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isSymbolicLink(path)) {
                    Files.createSymbolicLink(copy, Files.readSymbolicLink(path));
                } else if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    Files.createDirectories(copy);
                } else {
                    Files.createLink(copy, path);
                }
            }
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** What every file of the published tables holds, footers left out as {@code Disk} explains; not runs, which count seconds. */
    private static Map<String, String> files(Path warehouse) throws IOException {
        Path night = warehouse.resolve("current").toRealPath();
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(night)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                String name = night.relativize(file).toString();
                if (!name.startsWith("runs")) {
                    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
                    int rows = bytes.capacity() - 8 - bytes.getInt(bytes.capacity() - 8);
                    files.put(name, Ids.hash(new String(bytes.array(), 0, rows, StandardCharsets.ISO_8859_1)));
                }
            }
        }
        return files;
    }

    /** Names of the files in which two warehouses differ. */
    private static Set<String> unlike(Map<String, String> one, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
        return names;
    }
}

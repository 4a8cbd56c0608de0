package hearsay.bench;

import com.sun.management.OperatingSystemMXBean;
import hearsay.TestSpark;
import hearsay.night.NightlyJob;
import hearsay.night.Progress;
import hearsay.settings.Settings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What a night costs where one article in a hundred is new: a first night over an archive, one over late articles of two of
 * its days, one over articles of the day after it, and one with nothing new, in processor seconds and seconds of the clock,
 * start-up apart; and what the second night wrote. {@code jobs/hearsay bench} measures first nights. Run:
 *
 * <pre>
 * mvn -q package -DskipTests -Dmdep.outputFile=target/test.classpath dependency:build-classpath
 * java $(cat target/java.opts) -Xmx4g -cp target/test-classes:target/classes:$(cat target/test.classpath) \
 *     hearsay.bench.NightBenchmark FOLDER 2000 60
 * </pre>
 */
public final class NightBenchmark {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private NightBenchmark() {}

    /** @param arguments an empty folder, articles of the archive, days */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        int archive = Integer.parseInt(arguments[1]);
        int days = Integer.parseInt(arguments[2]);
        int fresh = Math.max(2, archive / 100);
        List<GeneratedArticles.Article> old = new ArrayList<>();
        List<GeneratedArticles.Article> late = new ArrayList<>();
        List<GeneratedArticles.Article> next = new ArrayList<>();
        LocalDate nextDay = GeneratedArticles.FIRST_DAY.plusDays(days);
        Set<LocalDate> lateDays = Set.of(
                GeneratedArticles.FIRST_DAY.plusDays(days / 3), GeneratedArticles.FIRST_DAY.plusDays(2 * days / 3));
        Map<LocalDate, Integer> perDay = new HashMap<>();
        new GeneratedArticles(1, (archive + fresh) * (days + 1) / days, days + 1)
                .stream().forEach(article -> {
                    if (article.day().equals(nextDay)) {
                        next.add(article);
                    } else if (lateDays.contains(article.day())
                            && perDay.merge(article.day(), 1, Integer::sum) <= fresh / 2) {
                        late.add(article);
                    } else {
                        old.add(article);
                    }
                });

        List<GeneratedArticles.Article> warmUp =
                new GeneratedArticles(2, 44, 4).stream().toList();
        write(folder.resolve("warm-up-input"), "a.jsonl", warmUp.subList(4, 44));
        night(folder.resolve("warm-up-input"), folder.resolve("warm-up"), "warm-up");
        write(folder.resolve("warm-up-input"), "b.jsonl", warmUp.subList(0, 4));
        night(folder.resolve("warm-up-input"), folder.resolve("warm-up"), "warm-up with late articles");
        Path input = folder.resolve("input");
        Path warehouse = folder.resolve("warehouse");
        write(input, "archive.jsonl", old);
        night(input, warehouse, old.size() + " articles of " + days + " days");
        Map<String, FileTime> before = files(warehouse);
        write(input, "late.jsonl", late);
        night(input, warehouse, late.size() + " new articles of " + lateDays);
        Map<String, Set<String>> written = new TreeMap<>();
        files(warehouse).forEach((file, time) -> {
            if (!time.equals(before.get(file))) {
                String[] tableAndDay = file.split("/");
                written.computeIfAbsent(tableAndDay[0], table -> new TreeSet<>())
                        .add(tableAndDay[1]);
            }
        });
        written.forEach((table, what) -> System.out.println("written: " + table + " " + what));
        List<GeneratedArticles.Article> tomorrow = next.subList(0, Math.min(fresh, next.size()));
        write(input, "next.jsonl", tomorrow);
        night(input, warehouse, tomorrow.size() + " new articles of the next day");
        night(input, warehouse, "nothing new");
    }

    private static void night(Path input, Path warehouse, String what) {
        long processor = MACHINE.getProcessCpuTime();
        long clock = System.nanoTime();
        Progress progress = new Progress(System.out);
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new NightlyJob.Request(
                        input.toString(), warehouse.toString(), LocalDate.of(2025, 12, 31), false, false),
                progress);
        progress.steps()
                .forEach(step -> System.out.printf("%-20s %8.1f processor seconds%n", step.name(), step.processor()));
        System.out.printf(
                "night of %s: %.1f processor seconds, %.1f seconds%n",
                what, (MACHINE.getProcessCpuTime() - processor) / 1e9, (System.nanoTime() - clock) / 1e9);
    }

    private static void write(Path input, String file, List<GeneratedArticles.Article> articles) throws IOException {
        Files.createDirectories(input);
        Files.write(
                input.resolve(file),
                articles.stream().map(GeneratedArticles.Article::json).toList());
    }

    /** The files of the tables and the times at which they were written. */
    private static Map<String, FileTime> files(Path warehouse) throws IOException {
        Path night = warehouse.resolve("current").toRealPath();
        Map<String, FileTime> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(night)) {
            for (Path file : all.filter(f -> f.toString().endsWith(".parquet")).toList()) {
                files.put(night.relativize(file).toString(), Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}

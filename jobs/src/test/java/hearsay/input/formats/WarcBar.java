package hearsay.input.formats;

import hearsay.TestSpark;
import hearsay.input.InputSettings;
import hearsay.input.files.InputFiles;
import hearsay.settings.Settings;
import hearsay.steps.ArticleLimits;
import hearsay.steps.ArticlesFromFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A web archive of many pages for measuring: the pages of the test with their furniture blown up to the size of real ones. */
public final class WarcBar {
    private WarcBar() {}

    /** {@code ARCHIVE PAGES FILLER}: writes the archive if it is not there, reads it on two cores, prints how fast. */
    public static void main(String[] args) throws IOException {
        Path archive = Path.of(args[0]);
        if (!Files.exists(archive)) {
            write(archive, Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        }
        InputSettings settings = Settings.read(Optional.empty()).section("input", InputSettings.class);
        SparkSession spark = TestSpark.session();
        Dataset<Row> pieces = InputFiles.pieces(spark, InputFiles.list(spark, args[0]), settings);
        for (int run = 0; run < 2; run++) {
            var machine = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
            long cpu = machine.getProcessCpuTime();
            long begin = System.nanoTime();
            Map<String, Long> found = ArticlesFromFiles.derive(
                            pieces, settings, LocalDate.of(2026, 11, 23), ArticleLimits.none())
                    .selectExpr(
                            "if(article is null, reject.reason, 'article') as what", "length(article.text) as chars")
                    .groupBy("what")
                    .count()
                    .collectAsList()
                    .stream()
                    .collect(Collectors.toMap(row -> row.getString(0), row -> row.getLong(1)));
            double seconds = (System.nanoTime() - begin) / 1e9;
            long pages = found.values().stream().mapToLong(n -> n).sum();
            long most = ManagementFactory.getMemoryPoolMXBeans().stream()
                    .filter(pool -> pool.getType() == MemoryType.HEAP)
                    .mapToLong(pool -> pool.getPeakUsage().getUsed())
                    .sum();
            System.out.printf(
                    "%d bytes, %d tasks, %s, %.1f s, %.0f pages a second, %.0f a second of CPU,"
                            + " heap at most %d MB%n",
                    Files.size(archive),
                    pieces.javaRDD().getNumPartitions(),
                    found,
                    seconds,
                    pages / seconds,
                    pages / ((machine.getProcessCpuTime() - cpu) / 1e9),
                    most >> 20);
        }
    }

    /** @param filler bytes of scripts and markup around each article; real pages of news sites have 100,000 and more */
    static void write(Path archive, int pages, int filler) throws IOException {
        List<Path> models;
        try (var files = Files.list(Path.of("jobs/src/test/resources/hearsay/pages"))) {
            models = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
        Random random = new Random(7);
        try (OutputStream out = Files.newOutputStream(archive)) {
            out.write(Warcs.gzip(Warcs.info()));
            for (int i = 0; i < pages; i++) {
                String page = Files.readString(models.get(i % models.size()));
                StringBuilder script = new StringBuilder("<script>var data=[");
                while (script.length() < filler / 2) {
                    script.append(Long.toString(random.nextLong(), 36)).append(',');
                }
                script.append("];</script><div class=\"menu\">");
                while (script.length() < filler) {
                    script.append("<div class=\"item x")
                            .append(random.nextInt(99))
                            .append("\"><a href=\"/")
                            .append(Long.toString(random.nextLong(), 36))
                            .append("\"><span>Item</span></a></div>");
                }
                String whole =
                        page.replace("</body>", script + "</div></body>").replace("</BODY>", script + "</div></BODY>");
                out.write(Warcs.gzip(Warcs.response(
                        "https://example.com/" + i,
                        "200 OK",
                        "text/html; charset=utf-8",
                        whole.getBytes(StandardCharsets.UTF_8))));
            }
        }
    }
}

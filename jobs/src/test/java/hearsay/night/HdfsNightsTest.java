package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.SmallHdfs;
import hearsay.TestSpark;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FileStatus;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles and tables on HDFS. Kills are the matter of {@code KilledPublishingTest}. */
@Tag("whole")
class HdfsNightsTest {
    private static final LocalDate RUN_DATE = LocalDate.parse("2025-06-20");

    @TempDir
    static Path folder;

    @Test
    void twoNightsLeaveTheRowsOfOneRunOnALocalDisk() throws Exception {
        Path local = folder.resolve("articles");
        try (SmallHdfs hdfs = new SmallHdfs(folder.resolve("hdfs"))) {
            String input = hdfs.path("/news");
            String warehouse = hdfs.path("/warehouse");
            write(
                    local,
                    "2025-06-16/harbour.txt",
                    "Mayor Ada Brook met Carl Dunn in Oslo on Monday.\n\n"
                            + "\u201cThe harbour stays open,\u201d Brook said.\n");
            write(local, "2025-06-17/school.txt", "Schools in Oslo begin at nine, Carl Dunn said.\n");
            put(hdfs, local);
            night(input, warehouse);
            write(
                    local,
                    "2025-06-17/park.txt",
                    "\u201cThe park opens in spring,\u201d Mayor Ada Brook told Carl Dunn.\n");
            put(hdfs, local);
            night(input, warehouse);

            String alone = folder.resolve("warehouse").toString();
            night(local.toString(), alone);
            assertThat(rows(warehouse)).isEqualTo(rows(alone));
            assertThat(Arrays.stream(hdfs.files().listStatus(new org.apache.hadoop.fs.Path(warehouse, ".nights")))
                            .filter(FileStatus::isDirectory)
                            .map(f -> f.getPath().getName()))
                    .allMatch(name -> name.startsWith("_")); // no staging is left
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    private static void put(SmallHdfs hdfs, Path local) throws IOException {
        org.apache.hadoop.fs.Path news = new org.apache.hadoop.fs.Path("/news");
        hdfs.files().delete(news, true);
        hdfs.files().copyFromLocalFile(new org.apache.hadoop.fs.Path(local.toString()), news);
    }

    private static void night(String input, String warehouse) {
        NightlyJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                new NightlyJob.Request(input, warehouse, RUN_DATE, false, false));
    }

    private static Map<String, List<String>> rows(String path) {
        Warehouse warehouse = Warehouse.existing(TestSpark.session(), path);
        Map<String, List<String>> rows = new TreeMap<>();
        for (Table<?> table : Tables.ALL) {
            if (table != Tables.RUNS) {
                rows.put(
                        table.name(),
                        warehouse.read(table).drop("run_id").toJSON().collectAsList().stream()
                                .sorted()
                                .toList());
            }
        }
        assertThat(rows.get("quotes")).hasSize(3);
        return rows;
    }
}

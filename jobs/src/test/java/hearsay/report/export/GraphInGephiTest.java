package hearsay.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.SmallWarehouse;
import hearsay.TestSpark;
import hearsay.settings.Settings;
import hearsay.store.Warehouse;
import hearsay.tables.Tables;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Encoders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Gephi's own importer reads the graphs, in a process of its own: its jar brings other versions of half of Spark's libraries. */
@Tag("whole")
class GraphInGephiTest {
    private static final Path TOOLKIT = Path.of("target/gephi/gephi-toolkit.jar");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(names = {"GEXF", "GRAPHML"})
    void theNetworkHasTheNodesAndEdgesOfTheTable(Format format) throws Exception {
        List<String> read = gephi(What.NETWORK, format);
        assertThat(read).noneMatch(line -> line.startsWith("issue\tSEVERE") || line.startsWith("issue\tWARNING"));
        assertThat(read)
                .filteredOn(line -> line.startsWith("node\t"))
                .hasSize(3)
                .anyMatch(line -> line.endsWith("\tAda Brook\tPER"));
        List<String> edges = Warehouse.existing(TestSpark.session(), SmallWarehouse.path())
                .read(Tables.CO_MENTION_NETWORK)
                .selectExpr("concat_ws('\t', 'edge', a_id, b_id, cast(stories as double), 'undirected')")
                .as(Encoders.STRING())
                .collectAsList();
        assertThat(read)
                .filteredOn(line -> line.startsWith("edge\t"))
                .extracting(line -> line.substring(0, line.lastIndexOf('\t')))
                .containsExactlyInAnyOrderElementsOf(edges);
        assertThat(read).contains("column of nodes\ttype\tString", "column of edges\tstrength\tDouble");
        if (format == Format.GEXF) {
            assertThat(read)
                    .contains("column of edges\tstories_of_day\tIntervalLongMap", "nodes\t3\tedges\t2\tdynamic\ttrue");
        }
    }

    @Test
    void speakersAreDirected() throws Exception {
        assertThat(gephi(What.SPEAKERS, Format.GEXF))
                .filteredOn(line -> line.startsWith("edge\t"))
                .hasSize(3)
                .allMatch(line -> line.contains("\tdirected\t"))
                .anyMatch(line -> line.startsWith("edge\t" + SmallWarehouse.id("PER", "Ada Brook") + "\t"
                        + SmallWarehouse.id("ORG", "Harbour Board") + "\t2.0"));
    }

    private List<String> gephi(What what, Format format) throws Exception {
        assertThat(TOOLKIT)
                .as("mvn verify puts it there; by hand: mvn dependency:copy@gephi")
                .exists();
        ExportJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                SmallWarehouse.path(),
                new ExportJob.Request(
                        what, format, folder, Optional.empty(), Optional.empty(), Optional.empty(), false),
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        File file =
                folder.resolve((what + "." + format).toLowerCase(Locale.ROOT)).toFile();
        Process process = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Djava.awt.headless=true",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        TOOLKIT.toString(),
                        "jobs/src/test/resources/hearsay/report/GephiReads.java",
                        file.toString())
                .redirectError(folder.resolve("gephi.log").toFile())
                .start();
        String read = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(read).isZero();
        return read.lines().toList();
    }
}

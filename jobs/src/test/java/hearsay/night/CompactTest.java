package hearsay.night;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Hearsay;
import hearsay.OwnProcess;
import hearsay.TestSpark;
import hearsay.store.MadeNights;
import hearsay.store.Warehouse;
import hearsay.tables.Run;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("whole")
class CompactTest {
    private static final String DAY = "quotes/published_date=2025-06-17";

    @TempDir
    Path folder;

    private Path warehouse;

    @Test
    void aNightThatIsHeldBackIsPublishedWhereTheOperatorAcceptsIt() throws Exception {
        warehouse = folder.resolve("warehouse");
        MadeNights.publishTwo(warehouse.toString());
        scatterWithoutSpeakers();
        Path conf =
                Files.writeString(folder.resolve("own.conf"), "checks { unknown-speakers = 0.1, unknown-from = 1 }");

        OwnProcess held = compact(conf);
        assertThat(held.exitCode()).as(held.output()).isEqualTo(3);
        assertThat(held.output())
                .contains("2 quotes have no speaker", "among them", "--accept publishes it all the same")
                .doesNotContain("\tat ");
        assertThat(files()).hasSize(2);

        OwnProcess accepted = compact(conf, "--accept");
        assertThat(accepted.exitCode()).as(accepted.output()).isZero();
        assertThat(accepted.output()).contains("note: compacted 1 partitions");
        assertThat(files()).containsExactly("part-00000.parquet");
        Warehouse tables = Warehouse.at(TestSpark.session(), warehouse.toString());
        assertThat(tables.read(Tables.QUOTES).count()).isEqualTo(3);
        Run run = Tables.RUNS
                .records()
                .record(tables.read(Tables.RUNS).where("night = 3").head());
        assertThat(run.notes())
                .anyMatch(note -> note.startsWith("accepted although 100 % of 2 quotes have no speaker"));

        assertThat(compact(conf).output()).contains("No day lies in many small files; nothing to do.");
    }

    /** As another writer leaves a day. */
    private void scatterWithoutSpeakers() throws IOException {
        Path day = warehouse.resolve(DAY);
        TestSpark.session()
                .read()
                .parquet(day.toString())
                .withColumn("speaker_id", lit(null).cast("string"))
                .repartition(2)
                .write()
                .parquet(folder + "/scattered");
        Files.delete(day.resolve("part-00000.parquet"));
        try (Stream<Path> parts = Files.list(folder.resolve("scattered"))) {
            for (Path part :
                    parts.filter(p -> p.toString().endsWith(".parquet")).toList()) {
                Files.move(part, day.resolve(part.getFileName()));
            }
        }
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(warehouse.resolve(DAY))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private OwnProcess compact(Path conf, String... more) throws Exception {
        List<String> arguments = Stream.concat(
                        Stream.of("compact", "--warehouse", warehouse.toString(), "--conf", conf.toString()),
                        Stream.of(more))
                .toList();
        return OwnProcess.of(Hearsay.class, List.of("-Dspark.master=local[2]"), arguments.toArray(String[]::new));
    }
}

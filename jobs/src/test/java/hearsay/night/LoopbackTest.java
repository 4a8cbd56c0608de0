package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.OwnProcess;
import hearsay.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Every port that a local run listens on is on loopback: nothing outside of the machine can reach it. */
@EnabledOnOs(OS.LINUX)
@Tag("whole")
class LoopbackTest {
    private static final String LISTENS = "0A";
    private static final Set<String> LOOPBACK =
            Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

    @Test
    void aLocalSessionListensOnLoopbackOnly() throws IOException {
        TestSpark.session().range(10).repartition(2).count();
        Set<String> own = inodes();
        List<String> addresses = Stream.concat(sockets("tcp"), sockets("tcp6"))
                .filter(socket -> socket[3].equals(LISTENS) && own.contains(socket[9]))
                .map(socket -> socket[1].substring(0, socket[1].indexOf(':')))
                .toList();
        assertThat(addresses)
                .as("addresses that this process listens on, as /proc/net/tcp writes them")
                .isNotEmpty()
                .allMatch(LOOPBACK::contains);
    }

    /** As spark-submit starts it where nobody names conf/spark-defaults.conf. */
    @Test
    void noWebPageIsServedUnlessItIsAskedFor() throws Exception {
        assertThat(OwnProcess.of(LoopbackTest.class, List.of("-Dspark.master=local[1]"))
                        .output())
                .contains("web page: None");
        assertThat(OwnProcess.of(LoopbackTest.class, List.of("-Dspark.master=local[1]", "-Dspark.ui.enabled=true"))
                        .output())
                .contains("web page: Some(http");
    }

    public static void main(String[] none) {
        try (SparkSession spark =
                Sessions.configured(SparkSession.builder().appName("alone")).getOrCreate()) {
            System.out.println("web page: " + spark.sparkContext().uiWebUrl());
        }
    }

    private static Stream<String[]> sockets(String protocol) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/net", protocol)).stream()
                .skip(1)
                .map(line -> line.strip().split("\\s+"));
    }

    /** Numbers of the sockets of this process. */
    private static Set<String> inodes() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.map(LoopbackTest::target)
                    .filter(target -> target.startsWith("socket:["))
                    .map(target -> target.substring(8, target.length() - 1))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) { // closed meanwhile
            return "";
        }
    }
}

package hearsay;

import hearsay.night.Sessions;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.spark.sql.SparkSession;

/** The one session that the tests of a JVM share: local, as {@code conf/spark-defaults.conf} has it but for the size of the tests. */
public final class TestSpark {
    private static SparkSession session;

    private TestSpark() {}

    public static synchronized SparkSession session() {
        if (session == null) {
            SparkSession.Builder builder = Sessions.configured(
                    SparkSession.builder().master("local[2]").appName("tests"));
            Properties defaults = defaults();
            defaults.stringPropertyNames().forEach(name -> builder.config(name, defaults.getProperty(name)));
            session = builder.config("spark.ui.showConsoleProgress", "false")
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.default.parallelism", "2")
                    .getOrCreate();
        }
        return session;
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (Reader conf = Files.newBufferedReader(Path.of("conf/spark-defaults.conf"))) {
            defaults.load(conf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }
}

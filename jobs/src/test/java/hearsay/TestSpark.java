package hearsay;

import org.apache.spark.sql.SparkSession;

/** The one session that the tests of a JVM share: local, without UI. */
public final class TestSpark {
    private static SparkSession session;

    private TestSpark() {}

    public static synchronized SparkSession session() {
        if (session == null) {
            session = Sessions.configured(SparkSession.builder().master("local[2]").appName("tests"))
                    .config("spark.ui.enabled", "false")
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.default.parallelism", "2")
                    .config("spark.sql.codegen.wholeStage", "false") // as conf/spark-defaults.conf has it
                    .config("spark.sql.codegen.factoryMode", "NO_CODEGEN")
                    .getOrCreate();
        }
        return session;
    }
}

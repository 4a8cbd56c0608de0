package hearsay.night;

import hearsay.store.LocalDisk;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** What every Spark session of Hearsay must have, whatever started it; the rest stands in conf/spark-defaults.conf. */
public final class Sessions {
    private Sessions() {}

    public static SparkSession.Builder configured(SparkSession.Builder builder) {
        SparkConf given = new SparkConf();
        String master = given.get("spark.master", "local[*]");
        // no web page is served unless it is asked for: Spark's listens on every address of the machine
        builder.config("spark.ui.enabled", given.get("spark.ui.enabled", "false"));
        if (master.startsWith("local")) {
            // nothing outside this machine has business with a local run; local-cluster's workers are on it too
            builder.config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1");
        }
        if (master.startsWith("local") && !master.startsWith("local-cluster")) {
            // not the instance that spark-submit got for itself before there was a session
            builder.config("spark.hadoop.fs.file.impl", LocalDisk.class.getName())
                    .config("spark.hadoop.fs.file.impl.disable.cache", "true");
        }
        return builder
                // one thread for each task: with ONNX Runtime's default tasks fight over the cores, 2.8 times slower on
                // two
                .config("spark.jsl.settings.onnx.intraOpNumThreads", "1")
                // rows hold LocalDate and Instant, days do not depend on where the job runs
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                // a table of ten years has 3,650 folders: not one task for the listing of each
                .config("spark.sql.sources.parallelPartitionDiscovery.parallelism", "32")
                // days before 1582 are written as they are named: a text may say it is of the year 0
                .config("spark.sql.parquet.datetimeRebaseModeInWrite", "CORRECTED")
                .config("spark.sql.parquet.datetimeRebaseModeInRead", "CORRECTED");
    }
}

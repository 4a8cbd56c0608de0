package hearsay;

import org.apache.spark.sql.SparkSession;

/** What every Spark session of Hearsay must have, whatever started it; the rest stands in conf/spark-defaults.conf. */
public final class Sessions {
    private Sessions() {}

    public static SparkSession.Builder configured(SparkSession.Builder builder) {
        return builder
                // rows hold LocalDate and Instant, days do not depend on where the job runs
                .config("spark.sql.datetime.java8API.enabled", "true")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
    }
}

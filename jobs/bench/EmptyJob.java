import org.apache.spark.sql.SparkSession;

/** The least that a Spark job can be: it starts a session and writes one Parquet file of one row. What a small night is measured against. */
public final class EmptyJob {
    private EmptyJob() {}

    public static void main(String[] folder) {
        SparkSession spark = SparkSession.builder().appName("empty").getOrCreate();
        spark.range(1).coalesce(1).write().parquet(folder[0]);
        spark.stop();
    }
}

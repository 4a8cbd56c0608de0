package hearsay.store;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.HadoopReadOptions;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/**
 * What reading a Parquet file to its end showed. Every page of it is compared with its checksum.
 *
 * @param file   its path below the tables
 * @param rows   0 where it cannot be read
 * @param schema Spark's own, as JSON; null where the file says none
 * @param broken why it cannot be read, null where it can
 */
record ReadFile(String file, long rows, String schema, String broken) implements Serializable {
    private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";
    private static final int FILES_A_TASK = 64;

    /** Reads files of a night, named by their paths below the tables, on the executors. */
    static List<ReadFile> all(SparkSession spark, Layout.NightMark night, Layout layout, List<String> files) {
        SerializableConfiguration conf =
                new SerializableConfiguration(spark.sparkContext().hadoopConfiguration());
        int tasks = Math.max(spark.sparkContext().defaultParallelism(), files.size() / FILES_A_TASK);
        List<Tuple2<String, String>> paths = files.stream()
                .map(file -> {
                    String table = file.substring(0, file.indexOf('/'));
                    return new Tuple2<>(
                            file, new Path(layout.table(table, night), file.substring(table.length() + 1)).toString());
                })
                .toList();
        return JavaSparkContext.fromSparkContext(spark.sparkContext())
                .parallelize(paths, tasks)
                .map(file -> of(file._1(), file._2(), conf.value()))
                .collect();
    }

    private static ReadFile of(String file, String path, Configuration conf) {
        try (ParquetFileReader reader = ParquetFileReader.open(
                HadoopInputFile.fromPath(new Path(path), conf),
                HadoopReadOptions.builder(conf)
                        .usePageChecksumVerification(true)
                        .build())) {
            long rows = 0;
            for (long group = rowsOfNext(reader); group >= 0; group = rowsOfNext(reader)) {
                rows += group;
            }
            if (rows != reader.getRecordCount()) {
                throw new IOException("it has " + rows + " rows and says " + reader.getRecordCount());
            }
            return new ReadFile(
                    file, rows, reader.getFileMetaData().getKeyValueMetaData().get(SPARK_SCHEMA), null);
        } catch (IOException | RuntimeException e) {
            return new ReadFile(file, 0, null, reason(e, path));
        }
    }

    /** The first line of what the library says, without the path that the finding names. */
    private static String reason(Exception e, String path) {
        return String.valueOf(e.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replace(path, "it")
                .replace(new Path(path).toUri().getPath(), "it");
    }

    private static long rowsOfNext(ParquetFileReader reader) throws IOException {
        var group = reader.readNextRowGroup();
        return group == null ? -1 : group.getRowCount();
    }
}

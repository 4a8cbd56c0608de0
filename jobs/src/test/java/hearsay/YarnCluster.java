package hearsay;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.ResourceScheduler;
import org.apache.hadoop.yarn.server.resourcemanager.scheduler.fifo.FifoScheduler;
import org.apache.spark.deploy.yarn.Client;

/**
 * Hadoop's own ResourceManager and one NodeManager in this JVM, on loopback, and a SPARK_HOME whose bin/spark-submit does what
 * Spark's does. Containers are processes of their own, ended where they use more memory than they asked for.
 */
final class YarnCluster implements AutoCloseable {
    private final MiniYARNCluster cluster = new MiniYARNCluster("hearsay", 1, 1, 1);
    private final Path folder;

    YarnCluster(Path folder, int megabytes) throws IOException, URISyntaxException {
        this.folder = folder;
        YarnConfiguration conf = new YarnConfiguration();
        conf.setClass(YarnConfiguration.RM_SCHEDULER, FifoScheduler.class, ResourceScheduler.class);
        conf.setInt(YarnConfiguration.YARN_MINICLUSTER_NM_PMEM_MB, megabytes);
        conf.setInt(YarnConfiguration.RM_SCHEDULER_MINIMUM_ALLOCATION_MB, 128);
        conf.setBoolean(YarnConfiguration.NM_PMEM_CHECK_ENABLED, true);
        conf.setBoolean(YarnConfiguration.NM_VMEM_CHECK_ENABLED, false); // a JVM reserves addresses that it never uses
        conf.setFloat(YarnConfiguration.NM_MAX_PER_DISK_UTILIZATION_PERCENTAGE, 100);
        cluster.init(conf);
        cluster.start();
        Files.createDirectories(folder);
        try (OutputStream site = Files.newOutputStream(
                Files.createDirectories(folder.resolve("conf")).resolve("yarn-site.xml"))) {
            cluster.getConfig().writeXml(site);
        }
        Path jars = StandaloneCluster.sparkHome(folder.resolve("spark")).resolve("jars");
        Path yarn = Path.of(
                Client.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Files.createSymbolicLink(jars.resolve(yarn.getFileName()), yarn);
        Path submit = Files.createDirectories(folder.resolve("spark/bin")).resolve("spark-submit");
        Files.writeString(submit, """
                #!/usr/bin/env bash
                mapfile -d '' -t command < <("$JAVA_HOME/bin/java" -cp "$SPARK_HOME/jars/*" \\
                  org.apache.spark.launcher.Main org.apache.spark.deploy.SparkSubmit "$@")
                exec "${command[1]#$'\\n'}" "${command[@]:2}"
                """);
        Files.setPosixFilePermissions(submit, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** What jobs/hearsay is to be given so that it runs here. */
    Map<String, String> environment(String options) {
        return Map.of(
                "JAVA_HOME",
                System.getProperty("java.home"),
                "SPARK_HOME",
                folder.resolve("spark").toString(),
                "HADOOP_CONF_DIR",
                folder.resolve("conf").toString(),
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_SCALA_VERSION",
                "2.12",
                "HEARSAY_SUBMIT",
                "--master yarn --conf spark.yarn.jars=local:" + folder.resolve("spark/jars") + "/*"
                        + " --conf spark.yarn.stagingDir="
                        + folder.resolve("staging").toUri() + " " + options);
    }

    /** How many processes it started for runs. */
    int containers() throws IOException {
        Path logs = Path.of(cluster.getNodeManager(0)
                .getConfig()
                .get(YarnConfiguration.NM_LOG_DIRS)
                .split(",")[0]);
        try (Stream<Path> all = Files.walk(logs, 2)) {
            return (int)
                    all.filter(container -> container.getFileName().toString().startsWith("container_"))
                            .count();
        }
    }

    @Override
    public void close() {
        cluster.stop();
    }
}

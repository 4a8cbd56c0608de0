package hearsay.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import scala.collection.JavaConverters;

/** How much memory was in use at most. */
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private final List<MemoryPoolMXBean> pools;

    private PeakMemory(List<MemoryPoolMXBean> pools) {
        this.pools = pools;
    }

    /** From here on. */
    public static PeakMemory begin() {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        return new PeakMemory(heap);
    }

    /** Bytes of this process's heap in use at most since {@link #begin}: the sum over its pools, garbage included. */
    public long heap() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    /** Bytes of this process in memory at most since it began, native memory included; 0 where the system does not tell. */
    public static long process() {
        try {
            return Files.exists(STATUS)
                    ? Files.readAllLines(STATUS).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) << 10)
                            .sum()
                    : 0;
        } catch (IOException e) {
            return 0; // a measure less
        }
    }

    /** Bytes in use at most, 0 where nothing is known: {@code spark.executor.processTreeMetrics.enabled} tells the process. */
    public record Executor(long heap, long process) {}

    /** Of the executors that used most. */
    public static Executor executors(SparkSession spark) {
        return new Executor(largest(spark, "JVMHeapMemory"), largest(spark, "ProcessTreeJVMRSSMemory"));
    }

    private static long largest(SparkSession spark, String metric) {
        return JavaConverters.seqAsJavaList(spark.sparkContext().statusStore().executorList(false)).stream()
                .filter(executor -> !executor.id().equals("driver"))
                .filter(executor -> executor.peakMemoryMetrics().isDefined())
                .mapToLong(executor -> executor.peakMemoryMetrics().get().getMetricValue(metric))
                .max()
                .orElse(0);
    }
}

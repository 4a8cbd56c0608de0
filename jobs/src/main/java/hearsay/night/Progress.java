package hearsay.night;

import com.sun.management.OperatingSystemMXBean;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line a step as the run goes: its name, the rows that came out, the seconds it took. */
public final class Progress {
    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final PrintStream out;
    private final List<Step> steps = new ArrayList<>();
    private long stepBegan = System.nanoTime();
    private long processorBefore = MACHINE.getProcessCpuTime();

    /**
     * One step, from the end of the one before to its own: the steps together are the run.
     *
     * @param processor seconds of processor time of this process, whatever else the machine did meanwhile
     */
    public record Step(String name, long rows, double seconds, double processor) {}

    public Progress(PrintStream out) {
        this.out = out;
    }

    /** Ends a step. */
    void done(String name, long rows) {
        long now = System.nanoTime();
        long processor = MACHINE.getProcessCpuTime();
        Step step = new Step(name, rows, (now - stepBegan) / 1e9, (processor - processorBefore) / 1e9);
        stepBegan = now;
        processorBefore = processor;
        steps.add(step);
        out.printf(Locale.ROOT, "%-20s %,12d rows %8.1f s%n", step.name, step.rows, step.seconds);
    }

    public List<Step> steps() {
        return List.copyOf(steps);
    }
}

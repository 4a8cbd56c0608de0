package hearsay.store;

import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.fs.Path;

/**
 * One run at a time on one warehouse. The file {@code .lock} says who holds it: run, host, process, the moment that
 * process started, and by its modification time when the holder last gave a sign of life.
 *
 * <p>A holder on this machine is dead when its process is gone or another one has its number; a holder elsewhere is taken
 * for dead after {@link #SILENCE} without a sign. On a local disk the system's own lock on {@code .lock.guard} decides
 * before that: it ends with the process, and it keeps two runs from both taking over from a dead one.
 */
final class WarehouseLock implements Layout.Hold, AutoCloseable {
    static final Duration SILENCE = Duration.ofMinutes(10);
    private static final long BEAT_SECONDS = 20;
    private static final Set<String> HELD_HERE = new HashSet<>(); // the system's locks are per process, not per thread

    private final Disk disk;
    private final Path file;
    private final Path guardFile;
    private final UUID nonce = UUID.randomUUID(); // of two runs of one process in one second
    private String mine;
    private FileChannel guard;
    private ScheduledExecutorService beat;

    private WarehouseLock(Disk disk, Path root) {
        this.disk = disk;
        this.file = new Path(root, ".lock");
        this.guardFile = new Path(root, ".lock.guard");
    }

    /**
     * @throws OperatorMistake where another run holds the warehouse, naming run, host and start
     */
    static WarehouseLock take(Disk disk, Path root, String runId) throws IOException {
        WarehouseLock lock = new WarehouseLock(disk, root);
        lock.takeGuard();
        try {
            lock.write(runId);
        } catch (IOException | RuntimeException e) {
            lock.releaseGuard();
            throw e;
        }
        lock.beginBeat();
        return lock;
    }

    /** Once the sweep has shown which run this is. */
    void rename(String runId) throws IOException {
        insist();
        mine = me(runId);
        disk.write(file, mine);
    }

    /** Before what cannot be undone: a run that slept longer than {@link #SILENCE} may have lost the warehouse to another. */
    @Override
    public void insist() throws IOException {
        if (!isMine()) {
            throw new OperatorMistake(
                    "This run gave no sign of life for more than " + SILENCE.toMinutes()
                            + " minutes and another one took the warehouse over, which finishes or undoes what this one began.");
        }
    }

    boolean isMine() throws IOException {
        return mine.equals(disk.text(file));
    }

    private void takeGuard() throws IOException {
        if (!disk.isLocal()) {
            return;
        }
        synchronized (HELD_HERE) {
            // before the file is opened: closing any channel of it would give up the lock that this process holds
            if (!HELD_HERE.add(guardFile.toString())) {
                throw inUse(holder());
            }
        }
        try {
            guard = FileChannel.open(Disk.local(guardFile), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            releaseGuard();
            throw e;
        }
        FileLock held;
        try {
            held = guard.tryLock();
        } catch (IOException e) {
            return; // a network disk without locks: process and heartbeat decide
        }
        if (held == null) {
            releaseGuard();
            throw inUse(holder());
        }
    }

    private void write(String runId) throws IOException {
        mine = me(runId);
        if (disk.writeNew(file, mine)) {
            return;
        }
        Properties holder = holder();
        if (isAlive(holder)) {
            throw inUse(holder);
        }
        disk.delete(file);
        if (!disk.writeNew(file, mine)) {
            throw inUse(holder());
        }
    }

    private boolean isAlive(Properties holder) throws IOException {
        if (!holder.containsKey("started")) {
            return false; // killed between making the file and writing the last line of it
        }
        if (place().equals(holder.getProperty("place"))) {
            return ProcessHandle.of(Long.parseLong(holder.getProperty("pid")))
                    .filter(p -> processStart(p).equals(holder.getProperty("process_start")))
                    .isPresent();
        }
        return disk.exists(file)
                && Duration.between(Instant.ofEpochMilli(disk.modified(file)), Instant.now())
                                .compareTo(SILENCE)
                        < 0;
    }

    private Properties holder() throws IOException {
        Properties holder = new Properties();
        String text = disk.text(file);
        if (text != null) {
            holder.load(new StringReader(text));
        }
        return holder;
    }

    /** Who holds the warehouse or held it when it was killed; takes nothing. */
    static Optional<String> sentence(Disk disk, Path root) throws IOException {
        WarehouseLock lock = new WarehouseLock(disk, root);
        Properties holder = lock.holder();
        if (holder.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("Run " + who(holder)
                + (lock.isAlive(holder)
                        ? " is at work."
                        : " was killed; the next run undoes or finishes what it left."));
    }

    private static String who(Properties holder) {
        return holder.getProperty("run", "(just beginning)")
                + " on host " + holder.getProperty("host", "(unknown)")
                + " since " + holder.getProperty("started", "(just now)");
    }

    private static OperatorMistake inUse(Properties holder) {
        return new OperatorMistake(
                "Run " + who(holder) + " is at work on this warehouse; wait for it to end and start this run again.");
    }

    private String me(String runId) {
        return "run=" + runId
                + "\nhost=" + host()
                + "\nplace=" + place()
                + "\npid=" + ProcessHandle.current().pid()
                + "\nprocess_start=" + processStart(ProcessHandle.current())
                + "\nnonce=" + nonce
                + "\nstarted=" + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
    }

    private static String processStart(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toString).orElse("");
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }

    /** Host and, in a container, the space in which its process numbers count. */
    private static String place() {
        java.nio.file.Path space = java.nio.file.Path.of("/proc/self/ns/pid");
        try {
            return host() + "/" + Files.readSymbolicLink(space);
        } catch (IOException | UnsupportedOperationException e) {
            return host();
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a beat catches what can fail
    private void beginBeat() {
        beat = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "warehouse lock");
            thread.setDaemon(true);
            return thread;
        });
        beat.scheduleAtFixedRate(this::beat, BEAT_SECONDS, BEAT_SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            if (isMine()) {
                disk.touch(file);
            }
        } catch (IOException | RuntimeException e) {
            // one beat lost; the next comes in time
        }
    }

    @Override
    public void close() throws IOException {
        beat.shutdownNow();
        try {
            if (isMine()) {
                disk.delete(file);
            }
        } finally {
            releaseGuard();
        }
    }

    private void releaseGuard() throws IOException {
        if (guard != null) {
            guard.close();
        }
        synchronized (HELD_HERE) {
            HELD_HERE.remove(guardFile.toString());
        }
    }
}

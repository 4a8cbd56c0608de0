package hearsay.store;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Counts the operations that change a store, and lets one of them fail. */
final class Faults {
    /** How the k-th operation fails. */
    enum Kind {
        /** Nothing is done. */
        ERROR,
        /** Of what is written, half is there; any other operation is not done. */
        HALF,
        /** It is done, and the store reports an error. */
        AFTER,
        /** From this operation on there is no room for anything new. */
        FULL,
        /** It takes a while. */
        SLOW,
        /** From this operation on nothing is done, as where the process was killed before it. */
        KILL
    }

    /** Something that a store does. */
    interface Operation {
        void run() throws IOException;
    }

    private final List<String> done = new ArrayList<>();
    private long failing = -1;
    private Kind kind = Kind.ERROR;

    /** From now on operations are counted anew and the k-th, from 0, fails; none where k is negative. */
    synchronized void plan(long k, Kind how) {
        done.clear();
        failing = k;
        kind = how;
    }

    synchronized List<String> done() {
        return List.copyOf(done);
    }

    void change(String name, Operation operation) throws IOException {
        run(name, false, operation, () -> {});
    }

    /** One that takes room. @param half what a failing writer leaves */
    void write(String name, Operation operation, Operation half) throws IOException {
        run(name, true, operation, half);
    }

    private synchronized void run(String name, boolean takesRoom, Operation operation, Operation half)
            throws IOException {
        long k = done.size();
        done.add(name);
        boolean now = k == failing;
        boolean since = failing >= 0 && k >= failing;
        if (kind == Kind.KILL && since) {
            throw new IOException("killed before " + name);
        } else if (kind == Kind.FULL && since && takesRoom) {
            half.run();
            throw new IOException("No space left on device: " + name);
        } else if (now && kind == Kind.ERROR) {
            throw new IOException("Input/output error: " + name);
        } else if (now && kind == Kind.HALF) {
            half.run();
            throw new IOException("Input/output error: half of " + name);
        } else if (now && kind == Kind.SLOW) {
            sleep();
        }
        operation.run();
        if (now && kind == Kind.AFTER) {
            throw new IOException("no answer: " + name);
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package hearsay.store;

import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SortedMap;

/** The end of a night: the switch to it, or its undoing, and what is known where a store fails in that. */
final class Publishing {
    private Publishing() {}

    /**
     * Returns where the night is published, even if the store reported an error behind that.
     *
     * @throws OutcomeUnknown where the night may be published, now or by the next run
     * @throws IOException where it is not and will not be
     */
    static void publish(
            Layout layout, Layout.NightMark night, SortedMap<String, Layout.Change> changes, Layout.Hold hold)
            throws IOException {
        try {
            layout.publish(night, changes, hold);
        } catch (IOException | UncheckedIOException e) {
            if (!isPublished(layout, night, e)) {
                throw e;
            }
        }
    }

    private static boolean isPublished(Layout layout, Layout.NightMark night, Exception failure) {
        try {
            Layout.NightMark now = layout.published();
            if (now != null && now.runId().equals(night.runId())) {
                return true;
            }
            if (!layout.mayPublishLater()) {
                return false;
            }
        } catch (IOException | OperatorMistake silent) {
            failure.addSuppressed(silent);
        }
        throw new OutcomeUnknown(night.runId(), failure);
    }

    /**
     * Undoes what a night staged that is not published, and gives the warehouse back. Where the night is published, a lock that cannot
     * be deleted is left: the next run takes it from a process that is gone.
     */
    static void end(Layout layout, String runId, boolean published, WarehouseLock lock) throws IOException {
        try (lock) {
            if (!published && lock.isMine()) { // else who took the warehouse over has cleared up
                layout.abandon(runId);
            }
        } catch (IOException e) {
            if (!published) {
                throw e;
            }
        }
    }
}

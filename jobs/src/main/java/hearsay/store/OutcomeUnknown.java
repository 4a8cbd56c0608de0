package hearsay.store;

import hearsay.settings.OperatorMistake;

/** The store failed while a night was published, and does not say how far it came. The command exits with 4. */
public final class OutcomeUnknown extends OperatorMistake {
    OutcomeUnknown(String runId, Exception cause) {
        super(
                "Whether the night " + runId + " is published is not known, because the store failed at that moment ("
                        + cause.getMessage()
                        + "). Start the next run: it finishes or undoes this one first. Until then readers may see days of both nights.",
                4);
        initCause(cause);
    }
}

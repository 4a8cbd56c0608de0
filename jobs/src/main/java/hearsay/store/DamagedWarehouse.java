package hearsay.store;

import hearsay.settings.OperatorMistake;

/** What should say which night is published, or how it lies on the disk, is broken or gone. */
public final class DamagedWarehouse extends OperatorMistake {
    DamagedWarehouse(String sentence) {
        super(sentence);
    }
}

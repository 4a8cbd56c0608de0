package hearsay.input.archives;

import java.io.IOException;

/** What stands at this place of an archive is no record. The file itself can be read on. */
public final class BrokenRecord extends IOException {
    BrokenRecord(String problem) {
        super(problem);
    }
}

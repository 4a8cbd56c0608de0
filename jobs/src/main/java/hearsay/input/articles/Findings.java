package hearsay.input.articles;

import hearsay.input.articles.Finding.Unusable;
import hearsay.input.files.FileProblem;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.hadoop.fs.FSError;

/**
 * The findings of a piece, one after the other. Whatever goes wrong in the file is a last finding, never an exception: one
 * file cannot end a run.
 */
public abstract class Findings implements Iterator<Finding>, Closeable {
    private Finding next;
    private boolean ended;

    /** The next finding, or null at the end of the piece. */
    protected abstract Finding advance() throws IOException;

    /** Where the reader stands, for the finding that it could not go on. */
    protected abstract long position();

    @Override
    public final boolean hasNext() {
        if (next == null && !ended) {
            try {
                next = advance();
                ended = next == null;
            } catch (IOException | RuntimeException | FSError | StackOverflowError | OutOfMemoryError e) {
                // FSError: Hadoop's word for a disk that fails. OutOfMemoryError: of a header that asks for gigabytes
                next = Unusable.unreadFrom(position(), FileProblem.of(e));
                ended = true;
            }
        }
        return next != null;
    }

    @Override
    public final Finding next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Finding finding = next;
        next = null;
        return finding;
    }

    @Override
    public void close() throws IOException {}

    public static Findings none() {
        return of(null);
    }

    /** One finding, or none where it is null. */
    public static Findings of(Finding only) {
        return new Findings() {
            private Finding left = only;

            @Override
            protected Finding advance() {
                Finding finding = left;
                left = null;
                return finding;
            }

            @Override
            protected long position() {
                return 0;
            }
        };
    }
}

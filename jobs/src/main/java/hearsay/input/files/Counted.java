package hearsay.input.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that knows where it stands, also after it was set back. */
public final class Counted extends InputStream {
    private final BufferedInputStream in;
    private long position;
    private long marked;

    public Counted(InputStream in, long position) {
        this.in = new BufferedInputStream(in, 64 << 10);
        this.position = position;
    }

    /** Bytes before the next one. */
    public long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        int one = in.read();
        position += one < 0 ? 0 : 1;
        return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long bytes) throws IOException {
        long skipped = in.skip(bytes);
        position += skipped;
        return skipped;
    }

    @Override
    public int available() throws IOException {
        return in.available();
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public synchronized void mark(int limit) {
        in.mark(limit);
        marked = position;
    }

    @Override
    public synchronized void reset() throws IOException {
        in.reset();
        position = marked;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package hearsay.input.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unread;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.files.Counted;
import hearsay.input.files.FileProblem;
import hearsay.input.files.Packing;
import hearsay.input.files.Piece;
import hearsay.input.pages.Page;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.hadoop.fs.FSDataInputStream;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * A web archive as Common Crawl ships its news: each response with a page is an article, and each page converted to text.
 * Read from any range of it: the records that begin in the range are found by their first bytes, packed one by one or not at
 * all. Positions are the bytes at which records begin, as indexes of archives (CDX) give them.
 */
final class WarcFile extends Findings {
    private static final MediaType HTML = MediaType.parse("text/html");
    private static final MediaType XHTML = MediaType.parse("application/xhtml+xml");
    private static final MediaType PLAIN = MediaType.parse("text/plain");
    private static final String BROKEN = "broken record: ";
    private static final int WINDOW = 1 << 20;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
    private static final byte[] PLAIN_START = "WARC/1.".getBytes(StandardCharsets.US_ASCII);

    private final FSDataInputStream file;
    private final Piece piece;
    private final ObjectMapper mapper;
    private final boolean packed;
    private Counted bytes;
    private WarcReader reader;
    private long readerBegin;
    private long position;
    private boolean toldBroken;
    private boolean ended;

    private WarcFile(FSDataInputStream file, Piece piece, boolean packed, InputSettings settings) {
        this.file = file;
        this.piece = piece;
        this.packed = packed;
        this.mapper = Json.readerOfPages(settings);
    }

    /** The records that begin in a range of a file. */
    static WarcFile ranged(FSDataInputStream file, Piece piece, InputSettings settings) throws IOException {
        file.seek(0);
        WarcFile records = new WarcFile(file, piece, Packing.isGzip(file.readNBytes(2)), settings);
        records.position = piece.begin();
        records.goTo(piece.begin());
        return records;
    }

    /** All records of an archive that is packed as one, as they are unpacked. */
    static WarcFile unsplit(InputStream bytes, InputSettings settings) throws IOException {
        WarcFile records = new WarcFile(null, null, false, settings);
        records.reader = new WarcReader(Channels.newChannel(bytes));
        return records;
    }

    @Override
    protected Finding advance() throws IOException {
        while (!ended) {
            Optional<WarcRecord> record;
            try {
                record = nextRecord();
            } catch (IOException | RuntimeException e) {
                if (file == null) {
                    throw e;
                }
                long broken = position;
                goTo(position + 1);
                if (toldBroken) {
                    toldBroken = false;
                    continue; // the record's end is not to be found either
                }
                return new Unusable(broken, BROKEN + FileProblem.of(e), null);
            }
            toldBroken = false;
            ended = record.isEmpty();
            try {
                if (!ended && record.get() instanceof WarcResponse response) {
                    return finding(response);
                } else if (!ended && record.get() instanceof WarcConversion conversion) {
                    return finding(conversion);
                }
            } catch (IOException | RuntimeException e) { // its own fault: the reader finds the next one
                toldBroken = true;
                return new Unusable(position, BROKEN + FileProblem.of(e), null);
            }
        }
        return null;
    }

    @Override
    protected long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        if (file == null) {
            reader.close();
        } else {
            file.close();
        }
    }

    /** The next record that begins in the range, or none. */
    private Optional<WarcRecord> nextRecord() throws IOException {
        if (!packed) {
            Optional<WarcRecord> record = reader.next();
            position = readerBegin + reader.position();
            return piece == null || position < piece.end() ? record : Optional.empty();
        }
        while (true) {
            if (reader != null) {
                Optional<WarcRecord> record = reader.next();
                if (record.isPresent()) {
                    return record;
                }
                reader.close();
                reader = null;
            }
            position = bytes.position();
            if (position >= piece.end() || !openMember()) {
                return Optional.empty();
            }
        }
    }

    /** A reader of the next packed member alone, so that the bytes at which records begin are known. */
    private boolean openMember() throws IOException {
        bytes.mark(4);
        int first = bytes.read();
        bytes.reset();
        if (first < 0) {
            return false;
        }
        InputStream member = Packing.bounded(new GzipCompressorInputStream(keptOpen(bytes), false), bytes);
        reader = new WarcReader(Channels.newChannel(member));
        return true;
    }

    /** Sets the reader on the first record that begins at {@code from} or after, in the range. */
    private void goTo(long from) throws IOException {
        reader = null;
        long begin = from == 0 ? 0 : firstRecord(from);
        if (begin < 0) {
            ended = true;
            return;
        }
        file.seek(begin);
        position = begin;
        if (packed) {
            bytes = new Counted(file, begin);
        } else {
            readerBegin = begin;
            reader = new WarcReader(Channels.newChannel(keptOpen(file)));
        }
    }

    /** The file is closed with the piece, not with a record. */
    private static InputStream keptOpen(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return in.read(into, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    private long firstRecord(long from) throws IOException {
        byte[] sign = packed ? GZIP : PLAIN_START;
        byte[] window = new byte[WINDOW];
        for (long at = from; at < piece.end(); ) {
            file.seek(at);
            int length = file.readNBytes(window, 0, (int) Math.min(WINDOW, piece.bytes() - at));
            for (int i = 0; i + sign.length <= length && at + i < piece.end(); i++) {
                if (window[i] == sign[0] && startsAt(window, i, sign) && isRecord(at + i)) {
                    return at + i;
                }
            }
            if (length < WINDOW) {
                return -1;
            }
            at += length - sign.length;
        }
        return -1;
    }

    private static boolean startsAt(byte[] window, int at, byte[] sign) {
        for (int i = 0; i < sign.length; i++) {
            if (window[at + i] != sign[i]) {
                return false;
            }
        }
        return true;
    }

    /** Whether a record begins here, not three bytes of packed data or a page that shows one. */
    private boolean isRecord(long at) {
        try {
            file.seek(Math.max(0, at - (packed ? 0 : 4)));
            if (!packed) {
                String before = new String(file.readNBytes(4), StandardCharsets.ISO_8859_1);
                String start = new String(file.readNBytes(64), StandardCharsets.ISO_8859_1);
                return before.equals("\r\n\r\n") && start.matches("(?s)WARC/1\\.\\d\r?\nWARC-.*");
            }
            InputStream member = new GzipCompressorInputStream(new Counted(file, at), false);
            return startsAt(member.readNBytes(PLAIN_START.length), 0, PLAIN_START);
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private Finding finding(WarcResponse response) throws IOException {
        HttpResponse http = response.http();
        if (http.status() != 200) {
            return new Unusable(position, "answered with status " + http.status(), response.target());
        }
        MediaType type = http.contentType();
        boolean page = HTML.equals(type.base()) || XHTML.equals(type.base());
        if (!page && !PLAIN.equals(type.base())) {
            return new Unusable(position, "no page but " + type.base(), response.target());
        }
        byte[] body = http.bodyDecoded().stream().readNBytes(Page.LARGEST + 1);
        if (body.length > Page.LARGEST) {
            return new Unusable(position, "a page of more than " + Page.LARGEST + " bytes", response.target());
        }
        String charset = type.parameters().getOrDefault("charset", null);
        String seen = response.date() == null ? null : response.date().toString();
        String address = response.target();
        long at = position;
        return page
                ? new Unread(at, address, () -> Page.read(body, charset, address, at, seen, mapper))
                : text(body, charset, address, at, seen);
    }

    /** A page as text, as WET files of Common Crawl have it: with its menus. */
    private Finding finding(WarcConversion conversion) throws IOException {
        if (!PLAIN.equals(conversion.contentType().base())) {
            return new Unusable(
                    position, "no text but " + conversion.contentType().base(), conversion.target());
        }
        byte[] body = conversion.body().stream().readNBytes(Page.LARGEST + 1);
        String seen = conversion.date() == null ? null : conversion.date().toString();
        return body.length > Page.LARGEST
                ? new Unusable(position, "a page of more than " + Page.LARGEST + " bytes", conversion.target())
                : text(body, null, conversion.target(), position, seen);
    }

    private static Finding text(byte[] body, String charset, String address, long at, String seen) {
        try {
            Encoding.Text text = Encoding.decode(body, charset);
            return new RawArticle(
                    at, null, address, null, text.text(), null, null, null, null, null, seen, text.said());
        } catch (CharacterCodingException e) {
            return new Unusable(at, "its bytes are not text", address);
        }
    }
}

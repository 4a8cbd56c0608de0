package hearsay.input.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.archives.ArchiveRecord;
import hearsay.input.archives.ArchiveRecords;
import hearsay.input.archives.BrokenRecord;
import hearsay.input.archives.HttpAnswer;
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
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.apache.hadoop.fs.FSDataInputStream;

/**
 * A web archive as Common Crawl ships its news: each response with a page is an article, and each page converted to text.
 * Read from any range of it: the records that begin in the range are found by their first bytes, packed one by one or not at
 * all. Positions are the bytes at which records begin, as indexes of archives (CDX) give them.
 */
final class WarcFile extends Findings {
    private static final String BROKEN = "broken record: ";
    private static final int WINDOW = 1 << 20;
    private static final int HEADER = 4 << 10;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
    private static final byte[] PLAIN_START = "WARC/".getBytes(StandardCharsets.US_ASCII);

    private final FSDataInputStream file;
    private final InputStream whole;
    private final Piece piece;
    private final ObjectMapper mapper;
    private final boolean packed;
    private Counted bytes;
    private ArchiveRecords reader;
    private long position;
    private long lastRecord;
    private boolean toldBroken;
    private boolean ended;

    private WarcFile(FSDataInputStream file, InputStream whole, Piece piece, boolean packed, InputSettings settings) {
        this.file = file;
        this.whole = whole;
        this.piece = piece;
        this.packed = packed;
        this.mapper = Json.readerOfPages(settings);
    }

    /** The records that begin in a range of a file. */
    static WarcFile ranged(FSDataInputStream file, Piece piece, InputSettings settings) throws IOException {
        file.seek(0);
        WarcFile records = new WarcFile(file, null, piece, Packing.isGzip(file.readNBytes(2)), settings);
        records.position = piece.begin();
        records.goTo(piece.begin());
        return records;
    }

    /** All records of an archive that is packed as one, as they are unpacked. */
    static WarcFile unsplit(InputStream bytes, InputSettings settings) {
        WarcFile records = new WarcFile(null, bytes, null, false, settings);
        records.reader = new ArchiveRecords(new Counted(bytes, 0), false);
        return records;
    }

    @Override
    protected Finding advance() throws IOException {
        while (!ended) {
            ArchiveRecord record;
            try {
                record = nextRecord();
            } catch (BrokenRecord e) {
                Finding broken = broken(e);
                if (broken != null) {
                    return broken;
                }
                continue;
            } catch (IOException | RuntimeException e) {
                if (file == null) {
                    throw e;
                }
                long at = position;
                goTo(position + 1); // of packed records one cannot be unpacked, or the file ends
                if (toldBroken) {
                    toldBroken = false;
                    continue; // the record's end is not to be found either
                }
                return new Unusable(at, BROKEN + FileProblem.of(e), null);
            }
            toldBroken = false;
            ended = record == null;
            try {
                Finding finding = ended ? null : finding(record);
                if (finding != null) {
                    return finding;
                }
            } catch (IOException | RuntimeException e) { // its own fault: the reader finds the next one
                toldBroken = true;
                return new Unusable(position, BROKEN + FileProblem.of(e), null);
            }
        }
        return null;
    }

    /** What is said of a place where no record is; null where the record before had only said a wrong length. */
    private Finding broken(BrokenRecord problem) throws IOException {
        long at = position;
        if (file != null && !packed) {
            goTo(lastRecord + 1);
            if (!ended && position <= at) {
                return null;
            }
        }
        return new Unusable(at, BROKEN + FileProblem.of(problem), null);
    }

    @Override
    protected long position() {
        return position;
    }

    @Override
    public void close() throws IOException {
        (file == null ? whole : file).close();
    }

    /** The next record that begins in the range, or null. */
    private ArchiveRecord nextRecord() throws IOException {
        if (!packed) {
            try {
                ArchiveRecord record = reader.next();
                lastRecord = reader.position();
                return piece == null || lastRecord < piece.end() ? record : null;
            } finally {
                position = reader.position();
            }
        }
        while (true) {
            if (reader != null) {
                ArchiveRecord record = reader.next();
                if (record != null) {
                    return record;
                }
                reader = null;
            }
            position = bytes.position();
            if (position >= piece.end() || !openMember()) {
                return null;
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
        InputStream member = Packing.bounded(new GzipCompressorInputStream(bytes, false), bytes);
        reader = new ArchiveRecords(new Counted(member, 0), true);
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
        bytes = new Counted(file, begin);
        if (!packed) {
            reader = new ArchiveRecords(bytes, false);
        }
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
            file.seek(Math.max(0, at - (packed ? 0 : 1)));
            if (!packed) {
                boolean begins = at == 0 || file.read() == '\n';
                return begins && ArchiveRecords.beginsRecord(file.readNBytes(HEADER));
            }
            InputStream member = new GzipCompressorInputStream(new Counted(file, at), false);
            return ArchiveRecords.beginsLikeRecord(member.readNBytes(HEADER));
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private Finding finding(ArchiveRecord record) throws IOException {
        String media = HttpAnswer.media(record.media());
        return switch (record.type()) {
            case "response" ->
                media == null || media.equals("application/http")
                        ? answer(record, HttpAnswer.of(record.block()))
                        : new Unusable(position, "no page but " + media, record.target());
            case "conversion", "resource" -> plain(record, media);
            default -> null;
        };
    }

    private Finding answer(ArchiveRecord record, HttpAnswer http) throws IOException {
        if (http.status() != 200) {
            return new Unusable(position, "answered with status " + http.status(), record.target());
        }
        if (!http.mayBeRead()) {
            return new Unusable(position, "no page but " + http.media(), record.target());
        }
        byte[] body = http.body(Page.LARGEST);
        if (body.length > Page.LARGEST) {
            return new Unusable(position, Page.TOO_LARGE, record.target());
        }
        if (http.isPage(body)) {
            return page(record, body, http.charset());
        }
        return http.isText(body)
                ? text(body, http.charset(), record.target(), position, record.date())
                : new Unusable(
                        position,
                        "no page" + (http.media() == null ? ", and of no type" : " but " + http.media()),
                        record.target());
    }

    private Unread page(ArchiveRecord record, byte[] body, String charset) {
        long at = position;
        return new Unread(
                at, record.target(), () -> Page.read(body, charset, record.target(), at, record.date(), mapper));
    }

    /** A page as text, as WET files of Common Crawl have it: with its menus. Or a page that was no answer of a server. */
    private Finding plain(ArchiveRecord record, String media) throws IOException {
        boolean page = media != null && HttpAnswer.isPage(media);
        if (!page && record.type().equals("resource")) {
            return null; // what a crawler writes about itself
        }
        if (!page && !"text/plain".equals(media)) {
            return new Unusable(position, "no text but " + media, record.target());
        }
        byte[] body = record.block().readNBytes(Page.LARGEST + 1);
        if (body.length > Page.LARGEST) {
            return new Unusable(position, Page.TOO_LARGE, record.target());
        }
        return page ? page(record, body, null) : text(body, null, record.target(), position, record.date());
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

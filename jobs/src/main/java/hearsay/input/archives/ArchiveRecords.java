package hearsay.input.archives;

import hearsay.input.files.Counted;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The records of an archive, one after the other: WARC of any version (ISO 28500 and its drafts) and ARC. Read as loosely as
 * warcio reads them: line ends may be bare, empty lines between records may be missing, a length may be a little too long.
 */
public final class ArchiveRecords {
    private static final Pattern VERSION = Pattern.compile("(?i)WARC/\\d{1,2}\\.\\d{1,2}");
    /** Of ARC: address, internet address, time, type, further fields in version 2, length. */
    private static final Pattern ARC = Pattern.compile(
            "(?<target>[a-z][a-z0-9+.-]*:\\S+) [0-9a-fA-F.:]+ (?<date>\\d{8,14}) (?<media>\\S+)(?: \\S+){0,5} (?<length>\\d{1,12})");

    private static final Pattern DATE =
            Pattern.compile("(\\d{4})-?(\\d\\d)-?(\\d\\d)(?:[T ]?(\\d\\d):?(\\d\\d):?(\\d\\d))?.*");

    private final Counted in;
    private final boolean endsWhole;
    private Block block;
    private long position;
    private boolean lost;

    /**
     * @param in        from the begin of a record
     * @param endsWhole whether the end of the stream is known not to be a cut, so that a block that should be longer is whole
     */
    public ArchiveRecords(Counted in, boolean endsWhole) {
        this.in = in;
        this.endsWhole = endsWhole;
    }

    /** Whether bytes begin with the header of a record, not with something that a page shows. */
    public static boolean beginsRecord(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String names = text.toLowerCase(Locale.ROOT);
        return beginsLikeRecord(head) && names.contains("\nwarc-type:") && names.contains("\ncontent-length:");
    }

    /** Whether bytes begin with the first line of a record. */
    public static boolean beginsLikeRecord(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String line = text.lines().findFirst().orElse("").stripTrailing();
        return VERSION.matcher(line).matches() || ARC.matcher(line).matches();
    }

    /** Where the last record begins, or what was found in the place of one. */
    public long position() {
        return position;
    }

    /**
     * The next record, or null at the end.
     *
     * @throws BrokenRecord where none begins here; the next call looks for one further on
     */
    public ArchiveRecord next() throws IOException {
        if (block != null) {
            block.skipRest();
            block = null;
        }
        skipBlank();
        position = in.position();
        String line = lost ? nextVersion() : line();
        if (line == null) {
            return null;
        }
        Matcher arc = ARC.matcher(line);
        if (!VERSION.matcher(line).matches() && !arc.matches()) {
            lost = true;
            throw new BrokenRecord("no record begins here");
        }
        lost = false;
        return arc.matches() ? arc(arc) : warc();
    }

    private ArchiveRecord arc(Matcher line) {
        block = new Block(Long.parseLong(line.group("length")));
        boolean answer = line.group("target").matches("(?i)https?:.*");
        return new ArchiveRecord(
                answer ? "response" : "other",
                line.group("target"),
                date(line.group("date")),
                answer ? "application/http" : line.group("media"),
                block);
    }

    private ArchiveRecord warc() throws IOException {
        HeaderLines header = HeaderLines.read(in);
        long length = header.number("content-length");
        String type = header.first("warc-type");
        if (type == null || (length < 0 && !endsWhole)) {
            lost = true;
            throw new BrokenRecord("a record without " + (type == null ? "WARC-Type" : "Content-Length"));
        }
        block = new Block(length < 0 ? Long.MAX_VALUE : length);
        String target = header.first("warc-target-uri");
        return new ArchiveRecord(
                type.toLowerCase(Locale.ROOT),
                target == null ? null : target.replaceFirst("^<(.*)>$", "$1"), // as WARC 1.0 has it by mistake
                date(header.first("warc-date")),
                header.first("content-type"),
                block);
    }

    private String line() throws IOException {
        try {
            return HeaderLines.line(in);
        } catch (BrokenRecord e) {
            lost = true;
            throw e;
        }
    }

    /** Goes to the next line that a record begins with; null where there is none. */
    private String nextVersion() throws IOException {
        while (true) {
            position = in.position();
            try {
                String line = HeaderLines.line(in);
                if (line == null
                        || VERSION.matcher(line).matches()
                        || ARC.matcher(line).matches()) {
                    return line;
                }
            } catch (BrokenRecord e) { // a long line of a page
            }
        }
    }

    private void skipBlank() throws IOException {
        while (true) {
            in.mark(1);
            int one = in.read();
            if (one != '\r' && one != '\n' && one != ' ') {
                if (one >= 0) {
                    in.reset();
                }
                return;
            }
        }
    }

    private static String date(String given) {
        Matcher date = DATE.matcher(given == null ? "" : given);
        return !date.matches()
                ? null
                : date.group(1) + "-" + date.group(2) + "-" + date.group(3)
                        + (date.group(4) == null
                                ? ""
                                : "T" + date.group(4) + ":" + date.group(5) + ":" + date.group(6) + "Z");
    }

    /** So many bytes of the archive. */
    private final class Block extends InputStream {
        private long left;

        Block(long length) {
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0 || length == 0) {
                return length == 0 ? 0 : -1;
            }
            int read = in.read(into, offset, (int) Math.min(left, length));
            left = read < 0 ? 0 : left - read;
            if (read < 0 && !endsWhole) {
                throw new EOFException("it ends too early");
            }
            return read;
        }

        void skipRest() throws IOException {
            byte[] some = new byte[16 << 10];
            while (read(some, 0, some.length) >= 0) {
                // to the next record
            }
        }
    }
}

package hearsay.input.archives;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answered, read as browsers read it: what a page is, its first bytes say where the header does not. */
public final class HttpAnswer {
    private static final Pattern STATUS = Pattern.compile("(?i)(?:HTTP(?:/\\d(?:\\.\\d)?)?|ICY)\\s+(\\d{3})(?:\\s.*)?");
    private static final Pattern CHARSET =
            Pattern.compile("(?i)charset\\s*=\\s*[\"']?\\s*([a-z0-9][a-z0-9._:-]{1,39})");
    private static final Pattern MEDIA = Pattern.compile("[a-z]+/[a-z0-9.+*-]+");
    private static final Pattern MARKUP = Pattern.compile(
            "(?is)(?:<\\?xml[^>]{0,300}>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:!doctype\\s+html|html|head|body|title|meta|article|div)\\b.*");
    /** Types that servers give to what they do not know. */
    private static final List<String> UNKNOWN =
            List.of("application/octet-stream", "application/unknown", "unknown/unknown", "*/*", "text/plain");

    private static final int SNIFFED = 4 << 10;
    private static final int MOST_INTERIM = 10;

    private final int status;
    private final HeaderLines header;
    private final InputStream block;

    private HttpAnswer(int status, HeaderLines header, InputStream block) {
        this.status = status;
        this.header = header;
        this.block = block;
    }

    /** Reads the header. An answer without one, as of HTTP 0.9, is a page. */
    public static HttpAnswer of(InputStream block) throws IOException {
        for (int i = 0; i < MOST_INTERIM; i++) {
            String line = begin(block);
            Matcher status = STATUS.matcher(line.strip());
            if (!status.matches()) {
                InputStream all = new SequenceInputStream(
                        new ByteArrayInputStream(line.getBytes(StandardCharsets.ISO_8859_1)), block);
                return new HttpAnswer(200, new HeaderLines(), all);
            }
            HeaderLines header = HeaderLines.read(block);
            if (!status.group(1).startsWith("1")) { // 100 Continue stands before the answer
                return new HttpAnswer(Integer.parseInt(status.group(1)), header, block);
            }
        }
        throw new BrokenRecord("no answer but interim ones");
    }

    /** The first line with its end, at most so many bytes as a line of status has; bytes as chars. */
    private static String begin(InputStream block) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        int one = 0;
        while (line.size() < 1_000 && one != '\n' && (one = block.read()) >= 0) {
            line.write(one);
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    public int status() {
        return status;
    }

    /** The type that the header names, without its parameters; null where it names none. */
    public String media() {
        return media(header.first("content-type"));
    }

    /** A type without its parameters and marks, in lower case; null where it is none. */
    public static String media(String given) {
        String bare = given == null ? "" : given.split("[;,]", 2)[0].replaceAll("[\"'\\s]", "");
        String media = bare.toLowerCase(Locale.ROOT);
        return MEDIA.matcher(media).matches() ? media : null;
    }

    /** The first encoding that the header names and Java knows, or null. */
    public String charset() {
        String type = header.first("content-type");
        Matcher charset = CHARSET.matcher(type == null ? "" : type);
        while (charset.find()) {
            if (isKnown(charset.group(1))) {
                return charset.group(1);
            }
        }
        return null;
    }

    /** Whether its body can be a page or a text, by the header alone. */
    public boolean mayBeRead() {
        String media = media();
        return media == null || UNKNOWN.contains(media) || isPage(media);
    }

    /**
     * The body as it was before it was packed and cut into chunks.
     *
     * @param most bytes that are kept: a body of one more is longer
     * @throws IOException where it cannot be unpacked, or the file ends in it
     */
    public byte[] body(int most) throws IOException {
        return Codings.decoded(block, header.tokens("transfer-encoding"), header.tokens("content-encoding"), most);
    }

    /** Whether a body is a page: by the header, and where that does not say, by how it begins. */
    public boolean isPage(byte[] body) {
        String media = media();
        return (media != null && isPage(media)) || ((media == null || UNKNOWN.contains(media)) && beginsAsPage(body));
    }

    /** Whether a body is a plain text: the header says so, or nothing, and it is no page. */
    public boolean isText(byte[] body) {
        String media = media();
        return "text/plain".equals(media) && !beginsAsPage(body);
    }

    /** Whether a type is that of pages. */
    public static boolean isPage(String media) {
        return media.equals("text/html") || media.equals("application/xhtml+xml");
    }

    static boolean beginsAsPage(byte[] body) {
        String head = new String(body, 0, Math.min(body.length, SNIFFED), StandardCharsets.ISO_8859_1);
        return MARKUP.matcher(head.replace("\0", "")
                        .replaceFirst("^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)?\\s*", ""))
                .matches();
    }

    private static boolean isKnown(String charset) {
        try {
            return Charset.isSupported(charset);
        } catch (IllegalCharsetNameException e) {
            return false;
        }
    }
}

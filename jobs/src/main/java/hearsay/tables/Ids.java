package hearsay.tables;

import hearsay.settings.Sha256;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Ids made from content, so that a link to a row still resolves after a rerun. The first 64 bits of SHA-256 in hex: among
 * ten million rows two share an id with a chance of one in 370,000.
 */
public final class Ids {
    private static final int DIGITS = 16;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    /** No letter has so many marks; of more, normalising takes the square. */
    private static final Pattern TOO_MANY_MARKS = Pattern.compile("(\\p{M}{30})\\p{M}+");

    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private Ids() {}

    /** Of an article: its url where it has one, else its path relative to the input folder. */
    public static String article(String url, String path) {
        return hash(url == null || url.isBlank() ? "path\n" + path : "url\n" + url);
    }

    /** Of a mention or a quote: its article and its span. */
    public static String span(String articleId, int begin, int end) {
        return hash(articleId + "\n" + begin + "\n" + end);
    }

    /** Of an entity: its type and its canonical name, the case, accents and blanks of which do not matter. */
    public static String entity(String type, String canonicalName) {
        return hash(type + "\n" + normalised(canonicalName));
    }

    /** A name as ids see it: without accents, in lower case, with single blanks. */
    public static String normalised(String name) {
        String few = TOO_MANY_MARKS.matcher(name).replaceAll("$1");
        String bare =
                MARKS.matcher(Normalizer.normalize(few, Normalizer.Form.NFKD)).replaceAll("");
        return BLANKS.matcher(bare.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** First 64 bits of SHA-256 of the UTF-8 bytes, as 16 hex digits. */
    public static String hash(String content) {
        return Sha256.hex(content).substring(0, DIGITS);
    }

    /** First 64 bits of SHA-256, as 16 hex digits. */
    public static String hash(byte[] content) {
        return Sha256.hex(content).substring(0, DIGITS);
    }
}

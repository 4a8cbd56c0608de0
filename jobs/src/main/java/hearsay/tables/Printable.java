package hearsay.tables;

import java.util.regex.Pattern;

/** Text as every file format can hold it. */
public final class Printable {
    /** What XML 1.0 refuses: controls but tab and line ends, halves of letters of two chars, U+FFFE and U+FFFF. */
    private static final Pattern REFUSED =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]|[\\x{d800}-\\x{dfff}]");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\x{85}\\x{2028}\\x{2029}]+");

    private Printable() {}

    /** The text with the replacement sign U+FFFD for every char that XML 1.0 or UTF-8 refuses. */
    public static String text(String text) {
        return REFUSED.matcher(text).replaceAll("\ufffd");
    }

    /** The same on one line, with single blanks. */
    public static String line(String text) {
        return text(BLANKS.matcher(text).replaceAll(" ").strip());
    }
}

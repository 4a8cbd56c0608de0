package hearsay.text.sentences;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a site puts into the middle of a sentence and no author wrote: behind a name the whole name, glued to headlines of other
 * articles, up to a link in capitals: "Ann Smith Ann Mary SmithTown votes on bridge MORE (R-Ohio) said ...".
 */
public final class Asides {
    /** The surname, "Jr.", the whole name with the surname again, what is glued to it, and the link. */
    private static final Pattern LINKS =
            Pattern.compile("(?<!\\p{L})(?<surname>\\p{Lu}[\\p{L}'’-]+)(?: (?:Jr|Sr)\\.?| I{2,3})?"
                    + "(?<aside>(?: \\(?\\p{Lu}[\\p{L}\\p{N}.'’-]*\\)?){0,6} \\k<surname>(?=[\\p{Lu}\\p{N}'‘“\"$#])[^\\n]{3,600}? MORE)"
                    + "(?![\\p{L}\\p{N}])");

    private static final String LINK = " MORE";

    private Asides() {}

    /** The text with blanks in place of its asides: every other char keeps its place. */
    public static String blanked(String text) {
        if (!text.contains(LINK)) {
            return text;
        }
        StringBuilder blanked = new StringBuilder(text);
        Matcher matcher = LINKS.matcher(text);
        while (matcher.find()) {
            for (int i = matcher.start("aside"); i < matcher.end("aside"); i++) {
                blanked.setCharAt(i, ' ');
            }
        }
        return blanked.toString();
    }

    /**
     * Where the first char that was blanked stands, from {@code begin} on; {@code end} where none was.
     *
     * @param blanked of {@link #blanked}
     */
    public static int firstBlanked(String text, String blanked, int begin, int end) {
        int i = begin;
        while (i < end && text.charAt(i) == blanked.charAt(i)) {
            i++;
        }
        return i;
    }
}

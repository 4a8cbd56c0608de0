package hearsay.text.sentences;

import hearsay.settings.WordTable;
import java.util.Optional;
import java.util.regex.Pattern;

/** The title line of a plain text, where it has one. */
public final class Headline {
    private static final int LONGEST = 160; // headlines of news sites stay below 120; leave room for double ones
    private static final int LINES_LOOKED_AT = 4;
    private static final Pattern BYLINE = Pattern.compile("^(?:By|Von|Par|Por)\\s+\\p{Lu}\\S+(?:\\s+\\S+){0,7}$");
    private static final Pattern AGENCY_ONLY = Pattern.compile("^[(\\[]?[A-Z][A-Za-z.]{1,15}[)\\]]?$");
    private static final Pattern BREADCRUMB = Pattern.compile("^[^.!?]{1,40}(?:\\s+[>»›/]\\s+[^.!?]{1,60})+$");
    private static final Pattern START = Pattern.compile("^[\"'“”‘’«„(\\[¿¡]*[\\p{Lu}\\p{Lt}\\p{Lo}\\p{N}$€£#@].*");
    private static final Pattern SENTENCE_END = Pattern.compile("[.,;:…][\"'”’»)\\]]*$");
    private static final Pattern ABBREVIATION_END = Pattern.compile("(?:^|[\\s(])(?:(?:\\p{L}\\.){2,}|\\p{Lu}\\.|(?:"
            + String.join("|", WordTable.of("abbreviations").words("ends_headline")) + ")\\.)$");

    private Headline() {}

    /** The headline: the first line that is neither a date, a byline nor a breadcrumb, if it is no sentence and text follows. */
    public static Optional<String> of(String text) {
        int begin = 0;
        for (int looked = 0; looked < LINES_LOOKED_AT && begin < text.length(); ) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            String line =
                    text.substring(begin, Math.min(end, begin + 4 * LONGEST)).strip();
            begin = end + 1;
            if (line.isEmpty()) {
                continue;
            }
            looked++;
            if (!isHeader(line)) {
                return isHeadline(line) && hasText(text, begin) ? Optional.of(line) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Whether a line above the text is about the article rather than its title: a date, a byline, an agency, a breadcrumb. */
    public static boolean isHeader(String line) {
        String bare = line.strip();
        return PublicationTime.inHeader(bare).isPresent()
                || BYLINE.matcher(bare).matches()
                || AGENCY_ONLY.matcher(bare).matches()
                || BREADCRUMB.matcher(bare).matches();
    }

    private static boolean isHeadline(String line) {
        return line.length() <= LONGEST
                && line.indexOf(' ') > 0
                && START.matcher(line).matches()
                && (!SENTENCE_END.matcher(line).find()
                        || ABBREVIATION_END.matcher(line).find());
    }

    private static boolean hasText(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!Character.isWhitespace(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}

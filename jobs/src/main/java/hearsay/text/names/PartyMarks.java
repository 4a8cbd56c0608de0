package hearsay.text.names;

import hearsay.settings.WordTable;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The party and state that US news sets behind the name of a member of Congress: "(R-Ky.)", ", D-Calif.,", "(R)", as the
 * Associated Press Stylebook has it ("party affiliation").
 */
public final class PartyMarks {
    private static final Set<String> ABBREVIATIONS =
            WordTable.of("abbreviations").words("token");

    /** A state in up to three words, each with a capital: "Ky.", "N.Y.", "West Virginia". */
    private static final String STATE =
            "(?:\\p{Lu}\\.){2}|\\p{Lu}\\.\\s?\\p{Lu}\\p{Ll}+\\.?|\\p{Lu}\\p{L}*\\.?(?:\\s\\p{Lu}\\p{L}+){0,2}";

    private static final Pattern MARK = Pattern.compile("(?<=[(\\[])[RDI]\\b\\.?(?:\\s?[-–—,/]\\s?(?:" + STATE
            + ")?)?(?=\\s?[)\\]])" + "|(?<=, |[(\\[])[RDI]\\.?[-–—](?!Day\\b)(?:" + STATE + ")");

    private static final Map<String, String> STATES = WordTable.of("us-states").cells("state");
    private static final Pattern WRITTEN = Pattern.compile("\\b([RDI])[-–—]([^)]+)");
    private static final Pattern LETTER = Pattern.compile("(?:^|[(\\[])([RDI])\\.?(?=[-–—,)\\]/ ]|$)");
    private static final Map<String, String> PARTIES = Map.of("R", "Republican", "D", "Democrat", "I", "independent");

    private static final Pattern GAP = Pattern.compile("^,?\\s[(\\[]?$");

    private PartyMarks() {}

    /** Whether the text from {@code begin} is such a mark: its letter, and the state if one is named. */
    public static boolean isAt(String text, int begin) {
        return MARK.matcher(text)
                .useTransparentBounds(true)
                .region(begin, text.length())
                .lookingAt();
    }

    /** The mark right behind a name that ends at {@code end}, such as "R-Ky.", or null. */
    static String behind(String text, int end) {
        Matcher mark = MARK.matcher(text).useTransparentBounds(true).region(end, Math.min(text.length(), end + 40));
        return mark.find() && GAP.matcher(text.substring(end, mark.start())).matches() ? written(mark.group()) : null;
    }

    /** The letter of the mark in a role: "R" of "Sen. (R)" and "R-Ky."; null where there is none. */
    public static String party(String role) {
        Matcher letter = LETTER.matcher(role);
        return letter.find() ? letter.group(1) : null;
    }

    /** What the mark in a role says, in full: "Republican South Carolina" of "Sen. (R-S.C.)"; "" where there is none. */
    public static String spelled(String role) {
        Matcher mark = WRITTEN.matcher(role);
        if (!mark.find()) {
            return "";
        }
        String state = mark.group(2).strip().replaceAll("\\s+|\\.$", "");
        return PARTIES.get(mark.group(1)) + " " + STATES.getOrDefault(state.toLowerCase(Locale.ROOT), mark.group(2));
    }

    /** Without a full stop that ends the sentence and not an abbreviation. */
    private static String written(String mark) {
        String last = mark.substring(Math.max(mark.lastIndexOf('-'), mark.lastIndexOf(' ')) + 1);
        boolean abbreviated = !last.endsWith(".")
                || last.indexOf('.') < last.length() - 1
                || ABBREVIATIONS.contains(last.substring(0, last.length() - 1));
        return abbreviated ? mark : mark.substring(0, mark.length() - 1);
    }
}

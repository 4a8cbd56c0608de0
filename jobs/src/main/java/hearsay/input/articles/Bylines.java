package hearsay.input.articles;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The people in a byline: "By Ann Lee, Bo Katz and Cy Dunn" are three. */
public final class Bylines {
    /** Longer ones are paragraphs. */
    private static final int LONGEST = 300;

    private static final int LONGEST_NAME = 80;
    private static final Pattern BEGIN = Pattern.compile(
            "(?i)^(?:(?:words|written|reported|story|posted|published|text)\\s+)?by[:\\s]+|^authors?:\\s*");
    private static final Pattern BEHIND = Pattern.compile(
            "(?i)\\s*\\|.*$|\\s+(?:for|in|at)\\s+\\p{Lu}.*$|\\s*\\((?:[^()]*)\\)\\s*$|\\s+-\\s+.*$|[,\\s]+\\S+@\\S+$");
    private static final Pattern MAILED = Pattern.compile("^\\S+@\\S+\\s*\\(([^()]+)\\)$"); // as RSS 2.0 wants it
    private static final Pattern GAP = Pattern.compile("\\s*(?:[,;&]|\\s(?:and|with)\\s)\\s*(?:and\\s+)?");
    private static final Pattern NAME = Pattern.compile("(?U)\\p{Lu}[\\p{L}.'’-]*(?:\\s+[\\p{L}.'’-]+){1,4}");
    private static final Pattern DEGREE = Pattern.compile("(?i)(?:jr|sr|ii|iii|iv|ph\\.?d|m\\.?d|mp|esq)\\.?");
    /** Words of jobs and desks: what holds one names no person. */
    private static final Pattern NO_PERSON = Pattern.compile(
            "(?i)\\b(?:staff|reporters?|editors?|editorial|correspondents?|writers?|columnists?|journalists?|bureau|desk|newsroom|team|agency|"
                    + "agencies|wire|news|press|media|magazine|newspaper|times|post|herald|admin|administrator|contributors?|photographer)\\b");

    private Bylines() {}

    /** The people whom bylines name, each once, in their order. What is no byline (an address, a paragraph) names nobody. */
    public static List<String> people(List<String> bylines) {
        return bylines.stream()
                .filter(byline -> byline.length() <= LONGEST) // keeps the patterns off paragraphs
                .flatMap(byline -> people(byline).stream())
                .distinct()
                .toList();
    }

    private static List<String> people(String byline) {
        String line = byline.strip().replaceAll("\\s+", " ");
        Matcher mailed = MAILED.matcher(line);
        line = mailed.matches() ? mailed.group(1) : BEGIN.matcher(line).replaceFirst("");
        List<String> parts = Arrays.stream(GAP.split(line))
                .map(part -> BEHIND.matcher(BEGIN.matcher(part.strip()).replaceFirst(""))
                        .replaceFirst("")
                        .strip())
                .filter(part -> !part.isEmpty() && !DEGREE.matcher(part).matches())
                .toList();
        List<String> names = parts.stream()
                .filter(part ->
                        NAME.matcher(part).matches() && !NO_PERSON.matcher(part).find())
                .toList();
        boolean divided = names.size() > 1 || (names.size() == 1 && parts.size() > 1);
        String whole = BEHIND.matcher(line).replaceFirst("").strip();
        return divided ? names : isNoName(whole) ? List.of() : List.of(whole);
    }

    /** Whether a string is no name: an address, a handle, a sentence. */
    public static boolean isNoName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return name.isBlank()
                || lower.startsWith("http")
                || lower.startsWith("www.")
                || name.indexOf('@') >= 0
                || name.length() > LONGEST_NAME;
    }
}

package hearsay.text.sentences;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The news agency a text credits: in brackets before its first sentence, in its dateline or in its last line. */
public final class AgencyCredit {
    private static final String AGENCY = "(?<agency>[A-Z][A-Za-z.&]{1,20}(?: [A-Z][A-Za-z]{1,15}){0,2})";
    /** "(MENAFN) Israel has ..." */
    private static final Pattern BRACKETS =
            Pattern.compile("^[(\\[]" + "(?<agency>[A-Z][A-Za-z.&]{1,15})" + "[)\\]]\\s+\\p{Lu}.*");
    /** "LONDON (Reuters) - ..." and "Moscow, June 18 (ANI): ..." */
    private static final Pattern DATELINE =
            Pattern.compile("^\\p{Lu}[\\p{L}.' -]{1,30}(?:[,/][^(]{1,40})?\\s\\(" + AGENCY + "\\)\\s*[-–—:].*");
    /** "Based On ANI Report", "With inputs from PTI", "Source: TASS" */
    private static final Pattern LAST_LINE =
            Pattern.compile("^[(\\[]?(?:(?i:based on(?: an?)?) " + AGENCY + " (?i:reports?|inputs?)"
                    + "|(?i:with (?:inputs?|agency inputs?|reporting) (?:from|by)|source|credit|via)\\s*:?\\s+"
                    + AGENCY.replace("agency", "credited") + ")"
                    + "[)\\]]?\\.?$");

    private static final int LINES_AT_THE_TOP = 4;
    private static final int LINES_AT_THE_END = 2;

    private AgencyCredit() {}

    public static Optional<String> of(String text) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String line : lines.subList(0, Math.min(LINES_AT_THE_TOP, lines.size()))) {
            for (Pattern pattern : List.of(BRACKETS, DATELINE)) {
                Matcher match = pattern.matcher(line);
                if (match.matches()) {
                    return Optional.of(match.group("agency"));
                }
            }
        }
        for (String line : lines.subList(Math.max(0, lines.size() - LINES_AT_THE_END), lines.size())) {
            Matcher match = LAST_LINE.matcher(line);
            if (match.matches()) {
                return Optional.of(match.group("agency") != null ? match.group("agency") : match.group("credited"));
            }
        }
        return Optional.empty();
    }
}

package hearsay.text.sentences;

import hearsay.text.names.Countries;
import hearsay.text.names.NameForms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands in the text of an article and tells nothing of its news: links to other articles, captions, share bars, credits,
 * copyright lines, and the dateline before the first sentence.
 */
public final class Furniture {
    private static final int LONGEST = 300; // longer lines are paragraphs, whatever they begin with

    private static final String AGENCY = "(?-i:\\p{Lu}[\\p{L}.&]{1,20}(?: \\p{Lu}\\p{L}{1,15}){0,2})";
    /** "Ann Smith in Rotterdam and Bo Berg; editing by ...": a verb ends it. */
    private static final String NAMES = "(?-i:\\p{Lu}[\\p{L}.'’-]*|the|a)(?:[\\s,;/&]+(?:(?-i:\\p{Lu}[\\p{L}.'’-]*)"
            + "|and|in|at|by|for|from|of|the|with|additional|reporting|writing|editing|compiled|translated|graphics?|staff|agencies))*";

    private static final String PICTURE_AGENCY = "(?:getty images|shutterstock|afp photo|reuters photo|istock)";

    /** Whole lines, wherever they stand. */
    private static final List<Pattern> LINES = List.of(
            whole(
                    "(?:read more|read also|also read|read next|see also|see more|related(?: (?:stories|articles|topics|news|coverage))?"
                            + "|more on this(?: story)?|more from .{1,40}|also in the news|you may (?:also )?like|don'?t miss|watch|listen|in pictures|explained"
                            + "|top stories|most read|most popular|recommended|trending)\\s*(?:[:|»>].{0,160})?"),
            whole(
                    "(?:share|tweet|print|e-?mail|save|comments?|whatsapp|facebook|linkedin|copy link|share this(?: (?:article|story|page))?"
                            + "|click to share on .{1,40}|share on .{1,40}|(?:\\d+|leave a|post a|view) comments?)(?:\\s*\\(.{0,40}\\))?[:.]?"),
            whole(
                    "(?:follow|like|join|find) us (?:on|at) .{1,100}|follow .{1,40} on (?:x|twitter|facebook|instagram|whatsapp|telegram)\\b.{0,60}"),
            whole(
                    "(?:sign up|subscribe|register)\\b.{0,40}\\b(?:newsletters?|e-?mails?|updates|alerts|briefing|free|channel|podcast|today|now)\\b.{0,120}"
                            + "|get .{1,60} (?:in|to) your inbox.{0,60}|download (?:our|the) .{0,30}app\\b.{0,100}"),
            whole(
                    "advertisements?|advertorial|sponsored(?: content)?|story continues below.{0,40}|article continues (?:after|below).{0,40}"
                            + "|loading(?:\\.\\.\\.|…)?|skip to (?:main )?content|(?:end of|scroll to continue).{0,40}"),
            whole(
                    "©.{0,240}|(?:copyright\\b\\s*)?(?:\\(c\\)|©|copyright)\\s*[:,]?\\s*(?:(?:19|20)\\d\\d|©).{0,240}"
                            + "|copyright|.{0,120}\\ball rights reserved\\b.{0,200}|this material may not be published.{0,200}"),
            whole(
                    "(?:(?:file )?(?:photo|photograph|picture|image|illustration|video|graphic|caption|pictured)s?(?: (?:by|credit|courtesy of))?\\s*:.{1,200})"
                            + "|.{0,200}\\((?:(?:ap|afp|epa|pa|file|archive|handout) (?:photo|image|picture)s?|photo|file)\\b[^()]{0,80}\\)\\.?"
                            + "|(?:[^\"“”]{0,160}(?:[/|(\\[:.–—]\\s*|\\b(?:via|from|by|photo|image|credit) ))?"
                            + PICTURE_AGENCY
                            + "(?:\\s*(?:/|via )[^\"“”.]{1,60})?[)\\]]?"),
            whole(
                    "\\(?(?:with )?(?:additional )?(?:reporting|writing|editing|edited|compiled|translated|translation|written|produced|graphics?)(?: and (?:writing|editing|reporting))?"
                            + " by " + NAMES + "\\)?\\.?"),
            whole("\\(?sources?\\s*:.{1,60}|\\(?(?:credit|via)\\s*:.{0,60}"
                    + "|\\(?based on (?:an? )?" + AGENCY + "(?: (?:reports?|inputs?|copy))?\\)?\\.?"
                    + "|\\(?with (?:agenc(?:y|ies) inputs?|(?:agency )?inputs? from " + AGENCY
                    + "(?:(?:,| and|, and| &) " + AGENCY + ")*)\\)?\\.?"),
            whole(
                    "(?:this (?:story|article|report|post|content|copy)|the (?:original|above) (?:story|article)) (?:has been|was|is|first|originally) .{0,30}"
                            + "(?:publish|appear|auto-?generated|syndicat|update|edited|produced|translat|created|written).{0,200}"),
            whole(
                    "(?:our standards|disclaimer|editor['’]?s note|corrections?|clarifications?|terms of (?:use|service)|privacy policy)\\s*"
                            + "(?:[:|].{0,260}|[–—-] .{0,260})?"),
            whole(
                    "(?:\\d+|[a-z]+)[ -]min(?:ute)?s? (?:read|listen)|(?:last )?updated:? .{0,60}\\b(?:gmt|utc|ist|est|edt|bst|ago|\\d{4})\\b.{0,20}|published .{0,20} ago"),
            whole(
                    "(?:-+|—|–|\\*+)?\\s*(?:ends?|\\(?ends\\)?|###|30)\\s*(?:-+|—|–|\\*+)?|[-—–_=*•·. ]{3,}|(?:—|–|--)\\s*(?:afp|reuters|ap|ani|pti|ians|dpa|tass|xinhua)"));

    /** Forms, boxes and galleries: what such a line begins with, or holds anywhere; most are longer than other boilerplate. */
    private static final Pattern FORM = Pattern.compile(
            "^(?:photos: |enlarge this image\\b|image (?:copyright|caption)\\b|media caption\\b|(?:hide|toggle) caption\\b|slideshow \\(\\d"
                    + "|click here (?:to get|for) the .{1,40} app\\b|click for more\\b|story continues below|continue reading below)"
                    + "|\\bhide caption\\b|\\brecaptcha\\b|\\byou[’']re not a robot\\b|\\bplease (?:re-)?enter a valid e-?mail\\b|\\binvalid e-?mail address\\b"
                    + "|\\bby (?:signing up|subscribing),? you (?:agree|accept|consent)\\b|\\bcontinue reading the main story\\b"
                    + "|\\b(?:delivered|sent)\\b.{0,40} to your inbox\\b.{0,80}\\b(?:sign up|subscribe)\\b|\\b(?:sign up|subscribe)\\b.{0,120}\\byour inbox\\b",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_FORM = 12_000; // a gallery with its captions
    private static final int COUNTRIES_OF_A_FORM = 40; // "The 18 embassies are in Algeria, Bahrain ..." is news
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}'’.-]*");

    /** "LONDON, Nov 22 (Reuters) - " and "KYIV — ": a place in capitals or an agency in brackets, and a dash. */
    private static final Pattern DATELINE = Pattern.compile(
            "^(?:\\p{Lu}[\\p{L}.' -]{1,40}(?:[,/] ?[\\p{L}\\p{N}.' /-]{1,40}){0,3}\\s*\\((?:\\p{Lu}[\\p{L}.&]{1,20}(?: \\p{Lu}\\p{L}{1,15}){0,2})\\)\\s*[-–—:]+\\s+"
                    + "|\\p{Lu}{3}[\\p{Lu}.' -]{0,30}(?:, ?[\\p{L}\\p{N}.' ]{1,30}){0,2}\\s+(?:--|[–—])\\s+"
                    + "|\\((?:\\p{Lu}[\\p{Lu}\\p{N} .&/-]{1,24}|Reuters|Bloomberg)\\)\\s*[-–—:]*\\s+)(?=[\"“‘'(\\[]?[\\p{Lu}\\p{N}])");

    private Furniture() {}

    /** Whether a line is boilerplate and nothing else. */
    public static boolean isLine(String line) {
        String bare = line.strip();
        return (bare.length() <= LONGEST
                        && LINES.stream()
                                .anyMatch(pattern -> pattern.matcher(bare).matches()))
                || isForm(bare);
    }

    private static boolean isForm(String line) {
        return line.length() <= LONGEST_FORM && (FORM.matcher(line).find() || listsCountries(line));
    }

    /** A form that asks for the country: it lists more of them than any news does. */
    private static boolean listsCountries(String line) {
        Matcher names = NAME.matcher(line);
        Set<String> countries = new HashSet<>();
        while (names.find()) {
            String country = Countries.country(NameForms.form(names.group()));
            if (country != null && countries.add(country) && countries.size() == COUNTRIES_OF_A_FORM) {
                return true;
            }
        }
        return false;
    }

    /** How many chars of a paragraph are its dateline, with the dash and the blank behind it; 0 where it has none. */
    public static int dateline(String paragraph) {
        Matcher matcher = DATELINE.matcher(paragraph);
        return matcher.find() ? matcher.end() : 0;
    }

    private static Pattern whole(String pattern) {
        return Pattern.compile("^(?:" + pattern + ")$", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}

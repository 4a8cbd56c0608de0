package hearsay.text.names;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.settings.WordTable;
import hearsay.tables.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names from the tags of a sentence's tokens: spans as CoNLL counts them, mended where the tagger tore a name apart, and
 * trimmed of what is not the name (possessive, quotation marks, brackets, titles). Offsets are those of the tokens.
 */
public final class MentionSpans {
    private static final WordTable PARTICLE_TABLE = WordTable.of("particles");
    /** Words that join the parts of one person's name; the tagger's training data hardly knows them. */
    private static final Set<String> PARTICLES = PARTICLE_TABLE.words("joins");

    private static final Pattern PARTICLE_GAP =
            Pattern.compile("[\\s-]+(?:(?:" + String.join("|", PARTICLE_TABLE.words("between")) + ")[\\s-]+){1,2}");
    private static final Pattern PARTICLE_START =
            Pattern.compile("^(?:(?:[Aa]l|[Ee]l)[\\s-]|(?:bin|ibn|bint|ul|ur|ud)\\s|(?:Jr|Sr)\\.?$|I{2,3}$|IV$)");
    private static final Pattern BRACKET_GAP = Pattern.compile("\\s?[\\[\\](){}]\\s?");
    private static final Pattern INITIAL_GAP = Pattern.compile("\\.\\s?");
    private static final Pattern INITIAL = Pattern.compile("\\p{Lu}\\.");
    private static final Pattern POSSESSIVE = Pattern.compile("(?:['’‘`´]\\s?[sS]|(?<=[sS])['’])$");
    private static final Pattern EDGE_BEFORE = Pattern.compile("^[^\\p{L}\\p{N}$]+");
    private static final Pattern EDGE_AFTER = Pattern.compile("[^\\p{L}\\p{N}.!+)\\]$]+$");
    private static final Pattern ABBREVIATED = Pattern.compile("(?:^|[\\s.])(?:\\p{L}|"
            + WordTable.of("abbreviations").words("ends_name").stream()
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")\\.$");
    /** "[Vladimir] Putin", "(Tom) Seaver" */
    private static final Pattern INSERTED = Pattern.compile("^(?:\\[[^\\]]+]|\\([^)]+\\))\\s?[\\p{L}\\p{N}]");
    /** Firms and places that are called by a possessive. */
    private static final Pattern CALLED_SO = Pattern.compile(
            "(?i)(?:^|\\s)(?:" + WordLists.anyOf("possessive-firms").replace(" ", "\\s") + ")\\s?['’]s$");

    private static final Pattern THE = Pattern.compile("^(?:the|a|an)\\s+");
    /** Words that headlines write large and no name ends in; seen in one of a hundred names of persons in headlines. */
    private static final Pattern SAYS = Pattern.compile("\\s+(?:" + WordLists.anyOf("headline-after-names") + ")$");

    private static final Pattern AS =
            Pattern.compile("^(?:" + WordLists.anyOf("headline-before-names") + ")\\s+(?=\\p{Lu})");
    private static final Pattern CAPITALS = Pattern.compile("\\p{Lu}+(?: \\p{Lu}+){2,7}");
    private static final Pattern GREETING =
            Pattern.compile("^(?:" + WordLists.anyOf("greetings") + "),?\\s+(?=\\p{Lu})");
    /** "CruzAll": a surname of three letters or more and the next word; not "McConnell", "MacArthur", "FitzGerald". */
    private static final Pattern GLUED =
            Pattern.compile("(?<![\\p{L}])(?!Mac|Fitz|Vander|Vanden)\\p{Lu}\\p{Ll}{2,}(?=\\p{Lu}\\p{Ll})");

    /** "MUST WATCH Cornyn": two words or more in capitals before a name that is not. */
    private static final Pattern SHOUTED_BEFORE = Pattern.compile("^(?:\\p{Lu}{4,}\\s+){2,}(?=\\p{Lu}\\p{Ll})");

    private static final int LONGEST = Weights.of("names").whole("name_longest");
    private static final Pattern NAMED = Pattern.compile("[\\p{L}\\p{N}]");

    private MentionSpans() {}

    /**
     * The names of one sentence in the order of the text; they do not overlap.
     *
     * @param text   the sentence
     * @param begin  where it begins in the article: tokens count from there
     * @param tokens its tokens with entity tags, IOB1 or IOB2
     */
    public static List<NameSpan> of(String text, int begin, List<Token> tokens) {
        List<NameSpan> names = new ArrayList<>();
        for (NameSpan span : mended(text, begin, tagged(tokens))) {
            NameSpan trimmed = trimmed(text, begin, span);
            NameSpan name = trimmed == null ? null : NameSense.of(text, begin, trimmed);
            if (name != null) {
                names.addAll(apart(text, begin, name));
            }
        }
        return names;
    }

    /** "KENYA STUN IRELAND" of a headline in capitals is two countries; else the name as it is. */
    private static List<NameSpan> apart(String text, int offset, NameSpan name) {
        String words = text.substring(name.begin() - offset, name.end() - offset);
        if (!CAPITALS.matcher(words).matches() || Countries.country(NameForms.form(words)) != null) {
            return List.of(name);
        }
        int first = 0;
        int last = words.length();
        for (int gap = words.indexOf(' '); gap >= 0; gap = words.indexOf(' ', gap + 1)) {
            first = isCountry(words.substring(0, gap)) ? gap : first;
            last = last == words.length() && isCountry(words.substring(gap + 1)) ? gap + 1 : last;
        }
        boolean two = first > 0 && last < words.length() && first + 1 < last;
        return !two
                ? List.of(name)
                : List.of(
                        new NameSpan(name.begin(), name.begin() + first, "LOC", name.confidence()),
                        new NameSpan(name.begin() + last, name.end(), "LOC", name.confidence()));
    }

    private static boolean isCountry(String words) {
        return Countries.country(NameForms.form(words)) != null;
    }

    private static List<NameSpan> tagged(List<Token> tokens) {
        List<NameSpan> spans = new ArrayList<>();
        NameSpan open = null;
        for (Token token : tokens) {
            String tag = token.entity() == null ? "O" : token.entity();
            String type = tag.length() > 2 ? tag.substring(2) : null;
            boolean goesOn = open != null && tag.startsWith("I-") && type.equals(open.type());
            if (open != null && !goesOn) {
                spans.add(open);
                open = null;
            }
            if (type != null) {
                open = goesOn
                        ? new NameSpan(
                                open.begin(), token.end(), type, Math.min(open.confidence(), token.entityConfidence()))
                        : new NameSpan(token.begin(), token.end(), type, token.entityConfidence());
            }
        }
        if (open != null) {
            spans.add(open);
        }
        return spans;
    }

    private static List<NameSpan> mended(String text, int begin, List<NameSpan> spans) {
        List<NameSpan> mended = new ArrayList<>();
        for (NameSpan span : spans) {
            NameSpan last = mended.isEmpty() ? null : mended.get(mended.size() - 1);
            if (last != null && oneName(text, begin, last, span)) {
                mended.set(
                        mended.size() - 1,
                        new NameSpan(
                                last.begin(), span.end(), last.type(), Math.min(last.confidence(), span.confidence())));
            } else {
                mended.add(span);
            }
        }
        return mended;
    }

    private static boolean oneName(String text, int begin, NameSpan left, NameSpan right) {
        if (!left.type().equals("PER")) {
            return false;
        }
        String gap = text.substring(left.end() - begin, right.begin() - begin);
        String next = text.substring(right.begin() - begin, right.end() - begin);
        String before = text.substring(left.begin() - begin, left.end() - begin);
        if (gap.isBlank() && PARTICLE_START.matcher(next).find()) {
            return true; // whatever the tagger takes "Al Nahyan" for
        }
        if (!right.type().equals("PER")) {
            return false;
        }
        return (gap.equals(" ") && INITIAL.matcher(before).matches())
                || (gap.isBlank() && !gap.contains("\n") && PARTICLES.contains(lastWord(before)))
                || PARTICLE_GAP.matcher(gap).matches()
                || gap.equals("-")
                || (BRACKET_GAP.matcher(gap).matches()
                        && bracketCloses(text, left.begin() - begin, right.begin() - begin))
                || (INITIAL_GAP.matcher(gap).matches() && lastWord(before).length() == 1);
    }

    private static boolean bracketCloses(String text, int left, int right) {
        int from = Math.max(0, left - 1);
        return text.substring(from, right).matches("(?s).*\\[[^\\]]*\\].*");
    }

    private static String lastWord(String text) {
        return text.substring(text.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    private static NameSpan trimmed(String text, int offset, NameSpan span) {
        if (span.end() - span.begin() > LONGEST) {
            return null;
        }
        int begin = span.begin() - offset;
        int end = span.end() - offset;
        boolean shorter = true;
        while (shorter && begin < end) {
            String name = text.substring(begin, end);
            int front = before(name, span.type());
            int back = front > 0 ? 0 : after(name, span.type());
            begin += front;
            end -= back;
            shorter = front + back > 0;
        }
        if (begin >= end) {
            return null;
        }
        String name = text.substring(begin, end);
        if (!NAMED.matcher(name).find()) {
            return null;
        }
        if (name.indexOf(']') >= 0 && name.indexOf('[') < 0 && begin > 0 && text.charAt(begin - 1) == '[') {
            begin--; // "[Vladimir] Putin" is one name with an editor's insertion
        }
        return new NameSpan(begin + offset, end + offset, span.type(), span.confidence());
    }

    /** How many chars at the front are not the name. */
    private static int before(String name, String type) {
        Matcher edge = EDGE_BEFORE.matcher(name);
        if (edge.find() && !INSERTED.matcher(name).find()) {
            return edge.end();
        }
        Matcher shouted = SHOUTED_BEFORE.matcher(name);
        if (shouted.find()) {
            return shouted.end();
        }
        Matcher the = THE.matcher(name);
        if (the.find() || (type.equals("PER") && name.regionMatches(true, 0, "the ", 0, 4))) {
            return name.indexOf(' ') + 1;
        }
        if (!type.equals("PER")) {
            return 0;
        }
        Matcher greeting = GREETING.matcher(name);
        if (greeting.find()) {
            return greeting.end();
        }
        Matcher as = AS.matcher(name);
        return as.find() ? as.end() : Titles.leading(name);
    }

    /** How many chars at the back are not the name. */
    private static int after(String name, String type) {
        Matcher glued = GLUED.matcher(name);
        if (type.equals("PER") && glued.find()) {
            return name.length() - glued.end();
        }
        Matcher says = SAYS.matcher(name);
        if (type.equals("PER") && says.find()) {
            return name.length() - says.start();
        }
        Matcher possessive = POSSESSIVE.matcher(name);
        if (possessive.find() && !(type.equals("ORG") && CALLED_SO.matcher(name).find())) {
            return name.length() - possessive.start();
        }
        Matcher edge = EDGE_AFTER.matcher(name);
        if (edge.find()) {
            return name.length() - edge.start();
        }
        char last = name.charAt(name.length() - 1);
        if (last == '.' && !ABBREVIATED.matcher(name).find()) {
            return 1;
        }
        if ((last == ')' && name.indexOf('(') < 0) || (last == ']' && name.indexOf('[') < 0)) {
            return 1;
        }
        if ((last == ')' && name.indexOf('(') == 0) || (last == ']' && name.indexOf('[') == 0)) {
            return 1;
        }
        return 0;
    }
}

package hearsay.text.names;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The title or description next to a person's name, in the words of the text: "Kremlin spokesperson" before it, "finance
 * minister of Japan" in an apposition before or after it. Articles, possessors and punctuation around it are left out.
 */
public final class Roles {
    private static final Weights WEIGHTS = Weights.of("names");
    private static final int MAX_WORDS = WEIGHTS.whole("role_longest_before");
    private static final int AROUND = WEIGHTS.whole("role_around");
    private static final int LONGEST_APPOSITION = WEIGHTS.whole("role_longest_apposition");

    private static final Set<String> MODIFIERS = WordLists.of("role-modifiers");

    /** Words that may open a sentence in upper case and are part of no title. */
    private static final Set<String> NEVER = WordLists.of("role-stops", "weekdays");

    private static final Pattern AFTER = Pattern.compile(
            "^,\\s+(?:(?:the|a|an|then|now)\\s+)?([\\p{L}][^,;:()\"“”—–\\n]{2,90}?)(?=[,;:)—–]|\\.(?:\\s|$|[\"”’])|\\s[-—–]\\s|$)");
    private static final Pattern BEFORE_COMMA = Pattern.compile(
            "(?:^|[\\s(])(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|\\p{L}+['’]s)\\s+([^,;:()\"“”—–\\n]{3,90}),\\s+$");
    private static final Pattern NAME_ENDS =
            Pattern.compile("^(?:['’]s\\b)?(?:[,;.:)]|\\s+(?:and|said|told|says)\\b|$)");
    private static final Set<String> AFTER_HEAD = WordLists.of("after-role-heads");
    private static final Pattern TRIM = Pattern.compile("^[^\\p{L}]+|[^\\p{L}.]+$");

    private Roles() {}

    /**
     * The role of the person named from {@code begin} to {@code end}, or null: a party and state right behind the name are part
     * of it, "Sen. (R-Ky.)".
     *
     * @param text the sentence; begin and end count its chars
     */
    public static String of(String text, int begin, int end) {
        String role = office(text, begin, end);
        String mark = PartyMarks.behind(text, end);
        if (mark == null || (role == null && mark.length() == 1)) {
            return role;
        }
        return role == null ? mark : role + " (" + mark + ")";
    }

    private static String office(String text, int begin, int end) {
        String left = text.substring(Math.max(0, begin - AROUND), begin);
        String right = text.substring(end, Math.min(text.length(), end + AROUND));
        String before = before(left);
        if (before != null && !Titles.isAddress(before)) {
            return before;
        }
        String apposition = after(right);
        if (apposition == null) {
            apposition = beforeComma(left, right);
        }
        return apposition != null ? apposition : before;
    }

    /** "Israeli Prime Minister " before the name: the longest run of title words and names that ends in a title. */
    private static String before(String left) {
        if (left.isEmpty() || left.charAt(left.length() - 1) != ' ') {
            return null;
        }
        String[] words = left.strip().split("\\s+");
        int first = words.length;
        for (int i = words.length - 1; i >= 0 && words.length - i <= MAX_WORDS; i--) {
            boolean head = i == words.length - 1;
            boolean joins = isConjunction(words[i]) && i > 0 && isHead(words[i - 1]);
            if (head ? !isHead(words[i]) : !joins && !fits(words[i], i == 0)) {
                break;
            }
            first = i;
            if (opens(words[i])) {
                break;
            }
        }
        if (first == words.length) {
            return null;
        }
        String role = String.join(" ", java.util.Arrays.copyOfRange(words, first, words.length));
        int at = left.lastIndexOf(role.substring(role.lastIndexOf(' ') + 1));
        role = TRIM.matcher(left.substring(startOf(left, words.length - first), at)
                        + left.substring(at).strip())
                .replaceAll("");
        return role.isEmpty() ? null : role;
    }

    /** Where the last {@code count} words of the text begin: the role must be the text's own chars, blanks included. */
    private static int startOf(String text, int count) {
        int i = text.length();
        Deque<Integer> starts = new ArrayDeque<>();
        while (i > 0 && starts.size() < count) {
            while (i > 0 && Character.isWhitespace(text.charAt(i - 1))) {
                i--;
            }
            while (i > 0 && !Character.isWhitespace(text.charAt(i - 1))) {
                i--;
            }
            starts.push(i);
        }
        return starts.isEmpty() ? text.length() : starts.peek();
    }

    private static boolean isHead(String word) {
        return !word.matches(".*[,;:)\\]”\"!?]$")
                && RoleNouns.isHead(plain(word))
                && (!word.endsWith(".") || word.matches("\\p{Lu}\\p{L}{0,4}\\."));
    }

    private static boolean fits(String word, boolean opensSentence) {
        if (word.matches(".*[,;:)\\]”\"!?'’]$") || word.matches(".*['’][sS]$") || word.matches(".*[sS]['’]$")) {
            return false;
        }
        if (word.endsWith(".") && !word.matches("(?:\\p{L}\\.)+|\\p{Lu}\\p{L}{0,4}\\.")) {
            return false;
        }
        String plain = plain(word);
        if (RoleNouns.isHead(plain) || MODIFIERS.contains(plain)) {
            return true;
        }
        return !NEVER.contains(plain)
                && Character.isUpperCase(firstLetter(word))
                && !(opensSentence && plain.endsWith("ly"));
    }

    private static boolean opens(String word) {
        return "(“\"‘[".indexOf(word.charAt(0)) >= 0;
    }

    private static boolean isConjunction(String word) {
        return word.equalsIgnoreCase("and");
    }

    private static char firstLetter(String word) {
        return word.codePoints()
                .filter(Character::isLetter)
                .mapToObj(c -> (char) c)
                .findFirst()
                .orElse(' ');
    }

    /** ", the finance minister of Japan," after the name. */
    private static String after(String right) {
        Matcher apposition = AFTER.matcher(right.startsWith("’s") || right.startsWith("'s") ? "" : right);
        return apposition.find() ? described(apposition.group(1)) : null;
    }

    /** "the President of the United Arab Emirates, " before the name, where the name ends its apposition. */
    private static String beforeComma(String left, String right) {
        Matcher apposition = BEFORE_COMMA.matcher(left);
        return apposition.find() && NAME_ENDS.matcher(right).find()
                ? described(lastNounPhrase(apposition.group(1)))
                : null;
    }

    /** Of "phone call with the President of the Emirates" what begins with the last article before the title. */
    private static String lastNounPhrase(String phrase) {
        Matcher article =
                Pattern.compile("(?:^|\\s)(?:the|a|an|its|his|her|their)\\s+").matcher(phrase);
        int from = 0;
        while (article.find()) {
            String first = phrase.substring(article.end());
            if (described(first) != null
                    && !phrase.substring(from, article.start()).matches(".*\\b(?:of|for|at|to|in)$")) {
                from = article.end();
            }
        }
        return phrase.substring(from);
    }

    private static String described(String phrase) {
        String[] words = phrase.strip().split("\\s+");
        if (words.length > LONGEST_APPOSITION) {
            return null;
        }
        for (int i = 0; i < Math.min(words.length, MAX_WORDS); i++) {
            if (RoleNouns.isHead(plain(words[i]))
                    && (i == words.length - 1 || AFTER_HEAD.contains(plain(words[i + 1])))) {
                return phrase.strip();
            }
            if (NEVER.contains(plain(words[i])) && !plain(words[i]).equals("and")) {
                return null;
            }
        }
        return null;
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    }
}

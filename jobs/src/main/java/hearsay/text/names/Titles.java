package hearsay.text.names;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Titles before names: which words they are, which of them tell a woman from a man. */
public final class Titles {
    private static final Set<String> OF_MEN = Set.of("mr", "mister", "sir", "lord", "king", "prince", "father", "brother");
    private static final Set<String> OF_WOMEN =
            Set.of("mrs", "ms", "miss", "madam", "madame", "lady", "dame", "queen", "princess", "sister");

    /** Titles with a name of one word, or a pope's, that is the whole name: "Prince Harry", "Pope John Paul II". */
    private static final Set<String> REIGNING = Set.of("king", "queen", "prince", "princess", "emperor", "empress", "pope");

    /** Titles that are no given name of anybody: none of the 6,600 of CoNLL-2003 begins so. */
    private static final Pattern LEADING = Pattern.compile("^(?:(?:Mr|Mrs|Ms|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt"
            + "|Capt|Maj|Adm|Cmdr|Brig|Cpl|Pvt|Hon|Rev|Amb|Det|Supt|Insp|Pres|Sec)\\.?|MR\\.|MRS\\.|MS\\.|DR\\.|SEN\\.|REP\\."
            + "|GOV\\.|(?i:President|Vice President|Prime Minister|Senator|Congressman|Congresswoman|Governor|Secretary"
            + "|Ayatollah|Sheikh|Professor|Colonel|Captain|Sergeant|Lieutenant|Ambassador|Chancellor|Minister|Sir))"
            + "\\s+(?=\\p{Lu})");

    private static final Set<String> WORDS = Stream.of(
                    "mr mrs ms miss mister dr prof sen sens rep reps gov gen lt col sgt capt maj adm hon rev amb sir madam "
                            + "president senator congressman congresswoman governor secretary ayatollah sheikh professor "
                            + "colonel captain sergeant lieutenant ambassador chancellor minister prime vice general "
                            + "king queen prince princess pope lord lady dame judge justice rabbi imam mayor chairman "
                            + "representative deputy premier former crown saint father sister archbishop bishop cardinal emperor empress")
            .flatMap(words -> Stream.of(words.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    private Titles() {}

    /** How many chars of a title open the name; 0 where none does or nothing would be left of the name. */
    static int leading(String name) {
        Matcher title = LEADING.matcher(name);
        return title.find() && title.end() < name.length() ? title.end() : 0;
    }

    /** Whether the word, in lower case and without its dot, is a title and no part of a name. */
    static boolean isTitle(String word) {
        return WORDS.contains(word);
    }

    /** Whether the word, in lower case, is the title of a king, a pope and their like. */
    public static boolean isReigning(String word) {
        return REIGNING.contains(word);
    }

    /** "prince" where the role ends in such a title, as "Crown Prince" does; else "". */
    public static String reigning(String role) {
        String title = role == null ? "" : word(role);
        boolean written = isReigning(title) && Character.isUpperCase(role.charAt(role.strip().lastIndexOf(' ') + 1));
        return written ? title : "";
    }

    /** Whether the role is nothing but a form of address such as "Mr.", which says nothing about the person. */
    public static boolean isAddress(String role) {
        return !gender(role).isEmpty() && role.strip().indexOf(' ') < 0 && role.strip().length() <= 7
                && !Set.of("king", "queen", "prince").contains(word(role));
    }

    /** "m" or "f" where the last word of a title before a name tells, else "". */
    public static String gender(String role) {
        if (role == null) {
            return "";
        }
        String word = word(role);
        return OF_MEN.contains(word) ? "m" : OF_WOMEN.contains(word) ? "f" : "";
    }

    private static String word(String role) {
        String stripped = role.strip();
        return stripped.substring(stripped.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT).replace(".", "");
    }
}

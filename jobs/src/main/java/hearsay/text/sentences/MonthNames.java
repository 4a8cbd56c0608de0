package hearsay.text.sentences;

import hearsay.settings.WordTable;
import java.text.Normalizer;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names of the months in the languages of the news, as the JDK has them (Unicode CLDR), and what newspapers write beside. */
final class MonthNames {
    private static final List<String> LANGUAGES = List.of(
            ("af am ar ar-DZ ar-MA ar-SY az az-Cyrl be bg bn bs bs-Cyrl ca cs cy da de de-AT el en en-AU en-CA es et eu fa fi fil"
                            + " fo fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my nb ne nl nn pa pl"
                            + " ps pt ro ru si sk sl so sq sr sr-Latn sv sw ta te tg th tk tr uk ur uz uz-Cyrl vi zu")
                    .split(" "));
    private static final List<TextStyle> STYLES =
            List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final int SHORTEST = 3; // chars of Latin letters: "ma" is no name; in other scripts one less
    private static final char BEYOND_LATIN = 0x370;
    private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036F]");

    /** Form of a name -> code of a language -> number of the month. */
    private static final Map<String, Map<String, Integer>> MONTHS = months();

    private MonthNames() {}

    /**
     * The number of the month, 1 to 12, or 0 where the words name none, or a different one in different languages.
     *
     * @param words    one to three of them
     * @param language code of the language they are in, such as cs or pt-BR, or null
     */
    static int month(String words, String language) {
        Map<String, Integer> byLanguage = MONTHS.get(form(words));
        if (byLanguage == null && words.length() > SHORTEST && words.startsWith("ב")) { // "in October"
            byLanguage = MONTHS.get(form(words.substring(1)));
        }
        if (byLanguage == null) {
            return 0;
        }
        String code = language == null ? "" : language.toLowerCase(Locale.ROOT).replaceFirst("[-_].*$", "");
        Integer own = byLanguage.get(code.equals("no") ? "nb" : code);
        if (own != null) {
            return own;
        }
        Set<Integer> all = new HashSet<>(byLanguage.values());
        return all.size() == 1 ? all.iterator().next() : 0;
    }

    private static Map<String, Map<String, Integer>> months() {
        Map<String, Map<String, Integer>> months = new HashMap<>();
        for (String tag : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(tag);
            for (Month month : Month.values()) {
                for (TextStyle style : STYLES) {
                    add(months, month.getDisplayName(style, locale), locale.getLanguage(), month.getValue());
                }
            }
        }
        WordTable more = WordTable.of("month-names");
        Map<String, String> numbers = more.cells("month");
        more.cells("language")
                .forEach((name, language) -> add(months, name, language, Integer.parseInt(numbers.get(name))));
        return months;
    }

    private static void add(Map<String, Map<String, Integer>> months, String name, String language, int month) {
        String form = form(name);
        int shortest = form.isEmpty() || form.charAt(0) < BEYOND_LATIN ? SHORTEST : SHORTEST - 1;
        if (form.length() >= shortest && form.codePoints().noneMatch(Character::isDigit)) {
            months.computeIfAbsent(form, f -> new HashMap<>()).merge(language, month, (one, other) -> one);
        }
    }

    /** In lower case, without accents, full stops and double blanks. */
    private static String form(String name) {
        String bare = ACCENTS.matcher(Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        return Normalizer.normalize(bare, Normalizer.Form.NFC)
                .replace(".", "")
                .replace('’', '\'')
                .strip()
                .replaceAll("\\s+", " ");
    }
}

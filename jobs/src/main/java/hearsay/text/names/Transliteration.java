package hearsay.text.names;

import hearsay.settings.Resources;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One form for the spellings that a name out of another script has: "Zelensky" and "Zelenskyy", "Gaddafi" and "Qaddafi". */
public final class Transliteration {
    private static final List<Rule> SURNAMES = rules("surname");
    private static final List<Rule> GIVEN = rules("given");

    private record Rule(Pattern pattern, String becomes) {}

    private Transliteration() {}

    /** @param surname one word of a form, see {@link NameForms} */
    public static String surname(String surname) {
        return applied(SURNAMES, surname);
    }

    /** @param given one word of a form */
    public static String given(String given) {
        return applied(GIVEN, given);
    }

    /** The form of a person in one spelling, without the Arabic article: "muammar kadafi" of "moammar al gadhafi". */
    public static String person(String personForm) {
        List<String> words = new ArrayList<>(NameForms.words(NameForms.withoutSuffix(personForm)));
        int last = words.size() - 1;
        words.set(0, given(words.get(0)));
        words.set(last, surname(words.get(last)));
        if (last > 1 && (words.get(last - 1).equals("al") || words.get(last - 1).equals("el"))) {
            words.remove(last - 1);
        }
        return (String.join(" ", words) + " " + NameForms.suffix(personForm)).strip();
    }

    private static String applied(List<Rule> rules, String word) {
        String key = word;
        for (Rule rule : rules) {
            key = rule.pattern.matcher(key).replaceAll(rule.becomes);
        }
        return key;
    }

    private static List<Rule> rules(String part) {
        return Resources.lines("transliterations.csv").stream()
                .filter(line -> line.startsWith(part + ","))
                .map(line -> line.substring(part.length() + 1))
                .map(line -> new Rule(
                        Pattern.compile(line.substring(0, line.lastIndexOf(','))),
                        line.substring(line.lastIndexOf(',') + 1)))
                .toList();
    }
}

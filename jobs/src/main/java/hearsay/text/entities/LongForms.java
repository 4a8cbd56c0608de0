package hearsay.text.entities;

import hearsay.tables.Mention;
import hearsay.text.names.KnownNames;
import hearsay.text.names.KnownNames.Known;
import hearsay.text.names.NameForms;
import hearsay.text.names.Organisations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Which acronyms and short names of organisations, places and things one article explains by a longer name. */
final class LongForms {
    private static final Pattern ACRONYM = Pattern.compile("(?:\\p{Lu}[.&]?){2,7}s?|\\p{Lu}{1,3}\\p{Ll}\\p{Lu}{1,3}");

    private final List<Mention> mentions;
    private final String[] forms;
    private final String[] types;
    private final IntPredicate isOpen;
    private final Aliases aliases;

    /**
     * @param mentions the mentions of one article in the order of the text
     * @param forms    the form of each
     * @param types    the type of each
     * @param isOpen   whether it is open what entity a mention names
     */
    LongForms(List<Mention> mentions, String[] forms, String[] types, IntPredicate isOpen, Aliases aliases) {
        this.mentions = mentions;
        this.forms = forms;
        this.types = types;
        this.isOpen = isOpen;
        this.aliases = aliases;
    }

    static boolean isAcronym(String text) {
        return ACRONYM.matcher(text).matches();
    }

    /** Acronyms that the article explains by a name that is not known for them: "the Australian Broadcasting Corporation (ABC)". */
    static Set<String> explainedInBrackets(List<Mention> mentions, String[] forms) {
        Set<String> explained = new TreeSet<>();
        for (int i = 1; i < forms.length; i++) {
            Mention longForm = mentions.get(i - 1);
            Mention acronym = mentions.get(i);
            Known known = KnownNames.of(acronym.type(), forms[i], acronym.text());
            if (known != null
                    && acronym.begin() - longForm.end() == 2
                    && isAcronym(acronym.text())
                    && NameForms.acronyms(forms[i - 1]).contains(forms[i])
                    && !known.equals(KnownNames.of(longForm.type(), forms[i - 1], longForm.text()))) {
                explained.add(forms[i]);
            }
        }
        return explained;
    }

    /** "type short form" to "type long form", where the article explains an acronym or shortens a name. */
    Map<String, String> find() {
        Map<String, Set<String>> byAcronym = new HashMap<>();
        Map<String, Set<String>> byFirstWord = new HashMap<>();
        Map<String, String> explained = new HashMap<>();
        for (int i = 0; i < forms.length; i++) {
            if (isOpen.test(i) && !types[i].equals("PER") && forms[i].indexOf(' ') > 0) {
                String longForm = NameForms.typed(types[i], forms[i]);
                String key = types[i] + " " + longForm;
                NameForms.acronyms(longForm)
                        .forEach(acronym -> byAcronym
                                .computeIfAbsent(acronym, a -> new TreeSet<>())
                                .add(key));
                if (types[i].equals("ORG") && longForm.indexOf(' ') > 0 && !Organisations.hasOtherHead(longForm)) {
                    byFirstWord
                            .computeIfAbsent(longForm.substring(0, longForm.indexOf(' ')), word -> new TreeSet<>())
                            .add(key);
                }
            }
            if (i > 0 && isAcronymInBrackets(i)) {
                explained.putIfAbsent(
                        types[i] + " " + NameForms.typed(types[i], forms[i]),
                        types[i - 1] + " " + NameForms.typed(types[i - 1], forms[i - 1]));
            }
        }
        for (int i = 0; i < forms.length; i++) {
            String form = NameForms.typed(types[i], forms[i]);
            String key = types[i] + " " + form;
            if (isOpen.test(i) && !types[i].equals("PER") && form.indexOf(' ') < 0 && !explained.containsKey(key)) {
                boolean acronym = isAcronym(mentions.get(i).text());
                String longForm = acronym && form.length() > 1
                        ? only(byAcronym, form)
                        : !acronym && types[i].equals("ORG") && form.length() > 2 ? only(byFirstWord, form) : null;
                if (longForm != null) {
                    explained.put(key, longForm);
                }
            }
        }
        return explained;
    }

    /** The one long form that the acronym or the first word stands for; null where there is none or more than one. */
    private String only(Map<String, Set<String>> longForms, String form) {
        List<String> fitting = longForms.getOrDefault(form, Set.of()).stream()
                .filter(typeAndLong -> !aliases.splits(form, typeAndLong.substring(typeAndLong.indexOf(' ') + 1)))
                .toList();
        return fitting.size() == 1 ? fitting.get(0) : null;
    }

    private boolean isAcronymInBrackets(int i) {
        Mention longForm = mentions.get(i - 1);
        Mention acronym = mentions.get(i);
        return isOpen.test(i)
                && isOpen.test(i - 1)
                && acronym.begin() - longForm.end() == 2
                && !types[i].equals("PER")
                && !types[i - 1].equals("PER")
                && forms[i].indexOf(' ') < 0
                && forms[i - 1].indexOf(' ') > 0
                && !aliases.splits(forms[i], forms[i - 1])
                && forms[i].charAt(0) == forms[i - 1].charAt(0)
                && isSubsequence(forms[i], forms[i - 1]);
    }

    private static boolean isSubsequence(String letters, String text) {
        int at = 0;
        for (int i = 0; i < text.length() && at < letters.length(); i++) {
            at += text.charAt(i) == letters.charAt(at) ? 1 : 0;
        }
        return at == letters.length();
    }
}

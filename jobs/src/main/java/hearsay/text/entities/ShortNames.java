package hearsay.text.entities;

import hearsay.tables.Mention;
import hearsay.text.names.NameForms;
import hearsay.text.names.Offices;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/** What an article tells of a person whom it calls by a surname, a given name or initials alone: whom it may mean, and his office. */
final class ShortNames {
    private ShortNames() {}

    /** What roles tell of each bare name: the office next to it, else that of the same name before it, else behind it, else "Mr."; "" where there is none. */
    static String[] hints(List<Mention> mentions, String[] forms, IntPredicate open) {
        String[] hints = new String[forms.length];
        Map<String, String> first = new HashMap<>();
        Map<String, String> last = new HashMap<>();
        Map<String, String> other = new HashMap<>();
        for (int i = 0; i < forms.length; i++) {
            String form = NameForms.person(forms[i]);
            String role = open.test(i) ? mentions.get(i).role() : null;
            if (!Offices.of(role).isEmpty()) {
                first.putIfAbsent(form, Offices.of(role));
                last.put(form, Offices.of(role));
            } else if (!Offices.hint(role).isEmpty()) {
                other.put(form, Offices.hint(role));
            }
            hints[i] = last.get(form);
        }
        for (int i = 0; i < forms.length; i++) {
            String form = NameForms.person(forms[i]);
            hints[i] = hints[i] != null ? hints[i] : first.getOrDefault(form, other.getOrDefault(form, ""));
        }
        return hints;
    }

    /** Persons the short form may stand for: by surname, else by initial and surname, given name, part of the name, spelling. */
    static List<GrowingEntity> candidates(String form, Set<GrowingEntity> persons, Aliases aliases) {
        String shortForm = NameForms.shortForm(form);
        List<Predicate<GrowingEntity>> ways = List.of(
                person -> !form.equals(shortForm) && person.hasWords(form), // "bin Salman" is not King Salman
                person -> person.hasSurname(shortForm),
                person -> person.hasInitial(shortForm),
                person -> person.hasGiven(shortForm),
                person -> person.hasWords(form),
                person -> person.hasSurnameLike(shortForm));
        for (Predicate<GrowingEntity> way : ways) {
            List<GrowingEntity> found = persons.stream()
                    .filter(way)
                    .filter(person -> NameForms.suffix(form).isEmpty()
                            || NameForms.suffix(form).equals(NameForms.suffix(person.form)))
                    .filter(person -> !aliases.splits(shortForm, person.form) && !aliases.splits(form, person.form))
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }
}

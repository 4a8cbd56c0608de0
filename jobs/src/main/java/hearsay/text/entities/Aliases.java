package hearsay.text.entities;

import hearsay.text.names.Countries;
import hearsay.text.names.NameForms;
import java.io.Serializable;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The aliases of a user, by form. */
public final class Aliases implements Serializable {
    public static final Aliases NONE = new Aliases(List.of());

    private final Map<String, Alias> merges = new HashMap<>();
    private final Set<String> splits = new HashSet<>();
    /** family -> forms of the persons that aliases name */
    private final Map<String, Set<String>> persons = new HashMap<>();

    public Aliases(List<Alias> aliases) {
        for (Alias alias : aliases) {
            String form = NameForms.form(alias.alias());
            if (alias.action().equals("merge")) {
                merges.put(form, alias);
                if (alias.type().equals("PER")) {
                    String person = NameForms.typed("PER", NameForms.form(alias.name()));
                    persons.computeIfAbsent(NameUse.family(person), family -> new HashSet<>())
                            .add(person);
                }
            } else {
                String name = NameForms.form(alias.name());
                splits.add(form + "\n" + name);
                splits.add(form + "\n" + Countries.country(name));
            }
        }
    }

    /** The alias that says what a form always names, or null. */
    Alias merge(String form) {
        return merges.get(form);
    }

    /** Forms of the persons that the user names, whose last word in one spelling is that of {@link NameUse#family}. */
    Set<String> persons(String family) {
        return persons.getOrDefault(family, Set.of());
    }

    /**
     * Readings of persons' forms in which those that the user names stay themselves, and take the forms that are read as one person with one
     * of them. A full middle name is never added: "John Edwards" may be another one than the user's "John Bel Edwards".
     *
     * @param names form -> the form of the entity
     */
    Map<String, String> decided(Map<String, String> names) {
        if (persons.isEmpty()) {
            return names;
        }
        Map<String, Set<String>> known = new HashMap<>();
        names.forEach((form, name) -> {
            if (isDecided(form)) {
                known.computeIfAbsent(name, key -> new HashSet<>()).add(form);
            }
        });
        Map<String, String> decided = new HashMap<>(names);
        decided.replaceAll((form, name) -> {
            if (isDecided(form)) {
                return form;
            }
            List<String> meant = known.getOrDefault(name, Set.of()).stream()
                    .filter(person ->
                            !hasFullMiddle(person) || !NameForms.middle(form).isEmpty())
                    .toList();
            return meant.size() == 1 && !splits(form, meant.get(0)) ? meant.get(0) : name;
        });
        return decided;
    }

    private boolean isDecided(String form) {
        return persons(NameUse.family(form)).contains(form);
    }

    static boolean hasFullMiddle(String form) {
        return NameForms.middle(form).stream().anyMatch(word -> word.length() > 1);
    }

    /** Whether the form is never to be read as the other. */
    public boolean splits(String form, String other) {
        return splits.contains(form + "\n" + other) || splits.contains(other + "\n" + form);
    }
}

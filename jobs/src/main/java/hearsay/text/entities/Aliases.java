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

    public Aliases(List<Alias> aliases) {
        for (Alias alias : aliases) {
            String form = NameForms.form(alias.alias());
            if (alias.action().equals("merge")) {
                merges.put(form, alias);
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

    /** Whether the form is never to be read as the other. */
    public boolean splits(String form, String other) {
        return splits.contains(form + "\n" + other) || splits.contains(other + "\n" + form);
    }
}

package hearsay.text.people;

import hearsay.tables.Fact;
import hearsay.tables.Ids;
import hearsay.text.entities.Alias;
import hearsay.text.names.NameForms;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The persons of the user's file: what always names each of them, and what is known of them. */
public final class People implements Serializable {
    public static final People NONE = new People(List.of());

    /** form of the name, as the id of the entity has it -> the rows of the person */
    private final Map<String, List<KnownPerson>> byForm = new LinkedHashMap<>();

    People(List<KnownPerson> rows) {
        rows.forEach(row -> byForm.computeIfAbsent(form(row.name()), form -> new ArrayList<>())
                .add(row));
    }

    /**
     * A person of the file.
     *
     * @param name   as the file writes it first
     * @param gender in the words of the table, "" where the file is silent
     * @param facts  every other cell
     */
    public record Person(String name, String gender, List<Fact> facts) {}

    /** The person whose entity has that form, or null. */
    public Person of(String entityForm) {
        List<KnownPerson> rows = byForm.get(entityForm);
        return rows == null
                ? null
                : new Person(
                        rows.get(0).name(),
                        rows.stream()
                                .map(KnownPerson::gender)
                                .filter(gender -> !gender.isEmpty())
                                .findFirst()
                                .orElse(""),
                        KnownPerson.facts(rows));
    }

    /** Every name of every person, as what always names the person. */
    public List<Alias> merges() {
        return byForm.values().stream()
                .flatMap(List::stream)
                .flatMap(KnownPerson::merges)
                .distinct()
                .toList();
    }

    static String form(String name) {
        return Ids.normalised(NameForms.typed("PER", NameForms.form(name)));
    }
}

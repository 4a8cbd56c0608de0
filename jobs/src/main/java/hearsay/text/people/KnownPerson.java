package hearsay.text.people;

import hearsay.tables.Fact;
import hearsay.tables.Gender;
import hearsay.text.entities.Alias;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One row of the people file.
 *
 * @param line    of the file, from 1
 * @param name    of the person
 * @param aliases other forms of the name
 * @param cells   column -> what it says, in the order of the columns; neither the names nor the days, and no blank cell
 * @param from    first day on which the row holds, or null
 * @param to      last day on which the row holds, or null
 */
record KnownPerson(int line, String name, List<String> aliases, Map<String, String> cells, LocalDate from, LocalDate to)
        implements Serializable {
    /** Columns that say who somebody is; they hold on all days. */
    static final Set<String> ALWAYS = Set.of("qid", "gender");

    private static final Set<String> WOMAN = Set.of("f", "w", "female", "woman", "q6581072");
    private static final Set<String> MAN = Set.of("m", "male", "man", "q6581097");

    /** The name and its other forms, each as what always names the person. */
    Stream<Alias> merges() {
        return Stream.concat(Stream.of(name), aliases.stream()).map(form -> new Alias("PER", form, name, "merge"));
    }

    boolean holdsWith(KnownPerson other) {
        boolean endsBefore = to != null && other.from != null && to.isBefore(other.from);
        boolean beginsAfter = from != null && other.to != null && from.isAfter(other.to);
        return !endsBefore && !beginsAfter;
    }

    /** The gender in the words of the table, "" where the row is silent. */
    String gender() {
        String said = cells.getOrDefault("gender", "").toLowerCase(Locale.ROOT);
        if (WOMAN.contains(said)) {
            return Gender.FEMALE.word();
        }
        return MAN.contains(said) ? Gender.MALE.word() : said;
    }

    /** What the rows of one person say, in their order, nothing twice. */
    static List<Fact> facts(List<KnownPerson> rows) {
        Set<Fact> facts = new LinkedHashSet<>();
        for (KnownPerson row : rows) {
            row.cells.forEach((column, value) -> {
                boolean always = ALWAYS.contains(column);
                facts.add(new Fact(
                        column,
                        column.equals("gender") ? row.gender() : value,
                        always ? null : row.from,
                        always ? null : row.to));
            });
        }
        return new ArrayList<>(facts);
    }
}

package hearsay.text.entities;

import hearsay.settings.CsvLine;
import hearsay.settings.OperatorMistake;
import hearsay.tables.EntityType;
import hearsay.text.names.NameForms;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * One line of conf/aliases.csv: what the user knows better than the rules.
 *
 * @param type   PER, ORG, LOC or MISC: the type of the entity
 * @param alias  a form of a name, any case
 * @param name   the entity's canonical name
 * @param action merge: the alias always names the entity; split: it never does
 */
public record Alias(String type, String alias, String name, String action) implements Serializable {
    private static final Set<String> TYPES = Set.copyOf(EntityType.WORDS);

    /**
     * The aliases of a file of lines {@code type,alias,name,action}; a name with a comma stands in quotation marks, and
     * in these a quotation mark of the name itself stands twice. Blank lines, lines with # and the heading do not count.
     *
     * @throws OperatorMistake naming the file and the line that cannot be read
     */
    public static List<Alias> parse(String file, List<String> lines) {
        List<Alias> aliases = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#") || line.equalsIgnoreCase("type,alias,name,action")) {
                continue;
            }
            aliases.add(read(file, i + 1, line));
        }
        return aliases;
    }

    private static Alias read(String file, int number, String line) {
        List<String> columns = CsvLine.cells(line);
        String where = file + " line " + number + ": ";
        if (columns == null || columns.size() != 4) {
            throw new OperatorMistake(where + "expected type,alias,name,action but read \"" + line + "\"");
        }
        if (!TYPES.contains(columns.get(0))) {
            throw new OperatorMistake(where + "type must be PER, ORG, LOC or MISC, not \"" + columns.get(0) + "\"");
        }
        if (!Set.of("merge", "split").contains(columns.get(3))) {
            throw new OperatorMistake(where + "action must be merge or split, not \"" + columns.get(3) + "\"");
        }
        if (NameForms.form(columns.get(1)).isEmpty()
                || NameForms.form(columns.get(2)).isEmpty()) {
            throw new OperatorMistake(where + "alias and name must have letters or digits");
        }
        return new Alias(columns.get(0), columns.get(1), columns.get(2), columns.get(3));
    }
}

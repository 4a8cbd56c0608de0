package hearsay.text.people;

import hearsay.settings.CsvLine;
import hearsay.settings.OperatorMistake;
import hearsay.text.names.NameForms;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the user's file of people: comma-separated values under a heading that has the column {@code name}. */
public final class PeopleFile {
    private static final String NAME = "name";
    private static final String ALIASES = "aliases";
    private static final String FROM = "from";
    private static final String TO = "to";
    /** A year, a month or a day; the time of day that Wikidata adds does not count. */
    private static final Pattern DAY = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:T[\\d:.]+Z?)?)?)?");

    private final String file;
    private final List<KnownPerson> rows = new ArrayList<>();
    /** form of a name or alias -> first row that has it */
    private final Map<String, KnownPerson> byForm = new HashMap<>();

    private List<String> columns;
    private int line;

    private PeopleFile(String file) {
        this.file = file;
    }

    /**
     * The persons of the file. Blank lines and lines with # do not count. Several rows may be one person's where each holds on other days.
     *
     * @param file  its path, for messages
     * @param lines all of them; none where there is no file
     * @throws OperatorMistake naming the line that cannot be read or contradicts an earlier one
     */
    public static People parse(String file, List<String> lines) {
        PeopleFile people = new PeopleFile(file);
        for (String text : lines) {
            people.line++;
            String line = text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = CsvLine.cells(line);
            if (cells == null) {
                throw people.mistake("a quotation mark is not closed");
            }
            if (people.columns == null) {
                people.heading(cells);
            } else {
                people.add(people.row(cells));
            }
        }
        if (people.columns == null && !lines.isEmpty()) {
            throw people.mistake("the file has no heading with the column name");
        }
        return new People(people.rows);
    }

    private void heading(List<String> cells) {
        columns = cells.stream().map(cell -> cell.toLowerCase(Locale.ROOT)).toList();
        if (!columns.contains(NAME)) {
            throw mistake("the heading must have the column name, but has " + String.join(", ", cells));
        }
        Set<String> met = new HashSet<>();
        for (String column : columns) {
            if (column.isEmpty() || !met.add(column)) {
                throw mistake(
                        column.isEmpty() ? "a column has no name" : "the column " + column + " stands there twice");
            }
        }
    }

    private KnownPerson row(List<String> cells) {
        if (cells.size() != columns.size()) {
            throw mistake("expected " + columns.size() + " columns but read " + cells.size());
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            if (!cells.get(i).isEmpty()) {
                row.put(columns.get(i), cells.get(i));
            }
        }
        LocalDate from = day(FROM, row.remove(FROM));
        LocalDate to = day(TO, row.remove(TO));
        if (from != null && to != null && from.isAfter(to)) {
            throw mistake("from (" + from + ") is after to (" + to + ")");
        }
        String name = row.remove(NAME);
        if (name == null) {
            throw mistake("the name is missing");
        }
        String aliases = row.remove(ALIASES);
        List<String> forms = aliases == null
                ? List.of()
                : Stream.of(aliases.split("[|;]"))
                        .map(String::strip)
                        .filter(alias -> !alias.isEmpty())
                        .toList();
        return new KnownPerson(line, name, forms, row, from, to);
    }

    private void add(KnownPerson row) {
        String form = People.form(row.name());
        for (KnownPerson earlier : rows) {
            if (People.form(earlier.name()).equals(form)) {
                check(row, earlier);
            }
        }
        row.merges().forEach(alias -> {
            String other = NameForms.form(alias.alias());
            if (other.isEmpty()) {
                throw mistake("the name \"" + alias.alias() + "\" must have letters or digits");
            }
            KnownPerson earlier = byForm.putIfAbsent(other, row);
            if (earlier != null && !People.form(earlier.name()).equals(form)) {
                throw mistake("\"" + alias.alias() + "\" is " + row.name() + " here and " + earlier.name() + " in line "
                        + earlier.line());
            }
        });
        rows.add(row);
    }

    /** One person's rows say one thing of who it is, and hold on other days. */
    private void check(KnownPerson row, KnownPerson earlier) {
        if (row.holdsWith(earlier)) {
            throw mistake(row.name() + " stands in line " + earlier.line()
                    + " too, and both rows hold on the same days: give them other days in from and to");
        }
        for (String column : KnownPerson.ALWAYS) {
            String here = row.cells().get(column);
            String there = earlier.cells().get(column);
            if (here != null && there != null && !here.equalsIgnoreCase(there)) {
                throw mistake(column + " of " + row.name() + " is " + here + " here and " + there + " in line "
                        + earlier.line());
            }
        }
    }

    /** The first day of a month or year in from, the last in to. */
    private LocalDate day(String column, String text) {
        if (text == null) {
            return null;
        }
        Matcher day = DAY.matcher(text);
        try {
            if (day.matches() && day.group(3) != null) {
                return LocalDate.parse(text.substring(0, 10));
            } else if (day.matches()) {
                int year = Integer.parseInt(day.group(1));
                boolean first = column.equals(FROM);
                int month = day.group(2) != null ? Integer.parseInt(day.group(2)) : first ? 1 : 12;
                YearMonth of = YearMonth.of(year, month);
                return first ? of.atDay(1) : of.atEndOfMonth();
            }
        } catch (DateTimeException e) {
            throw new OperatorMistake(noDay(column, text), e);
        }
        throw new OperatorMistake(noDay(column, text));
    }

    private String noDay(String column, String text) {
        return at() + column + " must be a day such as 2021-01-20, or a month or year, not \"" + text + "\".";
    }

    private OperatorMistake mistake(String what) {
        return new OperatorMistake(at() + what + ".");
    }

    private String at() {
        return file + " line " + line + ": ";
    }
}

package hearsay.evaluate;

import hearsay.settings.OperatorMistake;
import hearsay.tables.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads pronouns with two names each, of which one or none is the antecedent, in the format of GAP. */
final class GapFile {
    private static final int COLUMNS = 10;

    private GapFile() {}

    /**
     * A pronoun; offsets are of chars.
     *
     * @param a  a name
     * @param isA whether it is the pronoun's antecedent
     * @param b  another
     */
    record Pronoun(String id, String text, int begin, Span a, boolean isA, Span b, boolean isB) {}

    /**
     * @param file a line of names of columns, then ID, Text, Pronoun, Pronoun-offset, A, A-offset, A-coref, B, B-offset and
     *             B-coref, with a tab between two; offsets in code points. What follows is passed over
     * @throws OperatorMistake where it cannot be read, or a line is not of that kind
     */
    static List<Pronoun> read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new OperatorMistake("The file " + file + " cannot be read as UTF-8.", e);
        }
        List<Pronoun> pronouns = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                pronouns.add(pronoun(file, i + 1, lines.get(i).split("\t", -1)));
            }
        }
        if (pronouns.isEmpty()) {
            throw new OperatorMistake("The file " + file + " holds no pronoun.");
        }
        return pronouns;
    }

    private static Pronoun pronoun(Path file, int line, String[] cells) {
        if (cells.length < COLUMNS) {
            throw new OperatorMistake(file + ", line " + line + ": it has " + cells.length + " columns, and needs "
                    + COLUMNS + " with a tab between two.");
        }
        CodePoints text = new CodePoints(cells[1]);
        try {
            return new Pronoun(
                    cells[0],
                    cells[1],
                    text.toChar(Integer.parseInt(cells[3])),
                    name(text, cells[4], Integer.parseInt(cells[5])),
                    cells[6].equalsIgnoreCase("true"),
                    name(text, cells[7], Integer.parseInt(cells[8])),
                    cells[9].equalsIgnoreCase("true"));
        } catch (NumberFormatException e) {
            throw new OperatorMistake(file + ", line " + line + ": an offset is no number.", e);
        }
    }

    private static Span name(CodePoints text, String name, int offset) {
        int begin = text.toChar(offset);
        return new Span(begin, begin + name.length());
    }
}

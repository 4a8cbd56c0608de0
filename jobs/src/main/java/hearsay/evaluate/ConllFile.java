package hearsay.evaluate;

import hearsay.settings.OperatorMistake;
import hearsay.tables.EntityType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A gold file of names: one token a line, the token in the first column and its tag in the last, a blank line after each
 * sentence, {@code -DOCSTART-} before each document. Tags in IOB1, IOB2 or BIOES of PER, ORG, LOC, MISC.
 *
 * @param path  the file
 * @param lines its lines as read
 * @param tokens its tokens, in order
 */
record ConllFile(Path path, List<String> lines, List<GoldToken> tokens) {
    private static final Set<String> TYPES = Set.copyOf(EntityType.WORDS);
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "PERSON",
            "PER",
            "PERS",
            "PER",
            "ORGANIZATION",
            "ORG",
            "ORGANISATION",
            "ORG",
            "LOCATION",
            "LOC",
            "MISCELLANEOUS",
            "MISC");
    private static final String DOCUMENT = "-DOCSTART-";

    /**
     * @param line          number of its line in the file, from 1
     * @param firstOfSentence whether a sentence begins with it
     * @param firstOfDocument whether a document begins with it
     */
    record GoldToken(int line, String text, String tag, boolean firstOfSentence, boolean firstOfDocument) {}

    /** @throws OperatorMistake naming the line that has no tag, or a tag of another kind, and for an empty file */
    static ConllFile read(Path path) {
        List<String> lines = lines(path);
        List<GoldToken> tokens = new ArrayList<>();
        boolean sentence = true;
        boolean document = true;
        int columns = 0;
        for (int i = 0; i < lines.size(); i++) {
            String[] cells = lines.get(i).strip().split("\\s+");
            if (cells[0].isEmpty() || cells[0].equals(DOCUMENT)) {
                sentence = true;
                document |= cells[0].equals(DOCUMENT);
                continue;
            }
            columns = columns == 0 ? cells.length : columns;
            if (cells.length < 2 || cells.length != columns) {
                throw new OperatorMistake("Line " + (i + 1) + " of " + path + " has " + cells.length + " column"
                        + (cells.length == 1 ? "" : "s") + " where " + Math.max(2, columns) + " are expected: "
                        + excerpt(lines.get(i)));
            }
            tokens.add(new GoldToken(i + 1, cells[0], tag(cells[columns - 1], i + 1, path), sentence, document));
            sentence = false;
            document = false;
        }
        if (tokens.isEmpty()) {
            throw new OperatorMistake("The gold file " + path + " holds no token.");
        }
        return new ConllFile(path, lines, tokens);
    }

    private static List<String> lines(Path path) {
        try {
            return Files.readAllLines(path, StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            throw new OperatorMistake("There is no gold file at " + path + ".", e);
        } catch (IOException e) {
            throw new OperatorMistake("The gold file " + path + " cannot be read as UTF-8 text.", e);
        }
    }

    private static String tag(String tag, int line, Path path) {
        if (tag.equals("O")) {
            return tag;
        }
        boolean prefixed = tag.length() > 2 && tag.charAt(1) == '-' && "BIESLU".indexOf(tag.charAt(0)) >= 0;
        String type = prefixed ? tag.substring(2) : tag;
        type = OTHER_NAMES.getOrDefault(type, type);
        if (!TYPES.contains(type)) {
            throw new OperatorMistake("Line " + line + " of " + path + " has the tag " + excerpt(tag)
                    + ", which is not O or one of PER, ORG, LOC, MISC with B- or I-.");
        }
        return (prefixed ? tag.substring(0, 2) : "I-") + type;
    }

    private static String excerpt(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }

    /** The file's own lines with one tag of ours behind each token. */
    List<String> withTags(List<String> tags) {
        List<String> out = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (next < tokens.size() && tokens.get(next).line() == i + 1) {
                out.add(tokens.get(next).text() + " " + tags.get(next));
                next++;
            } else {
                out.add(lines.get(i).isBlank() ? "" : DOCUMENT + " O");
            }
        }
        return out;
    }
}

package hearsay.text.entities;

import hearsay.settings.OperatorMistake;
import hearsay.settings.WholeFile;
import hearsay.tables.Printable;
import hearsay.text.names.NameForms;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A user's file of aliases, to which lines are added. What stands in it stays as it is, byte for byte. */
public final class AliasFile {
    private static final String HEADING = "type,alias,name,action";

    private final Path file;
    private final String text;
    private final List<String> lines;

    private AliasFile(Path file, String text) {
        this.file = file;
        this.text = text;
        lines = text.lines().toList();
    }

    /**
     * Reads the file; one that is not there yet is empty.
     *
     * @throws OperatorMistake where it is no text, or has a line that a night could not read
     */
    public static AliasFile read(Path file) {
        try {
            AliasFile read = new AliasFile(
                    file,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                            .toString());
            Alias.parse(file.toString(), read.lines);
            return read;
        } catch (NoSuchFileException e) {
            return new AliasFile(file, "");
        } catch (CharacterCodingException e) {
            throw new OperatorMistake("The file " + file + " is no text in UTF-8.", e);
        } catch (IOException e) {
            throw new OperatorMistake("Cannot read " + file + ": " + e.getMessage() + ".", e);
        }
    }

    /** Those of the aliases that the file does not have yet. */
    public List<Alias> missing(List<Alias> aliases) {
        return aliases.stream()
                .filter(alias -> numbered().noneMatch(line -> isSame(line.alias, alias)))
                .toList();
    }

    /**
     * Lines of the file that an alias of the list overrules, since the last word on a form counts.
     *
     * @throws OperatorMistake where a line says the contrary: that the alias never names the entity where it always shall, the
     *                         other way round, or that the entity is the alias
     */
    public List<String> overruled(List<Alias> aliases) {
        List<String> overruled = new ArrayList<>();
        for (Alias alias : aliases) {
            for (Numbered line : numbered().toList()) {
                Alias old = line.alias;
                boolean form = isForm(old.alias(), alias.alias());
                boolean name = isForm(old.name(), alias.name());
                boolean merges = old.action().equals("merge") && alias.action().equals("merge");
                boolean circle = merges && isForm(old.alias(), alias.name()) && isForm(old.name(), alias.alias());
                if (circle || (form && name && !old.action().equals(alias.action()))) {
                    throw new OperatorMistake(file + " line " + line.number + " says the contrary: "
                            + lines.get(line.number - 1).strip() + "; take it out first.");
                }
                if (merges && form && !name) {
                    overruled.add("line " + line.number + ": "
                            + lines.get(line.number - 1).strip());
                }
            }
        }
        return overruled;
    }

    /** Adds a comment and the aliases at the end; the file is written whole or stays as it was. */
    public void add(String comment, List<Alias> aliases) {
        String end = text.contains("\r\n") ? "\r\n" : "\n";
        String before = text.isEmpty() ? HEADING + end : text.endsWith("\n") ? text : text + end;
        String after = Stream.concat(
                        Stream.of("# " + Printable.line(comment)),
                        aliases.stream().map(AliasFile::line))
                .collect(Collectors.joining(end, before, end));
        List<Alias> expected = new ArrayList<>(Alias.parse(file.toString(), lines));
        expected.addAll(aliases);
        if (!Alias.parse(file.toString(), after.lines().toList()).equals(expected)) {
            throw new IllegalStateException("lines would not be read back as they are meant: " + aliases);
        }
        WholeFile.write(file, out -> out.write(after.getBytes(StandardCharsets.UTF_8)));
    }

    /** The line of an alias. */
    public static String line(Alias alias) {
        return Stream.of(alias.type(), alias.alias(), alias.name(), alias.action())
                .map(cell -> cell.matches("[^,\"]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    private record Numbered(int number, Alias alias) {}

    private Stream<Numbered> numbered() {
        List<Numbered> numbered = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            Alias.parse(file.toString(), List.of(lines.get(i)))
                    .forEach(alias -> numbered.add(new Numbered(number, alias)));
        }
        return numbered.stream();
    }

    private static boolean isSame(Alias one, Alias other) {
        return one.type().equals(other.type())
                && one.action().equals(other.action())
                && one.name().equals(other.name())
                && isForm(one.alias(), other.alias());
    }

    private static boolean isForm(String one, String other) {
        return NameForms.form(one).equals(NameForms.form(other));
    }
}

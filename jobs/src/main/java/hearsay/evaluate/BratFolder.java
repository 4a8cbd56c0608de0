package hearsay.evaluate;

import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Quotations marked by people: a folder with {@code text/NAME.txt} and {@code attributions/NAME.ann} or
 * {@code NAME_ANNOTATOR.ann} in brat's standoff format, as PolNeAR has it. Events carry Source, Cue and Content; where several
 * people did an article, the alphabetically first is read.
 *
 * <p>All offsets count code points of the text, whatever unit the .ann file counts in: it is the one in which most of
 * its texts are found at their offsets (code points, UTF-8 bytes, UTF-16 units, CRLF line ends).
 */
public final class BratFolder {
    private static final Pattern ENTRY = Pattern.compile("^[TERAMN#*]\\d*\t");

    private BratFolder() {}

    /** One attribution: its content, source and cue as stretches and as texts (null where there is none). */
    public record Attribution(List<Stretch> content, List<Stretch> source, String sourceText, String cue) {}

    /**
     * An article with what people marked in it.
     *
     * @param discard stretches that count neither for nor against
     */
    public record Article(String name, String text, List<Attribution> attributions, List<Stretch> discard) {}

    private record Marked(String label, List<Stretch> stretches, String text) {
        /** Is the text shorter than its stretches? */
        boolean isCut() {
            return stretches.stream().mapToInt(s -> s.end() - s.begin()).sum() > text.length();
        }
    }

    private record Role(String role, String mark) {}

    /**
     * The articles in the order of their names.
     *
     * @throws OperatorMistake naming the folder, file or line that cannot be read
     */
    public static List<Article> read(Path folder) {
        Path texts = folder.resolve("text");
        Path annotations = folder.resolve("attributions");
        for (Path needed : List.of(folder, texts, annotations)) {
            if (!Files.isDirectory(needed)) {
                throw new OperatorMistake("There is no folder " + needed
                        + "; gold quotations are a folder with text/*.txt and" + " attributions/*.ann.");
            }
        }
        Map<String, Path> marked = annotations(texts, annotations);
        if (marked.isEmpty()) {
            throw new OperatorMistake("There is no .txt file in " + texts + ".");
        }
        List<Article> articles = new ArrayList<>();
        marked.forEach((name, file) -> articles.add(article(name, texts.resolve(name + ".txt"), file)));
        return articles;
    }

    /** Name of the text to its annotation file. */
    private static Map<String, Path> annotations(Path texts, Path annotations) {
        Map<String, Path> marked = new TreeMap<>(BratFolder::byCodePoint);
        for (Path text : files(texts, ".txt")) {
            marked.put(stem(text), null);
        }
        for (Path file : files(annotations, ".ann")) {
            String stem = stem(file);
            int underscore = stem.lastIndexOf('_');
            if (marked.containsKey(stem)) {
                marked.put(stem, file);
            } else if (underscore > 0) {
                marked.computeIfPresent(stem.substring(0, underscore), (name, known) -> known);
                if (marked.containsKey(stem.substring(0, underscore))
                        && marked.get(stem.substring(0, underscore)) == null) {
                    marked.put(stem.substring(0, underscore), file);
                }
            }
        }
        marked.forEach((name, file) -> {
            if (file == null) {
                throw new OperatorMistake(
                        "The text " + texts.resolve(name + ".txt") + " has no .ann file in " + annotations + ".");
            }
        });
        return marked;
    }

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .sorted(Comparator.comparing(file -> file.getFileName().toString(), BratFolder::byCodePoint))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static int byCodePoint(String a, String b) {
        return Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());
    }

    private static String stem(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - 4);
    }

    private static String text(Path file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new OperatorMistake("The file " + file + " is not UTF-8 text.", e);
        } catch (IOException e) {
            throw new OperatorMistake("The file " + file + " cannot be read.", e);
        }
    }

    private static Article article(String name, Path textFile, Path annotations) {
        String text = text(textFile);
        Map<String, Marked> raw = new HashMap<>();
        List<List<Role>> events = new ArrayList<>();
        parse(annotations, raw, events);
        Map<String, Marked> marks = placed(new CodePoints(text), raw);
        List<Attribution> attributions = new ArrayList<>();
        for (List<Role> event : events) {
            attributions.add(new Attribution(
                    stretches(event, "Content", marks).stream()
                            .sorted(Comparator.comparingInt(Stretch::begin).thenComparingInt(Stretch::end))
                            .toList(),
                    stretches(event, "Source", marks),
                    text(event, "Source", marks),
                    text(event, "Cue", marks)));
        }
        List<Stretch> discard = marks.values().stream()
                .filter(mark -> mark.label.equals("Discard"))
                .flatMap(mark -> mark.stretches.stream())
                .toList();
        return new Article(name, text, attributions, discard);
    }

    private static void parse(Path file, Map<String, Marked> marks, List<List<Role>> events) {
        String[] lines = text(file).split("\n", -1);
        Marked last = null;
        for (int i = 0; i < lines.length; i++) {
            String line = lines[i].endsWith("\r") ? lines[i].substring(0, lines[i].length() - 1) : lines[i];
            if (last != null && last.isCut() && !ENTRY.matcher(line).find()) {
                continue; // a marked text that runs over a line break goes on here
            }
            try {
                line(line, marks, events);
                last = line.startsWith("T") ? marks.get(line.substring(0, line.indexOf('\t'))) : null;
            } catch (RuntimeException e) {
                throw new OperatorMistake("Line " + (i + 1) + " of " + file + " is not brat standoff: " + line, e);
            }
        }
    }

    private static void line(String line, Map<String, Marked> marks, List<List<Role>> events) {
        String[] fields = line.split("\t", -1);
        if (line.startsWith("T")) {
            String[] label = fields[1].split(" ", 2);
            List<Stretch> stretches = new ArrayList<>();
            for (String stretch : label[1].split(";")) {
                String[] ends = stretch.strip().split("\\s+");
                int begin = Integer.parseInt(ends[0]);
                int end = Integer.parseInt(ends[1]);
                if (ends.length != 2 || begin < 0 || end < begin) {
                    throw new IllegalArgumentException(stretch);
                }
                stretches.add(new Stretch(begin, end));
            }
            marks.put(fields[0], new Marked(label[0], stretches, fields[2]));
        } else if (line.startsWith("E")) {
            List<Role> roles = new ArrayList<>();
            for (String role : fields[1].strip().split("\\s+")) {
                String[] pair = role.split(":", -1);
                if (pair.length != 2) {
                    throw new IllegalArgumentException(role);
                }
                roles.add(new Role(pair[0], pair[1]));
            }
            events.add(roles.subList(1, roles.size()));
        } else if (!line.isBlank() && !"ARN#M*".contains(line.substring(0, 1))) {
            throw new IllegalArgumentException(line);
        }
    }

    /** The marks in code points: in the unit in which most texts are found; a text that is not is searched nearby. */
    private static Map<String, Marked> placed(CodePoints text, Map<String, Marked> raw) {
        Map<String, Marked> best = Map.of();
        int found = -1;
        for (IntUnaryOperator unit : text.units()) {
            Map<String, Marked> placed = new HashMap<>();
            int hits = 0;
            for (Map.Entry<String, Marked> mark : raw.entrySet()) {
                List<Stretch> stretches = mark.getValue().stretches.stream()
                        .map(s -> new Stretch(unit.applyAsInt(s.begin()), unit.applyAsInt(s.end())))
                        .toList();
                placed.put(mark.getKey(), new Marked(mark.getValue().label, stretches, mark.getValue().text));
                hits += text.reads(stretches, mark.getValue().text) ? 1 : 0;
            }
            if (hits > found) {
                found = hits;
                best = placed;
            }
            if (hits == raw.size()) {
                break;
            }
        }
        best.replaceAll((id, mark) -> {
            boolean off = mark.stretches.size() == 1 && !text.reads(mark.stretches, mark.text);
            Stretch near = off ? text.nearest(mark.text, mark.stretches.get(0).begin()) : null;
            return near == null ? sorted(mark) : new Marked(mark.label, List.of(near), mark.text);
        });
        return best;
    }

    private static Marked sorted(Marked mark) {
        List<Stretch> stretches = mark.stretches.stream()
                .sorted(Comparator.comparingInt(Stretch::begin).thenComparingInt(Stretch::end))
                .toList();
        return new Marked(mark.label, stretches, mark.text);
    }

    private static boolean has(Role role, String name) {
        return role.role.replaceAll("\\d+$", "").equals(name);
    }

    private static List<Stretch> stretches(List<Role> event, String role, Map<String, Marked> marks) {
        return event.stream()
                .filter(r -> has(r, role) && marks.containsKey(r.mark))
                .flatMap(r -> marks.get(r.mark).stretches.stream())
                .toList();
    }

    private static String text(List<Role> event, String role, Map<String, Marked> marks) {
        List<String> texts = event.stream()
                .filter(r -> has(r, role) && marks.containsKey(r.mark))
                .map(r -> marks.get(r.mark).text)
                .toList();
        String joined = String.join(" ", texts);
        return joined.isEmpty() ? null : joined;
    }
}

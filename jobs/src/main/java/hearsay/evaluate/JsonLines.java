package hearsay.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.settings.OperatorMistake;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/** A file of JSON objects, one a line, packed with gzip or not. Blank lines are passed over. */
final class JsonLines {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int[] GZIP = {0x1f, 0x8b};

    /** One object of the file. What is missing or of another type is a mistake that names file and line. */
    record Line(Path file, int number, JsonNode object) {
        String text(String field) {
            String text = textOrNull(field);
            if (text == null || text.isEmpty()) {
                throw mistake("has no text in \"" + field + "\"");
            }
            return text;
        }

        String textOrNull(String field) {
            JsonNode value = object.path(field);
            if (value.isTextual() || value.isNull() || value.isMissingNode()) {
                return value.textValue();
            }
            throw mistake("has no text in \"" + field + "\"");
        }

        int whole(String field) {
            if (!object.path(field).canConvertToInt() || !object.path(field).isInt()) {
                throw mistake("has no whole number in \"" + field + "\"");
            }
            return object.path(field).intValue();
        }

        Boolean truthOrNull(String field) {
            JsonNode value = object.path(field);
            if (value.isBoolean()) {
                return value.booleanValue();
            }
            if (value.isNull() || value.isMissingNode()) {
                return null;
            }
            throw mistake("has neither true, false nor null in \"" + field + "\"");
        }

        <E extends Enum<E>> E oneOf(Class<E> type, String field) {
            return Judgement.named(type, text(field))
                    .orElseThrow(() -> mistake("has \"" + object.path(field).textValue() + "\" in \"" + field
                            + "\", which is none of " + Judgement.names(type)));
        }

        OperatorMistake mistake(String what) {
            return new OperatorMistake("Line " + number + " of " + file + " " + what + ".");
        }
    }

    private JsonLines() {}

    /**
     * @param each what to keep of a line
     * @throws OperatorMistake where there is no such file, or a line is no JSON object, naming it
     */
    static <T> List<T> read(Path file, Function<Line, T> each) {
        List<T> kept = new ArrayList<>();
        try (BufferedReader lines = open(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    kept.add(each.apply(new Line(file, number, object(file, number, line))));
                }
            }
        } catch (NoSuchFileException e) {
            throw new OperatorMistake("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new OperatorMistake("The file " + file + " cannot be read as lines of UTF-8 text.", e);
        }
        return kept;
    }

    private static BufferedReader open(Path file) throws IOException {
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.mark(GZIP.length);
        boolean packed = bytes.read() == GZIP[0] && bytes.read() == GZIP[1];
        bytes.reset();
        return new BufferedReader(new InputStreamReader(
                packed ? new GZIPInputStream(bytes) : bytes, StandardCharsets.UTF_8.newDecoder()));
    }

    private static JsonNode object(Path file, int number, String line) {
        try {
            JsonNode object = JSON.readTree(line);
            if (object.isObject()) {
                return object;
            }
        } catch (JsonProcessingException e) {
            throw new OperatorMistake("Line " + number + " of " + file + " is no JSON object.", e);
        }
        throw new OperatorMistake("Line " + number + " of " + file + " is no JSON object.");
    }
}

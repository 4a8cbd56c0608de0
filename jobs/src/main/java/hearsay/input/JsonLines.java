package hearsay.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.Finding.Unusable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** JSON lines: an article a line. A line that is broken is a finding of its own, the next ones go on. */
final class JsonLines extends Findings {
    private final InputStream in;
    private final Lines lines;
    private final long end;
    private final InputSettings settings;
    private final FieldNames names;
    private final ObjectMapper mapper;
    private boolean begun;

    /** @param begin 0, or the byte before the range: what stands up to the next line end belongs to the range before */
    JsonLines(InputStream in, long begin, long end, InputSettings settings) {
        this.in = in;
        this.lines = new Lines(in, begin, settings.largestRecord());
        this.begun = begin == 0;
        this.end = end;
        this.settings = settings;
        this.names = settings.fieldNames();
        this.mapper = JsonFile.mapper(settings).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    Finding advance() throws IOException {
        if (!begun) {
            begun = true;
            lines.advance();
        }
        while (lines.offset() < end && lines.advance()) {
            if (!lines.isBlank()) {
                return finding();
            }
        }
        return null;
    }

    @Override
    long position() {
        return lines.number() + 1;
    }

    private Finding finding() {
        byte[] line = lines.bytes();
        if (lines.isTooLong()) {
            String reason = "line longer than " + settings.largestRecord() + " bytes";
            return new Unusable(lines.number(), reason, Encoding.beginning(line));
        }
        try {
            Encoding.Text text = Encoding.decode(line, null);
            JsonNode node = mapper.readTree(text.text());
            return node != null && node.isObject()
                    ? JsonArticle.of(node, lines.number(), names).withEncoding(text.said())
                    : unusable("not a JSON object", line);
        } catch (CharacterCodingException e) {
            return unusable("its bytes are not text", line);
        } catch (JsonProcessingException e) {
            return unusable("broken JSON: " + JsonFile.problem(e), line);
        }
    }

    private Unusable unusable(String reason, byte[] line) {
        return new Unusable(lines.number(), reason, Encoding.beginning(Arrays.copyOf(line, Math.min(line.length, 1_000))));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

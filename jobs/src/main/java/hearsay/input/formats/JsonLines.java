package hearsay.input.formats;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.FieldNames;
import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;

/** JSON lines: an article a line, or a list of them in an object. A line that is broken is a finding of its own, the next ones go on. */
final class JsonLines extends Findings {
    private final InputStream in;
    private final Lines lines;
    private final long end;
    private final InputSettings settings;
    private final FieldNames names;
    private final ObjectMapper mapper;
    private final Queue<Finding> rest = new ArrayDeque<>();
    private final boolean mayBeOne;
    private boolean begun;
    private boolean ahead;

    /**
     * @param begin    0, or the byte before the range: what stands up to the next line end belongs to the range before
     * @param mayBeOne whether the file is the article where it has one line: no line will be added to it
     */
    JsonLines(InputStream in, long begin, long end, boolean mayBeOne, InputSettings settings) {
        this.mayBeOne = mayBeOne;
        this.in = in;
        this.lines = new Lines(in, begin, settings.largestRecord());
        this.begun = begin == 0;
        this.end = end;
        this.settings = settings;
        this.names = settings.fieldNames();
        this.mapper = Json.reader(settings).enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
    }

    @Override
    protected Finding advance() throws IOException {
        if (!rest.isEmpty()) {
            return rest.remove();
        }
        if (!begun) {
            begun = true;
            lines.advance();
        }
        return toNext() ? finding() : null;
    }

    /** Goes to the next line with something in it. */
    private boolean toNext() throws IOException {
        boolean there = ahead;
        ahead = false;
        while (!there && lines.offset() < end && lines.advance()) {
            there = !lines.isBlank();
        }
        return there;
    }

    @Override
    protected long position() {
        return lines.number() + 1;
    }

    private Finding finding() throws IOException {
        byte[] line = lines.bytes();
        long number = lines.number();
        if (lines.isTooLong()) {
            String reason = "line longer than " + settings.largestRecord() + " bytes";
            return new Unusable(number, reason, Encoding.beginning(line));
        }
        try {
            Encoding.Text text = Encoding.decode(line, null);
            JsonNode node = mapper.readTree(text.text());
            if (node == null || !node.isObject()) {
                return unusable("not a JSON object", line);
            }
            List<JsonNode> articles = JsonArticle.articles(node, names);
            boolean only = mayBeOne && number == 1 && articles.size() == 1 && !isFollowed();
            articles.forEach(article ->
                    rest.add(JsonArticle.of(article, only ? 0 : number, names).withEncoding(text.said())));
            return rest.remove();
        } catch (CharacterCodingException e) {
            return unusable("its bytes are not text", line);
        } catch (JsonProcessingException e) {
            return unusable("broken JSON: " + Json.problem(e), line);
        }
    }

    private boolean isFollowed() throws IOException {
        ahead = toNext();
        return ahead;
    }

    private Unusable unusable(String reason, byte[] line) {
        return new Unusable(
                lines.number(), reason, Encoding.beginning(Arrays.copyOf(line, Math.min(line.length, 1_000))));
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

package hearsay.input.formats;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.FieldNames;
import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;

/** JSON over many lines: an object, objects behind one another, or a list of them; held one article at a time. */
final class JsonDocument extends Findings {
    private final Bounded in;
    private final JsonParser parser;
    private final ObjectMapper mapper;
    private final FieldNames names;
    private final Queue<Finding> rest = new ArrayDeque<>();
    private long position;
    private boolean ahead;
    private boolean inList;
    private JsonProcessingException fault; // found while looking ahead
    private boolean broken;

    JsonDocument(InputStream bytes, InputSettings settings) throws IOException {
        this.in = new Bounded(bytes, settings.largestRecord());
        this.names = settings.fieldNames();
        this.mapper = Json.reader(settings);
        this.parser = mapper.getFactory().createParser(in);
    }

    @Override
    protected Finding advance() throws IOException {
        if (!rest.isEmpty()) {
            return rest.remove();
        }
        if (broken) {
            return null;
        }
        try {
            JsonToken token = nextToken();
            if (token == null) {
                return null;
            }
            boolean first = position == 0;
            position = Math.max(position + 1, parser.currentTokenLocation().getLineNr());
            if (token != JsonToken.START_OBJECT) {
                return new Unusable(position, "not a JSON object", null);
            }
            List<JsonNode> articles = JsonArticle.articles(mapper.readTree(parser), names);
            boolean only = first && !inList && articles.size() == 1 && !isFollowed();
            for (int i = 0; i < articles.size(); i++) {
                rest.add(JsonArticle.of(articles.get(i), only ? 0 : position + i, names));
            }
            position += articles.size() - 1;
            return rest.remove();
        } catch (JsonProcessingException e) {
            broken = true; // where the next object begins can no longer be told
            return new Unusable(position + 1, "broken JSON, the rest is not read: " + Json.problem(e), null);
        }
    }

    private JsonToken nextToken() throws IOException {
        if (fault != null) {
            throw fault;
        }
        in.allowAnother();
        JsonToken token = ahead ? parser.currentToken() : parser.nextToken();
        ahead = false;
        while (token == JsonToken.START_ARRAY || token == JsonToken.END_ARRAY) {
            inList = true;
            token = parser.nextToken();
        }
        return token;
    }

    /** Whether something stands behind an object that stands in no list; else the file is the article. */
    private boolean isFollowed() throws IOException {
        in.allowAnother();
        try {
            ahead = parser.nextToken() != null;
            return ahead;
        } catch (JsonProcessingException e) {
            fault = e;
            return true;
        }
    }

    @Override
    protected long position() {
        return position + 1;
    }

    @Override
    public void close() throws IOException {
        parser.close();
        in.close();
    }

    /** Ends a stream in which one article takes more bytes than allowed. */
    private static final class Bounded extends InputStream {
        private final InputStream in;
        private final long most;
        private long left;

        Bounded(InputStream in, long most) {
            this.in = in;
            this.most = most;
            this.left = most;
        }

        void allowAnother() {
            left = most;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left <= 0) {
                throw new IOException("an object of more than " + most + " bytes");
            }
            int read = in.read(into, offset, (int) Math.min(length, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}

package hearsay.input.formats;

import hearsay.input.InputSettings;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;

/** A plain text file: one article. */
final class TextFile extends Findings {
    private final InputStream bytes;
    private final InputSettings settings;
    private boolean read;

    TextFile(InputStream bytes, InputSettings settings) {
        this.bytes = bytes;
        this.settings = settings;
    }

    @Override
    protected Finding advance() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        int most = Math.min(Integer.MAX_VALUE - 16, 4 * settings.largestText() + 4); // UTF-8 takes up to 4 bytes a char
        byte[] content = bytes.readNBytes(most);
        if (content.length == most) {
            return new Unusable(0, "longer than " + settings.largestText() + " chars", Encoding.beginning(content));
        }
        try {
            return RawArticle.ofText(Encoding.decode(content, null));
        } catch (CharacterCodingException e) {
            return new Unusable(0, "its bytes are not text", null);
        }
    }

    @Override
    protected long position() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}

package hearsay.input.formats;

import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.articles.Encoding;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.Unread;
import hearsay.input.articles.Finding.Unusable;
import hearsay.input.articles.Findings;
import hearsay.input.pages.Page;
import java.io.IOException;
import java.io.InputStream;

/** A file that is one web page. */
final class PageFile extends Findings {
    private final InputStream bytes;
    private final ObjectMapper mapper;
    private boolean read;

    PageFile(InputStream bytes, InputSettings settings) {
        this.bytes = bytes;
        this.mapper = Json.readerOfPages(settings);
    }

    @Override
    protected Finding advance() throws IOException {
        if (read) {
            return null;
        }
        read = true;
        byte[] page = bytes.readNBytes(Page.LARGEST + 1);
        if (page.length > Page.LARGEST) {
            return new Unusable(0, Page.TOO_LARGE, Encoding.beginning(page));
        }
        return new Unread(0, null, () -> Page.read(page, null, null, 0, null, mapper));
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

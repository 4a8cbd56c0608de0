package hearsay.input.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

/** Web archives for tests: records as Common Crawl writes them. */
public final class Warcs {
    private Warcs() {}

    public static byte[] response(String url, String status, String type, byte[] body) {
        byte[] http = joined(
                ("HTTP/1.1 " + status + "\r\nContent-Type: " + type + "\r\nServer: test\r\nContent-Length: "
                                + body.length + "\r\n\r\n")
                        .getBytes(StandardCharsets.ISO_8859_1),
                body);
        return record("response", "WARC-Target-URI: " + url + "\r\n", "application/http; msgtype=response", http);
    }

    public static byte[] info() {
        return record(
                "warcinfo", "", "application/warc-fields", "software: test\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    public static byte[] record(String type, String headers, String contentType, byte[] block) {
        String head = "WARC/1.0\r\nWARC-Type: " + type + "\r\n" + headers + "WARC-Date: 2026-11-22T10:00:00Z\r\n"
                + "WARC-Record-ID: <urn:uuid:" + UUID.nameUUIDFromBytes(block) + ">\r\nContent-Type: " + contentType
                + "\r\nContent-Length: " + block.length + "\r\n\r\n";
        return joined(head.getBytes(StandardCharsets.UTF_8), block, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    public static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return packed.toByteArray();
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

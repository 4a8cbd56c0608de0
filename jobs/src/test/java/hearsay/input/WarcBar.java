package hearsay.input;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A web archive of many pages for measuring: the pages of the test with their furniture blown up to the size of real ones. */
public final class WarcBar {
    private WarcBar() {}

    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    }

    /** @param filler bytes of scripts and markup around each article; real pages of news sites have 100,000 and more */
    static void write(Path archive, int pages, int filler) throws IOException {
        List<Path> models;
        try (var files = Files.list(Path.of("jobs/src/test/resources/hearsay/pages"))) {
            models = files.filter(f -> f.toString().endsWith(".html")).sorted().toList();
        }
        Random random = new Random(7);
        try (OutputStream out = Files.newOutputStream(archive)) {
            out.write(Warcs.gzip(Warcs.info()));
            for (int i = 0; i < pages; i++) {
                String page = Files.readString(models.get(i % models.size()));
                StringBuilder script = new StringBuilder("<script>var data=[");
                while (script.length() < filler / 2) {
                    script.append(Long.toString(random.nextLong(), 36)).append(',');
                }
                script.append("];</script><div class=\"menu\">");
                while (script.length() < filler) {
                    script.append("<div class=\"item x").append(random.nextInt(99)).append("\"><a href=\"/")
                            .append(Long.toString(random.nextLong(), 36)).append("\"><span>Item</span></a></div>");
                }
                String whole = page.replace("</body>", script + "</div></body>").replace("</BODY>", script + "</div></BODY>");
                out.write(Warcs.gzip(Warcs.response("https://example.com/" + i, "200 OK", "text/html; charset=utf-8",
                        whole.getBytes(StandardCharsets.UTF_8))));
            }
        }
    }
}

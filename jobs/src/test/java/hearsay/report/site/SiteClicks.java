package hearsay.report.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The clicks of notebooks/README.md that answer its questions on a site, and where they lead. */
public final class SiteClicks {
    private static final Pattern CLICKS =
            Pattern.compile("(?m)^(\\w.*\\?)\n\n```sql\n(?s:.*?)```\n\nOn the site: ([^.;]*)[.;]");

    private SiteClicks() {}

    /** The texts of the links by question, in the order of the page. */
    public static Map<String, List<String>> ofQuestions() throws IOException {
        Map<String, List<String>> clicks = new LinkedHashMap<>();
        Matcher question = CLICKS.matcher(Files.readString(Path.of("notebooks/README.md")));
        while (question.find()) {
            clicks.put(question.group(1), List.of(question.group(2).split(" › ")));
        }
        return clicks;
    }

    /**
     * The page to which the clicks lead from the first page of a site. A click is the beginning of a link's text; "Search `words`" is
     * what the search finds for the words.
     */
    public static Document follow(Path site, List<String> clicks) throws IOException {
        Path page = site.resolve("index.html");
        for (String click : clicks) {
            String to = click.startsWith("Search `")
                    ? "../".repeat(site.relativize(page).getNameCount() - 1) + found(site, click.split("`")[1])
                    : linked(page, click);
            page = page.getParent().resolve(to.replaceFirst("#.*", "")).normalize();
        }
        return Jsoup.parse(Files.readString(page));
    }

    private static String linked(Path page, String click) throws IOException {
        return Jsoup.parse(Files.readString(page)).select("a[href]").stream()
                .filter(link -> link.text().equals(click)
                        || (click.equals("All") && link.text().startsWith("All ")))
                .map(link -> link.attr("href"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page + " has no link " + click));
    }

    private static String found(Path site, String words) throws IOException {
        try (Stream<Path> files = Files.list(site.resolve("search"))) {
            for (Path file : files.filter(f -> f.getFileName().toString().startsWith("docs-"))
                    .sorted()
                    .toList()) {
                Matcher row = Pattern.compile(
                                "(?m)^\\[1,\"[^\\n]*" + Pattern.quote(words) + "[^\\n]*?\"(names/[^\"]*)\"")
                        .matcher(Files.readString(file));
                if (row.find()) {
                    return row.group(1);
                }
            }
        }
        throw new AssertionError("The search does not know " + words);
    }

    /** The text of a page, with single blanks. */
    public static String text(Document page) {
        Element main = page.selectFirst("main");
        return main.text();
    }
}

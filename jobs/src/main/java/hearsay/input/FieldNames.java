package hearsay.input;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Under which names files give the fields of an article; the first that is there counts. A name with dots goes into nested
 * objects ({@code source.name}).
 *
 * @param names field of an article -> names in files, in the order in which they are asked
 */
public record FieldNames(Map<String, List<String>> names) implements Serializable {
    public static final String TEXT = "text";
    public static final String URL = "url";
    public static final String TITLE = "title";
    public static final String DATE = "date";
    public static final String MODIFIED = "modified";
    public static final String SEEN = "seen";
    public static final String SOURCE = "source";
    public static final String AUTHORS = "authors";
    public static final String LANGUAGE = "language";
    public static final String ID = "id";

    /** The names of news-please first, then those of Media Cloud, Common Crawl extractions, NewsAPI, GDELT and feeds. */
    public static FieldNames defaults() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        names.put(
                TEXT,
                List.of(
                        "maintext",
                        "text",
                        "body",
                        "content",
                        "article_text",
                        "full_text",
                        "plain_text",
                        "story_text",
                        "articleBody"));
        names.put(
                URL,
                List.of("url", "link", "canonical_url", "uri", "article_url", "requested_url", "DocumentIdentifier"));
        names.put(TITLE, List.of("title", "headline", "article_title"));
        names.put(
                DATE,
                List.of(
                        "date_publish",
                        "publish_date",
                        "published_at",
                        "publishedAt",
                        "published",
                        "publication_date",
                        "published_date",
                        "date_published",
                        "datePublished",
                        "pub_date",
                        "pubDate",
                        "seendate",
                        "date",
                        "timestamp"));
        names.put(MODIFIED, List.of("date_modify", "date_modified", "dateModified", "updated", "updated_at"));
        names.put(SEEN, List.of("date_download", "crawl_date", "fetched_at", "dateDownloaded"));
        names.put(
                SOURCE,
                List.of(
                        "source_domain",
                        "domain",
                        "media_name",
                        "sitename",
                        "hostname",
                        "source.name",
                        "source",
                        "outlet",
                        "publisher"));
        names.put(AUTHORS, List.of("authors", "author", "byline"));
        names.put(LANGUAGE, List.of("language", "lang"));
        names.put(ID, List.of("id", "stories_id", "guid"));
        return new FieldNames(names);
    }

    /** These names with {@code own} ones asked first. */
    public FieldNames with(Map<String, List<String>> own) {
        Map<String, List<String>> all = new LinkedHashMap<>(names);
        own.forEach((field, first) -> all.merge(field, first, (others, mine) -> {
            List<String> both = new ArrayList<>(mine);
            others.stream().filter(name -> !mine.contains(name)).forEach(both::add);
            return List.copyOf(both);
        }));
        return new FieldNames(all);
    }

    /** The name that a column means, whatever its case: "Title" is title. A column of no known name stays as it is. */
    public String known(String column) {
        List<String> all = names.values().stream().flatMap(List::stream).toList();
        return all.contains(column)
                ? column
                : all.stream().filter(column::equalsIgnoreCase).findFirst().orElse(column);
    }

    public List<String> of(String field) {
        return names.getOrDefault(field, List.of());
    }
}

package hearsay.tables;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

@Says("one article")
public record Article(
        @Says("hash of the url, else of the path") String articleId,
        @Says("its file, relative to the input folder") String path,
        @Says("address it was published at") String url,

        @Says(
                "outlet: the site's domain where there is a url, else the name the file gives, else the agency the text names, else the top"
                        + " folder of the path")
        String source,

        @Says("headline, where the file gives one") String title,

        @Says("authors, one person each, where the file gives them; outlets and staffs are none")
        List<String> authors,

        @Says("moment of publication (UTC), where the file gives a time")
        Instant publishedAt,

        @Says(
                "moment of its last change, else of the crawl (UTC), where the file gives one; of two texts of one date the later"
                        + " counts")
        Instant modifiedAt,

        @Says("where the day comes from") @OneOf(DateFrom.class)
        String dateFrom,

        @Says("language code, such as en") String language,

        @Says("the whole text exactly as read; all offsets count Java chars of it")
        String text,

        @Says("hash of the text") String textHash,

        @Says("hashes of its earlier texts, oldest first, those that came late last, where it was corrected")
        List<String> previous,

        @Says("article_id of the earliest copy of the same story, null for a first copy")
        String repeatOf,

        @Says("run that last read the article") String runId,

        @Says("why the day is in doubt, null where it is not") @OneOf(DateDoubt.class)
        String dateDoubt,

        @Says("the outlet as the file names it, null where it does not, and in rows that version 0.1.0 made")
        String sourceName,

        @Says(
                "day of publication in the zone that the file's time states, else in UTC; in UTC in rows that version 0.1.0 made;"
                        + " where date_doubt is not null, the day under which the article is filed")
        LocalDate publishedDate) {

    /** A text of which nothing else is known: the id is its path too, and the day is that of the epoch. */
    public static Article ofText(String id, String text) {
        return new Article(
                id,
                id,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                DateFrom.RUN_DATE.word(),
                null,
                text,
                Ids.hash(text),
                List.of(),
                null,
                null,
                null,
                null,
                LocalDate.EPOCH);
    }
}

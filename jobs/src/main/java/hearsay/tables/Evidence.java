package hearsay.tables;

import java.time.LocalDate;

@Says("one sentence in which a pair meets")
public record Evidence(
        @Says("article it stands in") String articleId,
        @Says("number of the sentence") int sentence,
        @Says("outlet") String source,

        @Says("day of publication, null where the article has none of its own")
        LocalDate publishedDate,

        @Says("the sentence, of a long one the first 1,000 chars")
        String text) {}

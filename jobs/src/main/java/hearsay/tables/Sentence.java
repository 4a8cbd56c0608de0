package hearsay.tables;

import java.time.LocalDate;
import java.util.List;

@Says("one sentence of an article")
public record Sentence(
        @Says("article it stands in") String articleId,

        @Says("number of the sentence in the article, from 0")
        int sentence,

        @Says("number of its paragraph in the article, from 0")
        int paragraph,

        @Says("first char in articles.text") int begin,
        @Says("char after the last") int end,

        @Says("what its paragraph is") @OneOf(SentenceKind.class)
        String kind,

        @Says("the text from begin to end") String text,

        @Says("tokens with their offsets and the tags of the model")
        List<Token> tokens,

        @Says("why the day of its article is in doubt, null where it is not, and in rows that version 0.1.0 made")
        @OneOf(DateDoubt.class)
        String dateDoubt,

        @Says("day of publication, or under which the article is filed: see date_doubt")
        LocalDate publishedDate) {}

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

        @Says("day of publication") LocalDate publishedDate) {}

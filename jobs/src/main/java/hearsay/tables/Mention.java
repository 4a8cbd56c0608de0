package hearsay.tables;

import java.time.LocalDate;

@Says("one name in the text")
public record Mention(
        @Says("article it stands in") String articleId,
        @Says("hash of article and span") String mentionId,
        @Says("number of its sentence") int sentence,
        @Says("first char in articles.text") int begin,
        @Says("char after the last") int end,
        @Says("the text from begin to end") String text,
        @Says("what it names") @OneOf(EntityType.class) String type,

        @Says("title or description next to a person, as the text has it; party and state behind it: Sen. (R-Ky.)")
        String role,

        @Says("entity it names") String entityId,

        @Says("probability that this is a name of this type")
        double confidence,

        @Says("probability that it names this entity") double entityConfidence,

        @Says("why the day of its article is in doubt, null where it is not, and in rows that version 0.1.0 made")
        @OneOf(DateDoubt.class)
        String dateDoubt,

        @Says(
                "by which pronoun the text goes on about this person, where nobody else can be meant; null in rows that version 0.1.0 made")
        @OneOf(Pronoun.class)
        String pronoun,

        @Says("day of publication, or under which the article is filed: see date_doubt")
        LocalDate publishedDate) {

    /** The same mention with the pronoun by which the text goes on. */
    public Mention withPronoun(Pronoun next) {
        return new Mention(
                articleId,
                mentionId,
                sentence,
                begin,
                end,
                text,
                type,
                role,
                entityId,
                confidence,
                entityConfidence,
                dateDoubt,
                next == null ? null : next.word(),
                publishedDate);
    }
}

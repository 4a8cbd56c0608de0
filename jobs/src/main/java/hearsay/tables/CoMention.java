package hearsay.tables;

import java.time.LocalDate;

@Says("one pair of entities on one day")
public record CoMention(
        @Says("entity, the smaller id of the two") String aId,
        @Says("entity, the larger id") String bId,
        @Says("articles that name both") long articles,
        @Says("sentences that name both") long sentences,

        @Says("sum over articles of the nearness of the two, 1 in one sentence, 1/(1+d) at d sentences apart")
        double weight,

        @Says("articles that name both, counting the copies of one story once")
        long stories,

        @Says("day of publication") LocalDate publishedDate) {}

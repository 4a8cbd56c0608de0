package hearsay.tables;

import java.time.LocalDate;
import java.util.List;

@Says("one pair of entities over all days; peoples count for their country and members for their party")
public record CoMentionPair(
        @Says("entity, the smaller id of the two") String aId,
        @Says("entity, the larger id") String bId,
        @Says("canonical name of a") String aName,
        @Says("canonical name of b") String bName,
        @Says("articles that name both") long articles,
        @Says("sentences that name both") long sentences,
        @Says("stories that name both, copies counted once") long stories,

        @Says(
                "normalised pointwise mutual information over stories, -1 to 1 (Bouma 2009); null where fewer than four stories name both")
        Double npmi,

        @Says("lower end of its 95 % interval") Double npmiLow,
        @Says("upper end of its 95 % interval") Double npmiHigh,

        @Says(
                "log-likelihood ratio G2 (Dunning 1993), negative where the two meet less often than chance; above 10.8 is chance in one pair of a thousand; null as npmi")
        Double logLikelihood,

        @Says("first day of the articles that have one of their own, null where none has")
        LocalDate firstSeen,

        @Says("last day of the articles that have one of their own, null where none has")
        LocalDate lastSeen,

        @Says(
                "best sentences that name both, from different outlets: those that name fewest others first, then the earliest; empty where no sentence names both")
        List<Evidence> evidence,

        @Says("G2 at the lower end of the interval") Double logLikelihoodLow,
        @Says("G2 at the upper end of the interval") Double logLikelihoodHigh,

        @Says("sentences between their nearest mentions, 0 where a sentence names both")
        Integer distance,

        @Says(
                "rank for a reader, higher is stronger: square root of closeness times association, times a weight for each type, less where one contains the other or is an outlet. Closeness adds up, over stories, 1 by the number of others in the best sentence that names both; association is npmi over such stories")
        Double strength) {}

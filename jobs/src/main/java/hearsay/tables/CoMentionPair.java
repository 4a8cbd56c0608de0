package hearsay.tables;

import java.time.LocalDate;
import java.util.List;

@Says("one pair of entities over all days")
public record CoMentionPair(
        @Says("entity, the smaller id of the two") String aId,
        @Says("entity, the larger id") String bId,
        @Says("canonical name of a") String aName,
        @Says("canonical name of b") String bName,
        @Says("articles that name both") long articles,
        @Says("sentences that name both") long sentences,
        @Says("stories that name both, copies counted once") long stories,

        @Says("normalised pointwise mutual information over stories, -1 to 1 (Bouma 2009)")
        double npmi,

        @Says("lower end of its 95 % interval") double npmiLow,
        @Says("upper end of its 95 % interval") double npmiHigh,

        @Says("log-likelihood ratio G2 (Dunning 1993); above 10.8 is chance in one pair of a thousand")
        double logLikelihood,

        @Says("first day of the articles that have one of their own, null where none has")
        LocalDate firstSeen,

        @Says("last day of the articles that have one of their own, null where none has")
        LocalDate lastSeen,

        @Says("best sentences: nearest, earliest, from different outlets")
        List<Evidence> evidence) {}

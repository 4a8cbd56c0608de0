package hearsay.tables;

@Says("one token of a sentence")
public record Token(
        @Says("first char in the article's text") int begin,
        @Says("char after the last") int end,

        @Says("entity tag: O, or B- or I- with PER, ORG, LOC, MISC")
        String entity,

        @Says("probability of the entity tag") double entityConfidence,

        @Says("attribution tag: O, or B- or I- with SOURCE, CUE, CONTENT")
        String attribution,

        @Says("probability of the attribution tag") double attributionConfidence) {}

package hearsay.tables;

import java.time.LocalDate;
import java.util.List;

@Says("one quotation: what was said, by the words of the text")
public record Quote(
        @Says("article it stands in") String articleId,
        @Says("hash of article and span") String quoteId,
        @Says("number of the sentence it begins in") int sentence,

        @Says("how much of it stands inside quotation marks") @OneOf(QuoteKind.class)
        String kind,

        @Says("first char in articles.text, quotation mark included")
        int begin,

        @Says("char after the last") int end,

        @Says("its pieces where the cue or source interrupts it, else one")
        List<Span> parts,

        @Says("the text from begin to end") String text,

        @Says("the words before, to the beginning of the paragraph, at most 200 chars")
        String before,

        @Says("the words after, to the end of the paragraph, at most 200 chars")
        String after,

        @Says("words that signal the speech, such as said") String cue,
        @Says("first char of the cue") Integer cueBegin,
        @Says("char after the last of the cue") Integer cueEnd,
        @Says("who speaks, as the text has it") String sourceText,
        @Says("first char of the source") Integer sourceBegin,
        @Says("char after the last of the source") Integer sourceEnd,
        @Says("entity that speaks; the first of speakers") String speakerId,
        @Says("canonical name of the speaker") String speaker,

        @Says("who marked the source, and the rule that found the speaker")
        @OneOf({SourceMark.class, SpeakerRule.class})
        String decidedBy,

        @Says("probability that «speaker, act, text» is true, as a reader would judge; 0 without a speaker")
        double confidence,

        @Says("why there is no speaker, null where there is one") @OneOf(NoSpeaker.class)
        String noSpeakerBecause,

        @Says("entities named inside the quotation") List<String> about,

        @Says("what kind of act it reports; null in rows that version 0.1.0 made") @OneOf(QuoteAct.class)
        String act,

        @Says(
                "probability that the speaker is right, whatever the act and the span; 0 without a speaker; null in rows that version 0.1.0"
                        + " made, whose confidence says it")
        Double speakerConfidence,

        @Says("why the day of its article is in doubt, null where it is not, and in rows that version 0.1.0 made")
        @OneOf(DateDoubt.class)
        String dateDoubt,

        @Says(
                "its words that may be printed inside marks: those inside quotation marks, or a whole turn of a transcript; null in rows that version 0.1.0 made")
        List<Verbatim> verbatim,

        @Says("quote_id of the quotation in which it is quoted in turn, null where it is quoted by the article itself")
        String inside,

        @Says(
                "all who speak it together, in the order of the source, the first as in speaker; empty without a speaker, null in rows that version 0.1.0 made")
        List<QuoteSpeaker> speakers,

        @Says("day of publication, or under which the article is filed: see date_doubt")
        LocalDate publishedDate) {

    /** Probability that the speaker is right. */
    public double ofSpeaker() {
        return speakerConfidence == null ? confidence : speakerConfidence;
    }

    /** All speakers, also of a row that has the first one only. */
    public List<QuoteSpeaker> speakersOrNone() {
        if (speakers != null) {
            return speakers;
        }
        return speaker == null ? List.of() : List.of(new QuoteSpeaker(speakerId, speaker));
    }

    /**
     * The same quotation with what its article says of it.
     *
     * @param because   why there is no speaker, null where there is one
     * @param actWord   word of a {@link QuoteAct}
     */
    public Quote withSpeakers(
            List<QuoteSpeaker> all,
            String rule,
            double probability,
            String because,
            List<String> named,
            String actWord,
            double ofSpeaker) {
        return new Quote(
                articleId,
                quoteId,
                sentence,
                kind,
                begin,
                end,
                parts,
                text,
                before,
                after,
                cue,
                cueBegin,
                cueEnd,
                sourceText,
                sourceBegin,
                sourceEnd,
                all.isEmpty() ? null : all.get(0).speakerId(),
                all.isEmpty() ? null : all.get(0).speaker(),
                rule,
                probability,
                because,
                named,
                actWord,
                ofSpeaker,
                dateDoubt,
                verbatim,
                inside,
                all,
                publishedDate);
    }
}

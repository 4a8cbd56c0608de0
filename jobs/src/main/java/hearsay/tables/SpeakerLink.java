package hearsay.tables;

import java.time.LocalDate;

@Says("one speaker and one entity spoken about, on one day, by quotes that can be trusted")
public record SpeakerLink(
        @Says("entity that speaks") String speakerId,
        @Says("entity spoken about") String aboutId,

        @Says("quotations of the speaker that name the other")
        long quotes,

        @Says("articles with such a quotation") long articles,
        @Says("day of publication") LocalDate publishedDate) {}

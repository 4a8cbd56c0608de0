package hearsay.tables;

import java.time.LocalDate;
import java.util.List;

@Says("one quotation over all outlets")
public record QuoteGroup(
        @Says("hash of the normalised words") String groupId,
        @Says("the fullest wording") String text,

        @Says(
                "entity that speaks: whom its quotes name most, by their confidences together; null where they name another half as much")
        String speakerId,

        @Says("canonical name of the speaker") String speaker,

        @Says("first day of the articles that have one of their own, null where none has")
        LocalDate firstSeen,

        @Says("articles that carry it") long articles,
        @Says("outlets that carry it") List<String> outlets,
        @Says("quotes it gathers") List<String> quotes) {}

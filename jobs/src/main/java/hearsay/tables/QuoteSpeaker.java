package hearsay.tables;

@Says("one of those who speak a quotation")
public record QuoteSpeaker(
        @Says("entity that speaks") String speakerId,
        @Says("canonical name of the speaker") String speaker) {}

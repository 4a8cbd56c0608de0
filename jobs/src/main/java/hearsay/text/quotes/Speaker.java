package hearsay.text.quotes;

import hearsay.tables.NoSpeaker;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.SpeakerRule;
import java.util.List;

/**
 * The speaker of a quotation, or why there is none.
 *
 * @param all        who speaks, in the order of the source; more than one where several speak together; none without a speaker
 * @param decidedBy  by whom the source was marked and by which rule it was resolved, as {@link SpeakerRule#decidedBy}
 * @param confidence probability that the speaker is right; without a speaker, that of the best candidate
 */
public record Speaker(List<QuoteSpeaker> all, String decidedBy, double confidence, String noSpeakerBecause) {

    static Speaker none(NoSpeaker because) {
        return none(because.word(), 0);
    }

    /** @param confidence that of the best candidate */
    public static Speaker none(String because, double confidence) {
        return new Speaker(List.of(), null, round(confidence), because);
    }

    static double round(double probability) {
        return Math.round(probability * 1000) / 1000.0;
    }

    /** The entity of the first speaker, or null. */
    public String entityId() {
        return all.isEmpty() ? null : all.get(0).speakerId();
    }

    /** The name of the first speaker, or null. */
    public String name() {
        return all.isEmpty() ? null : all.get(0).speaker();
    }
}

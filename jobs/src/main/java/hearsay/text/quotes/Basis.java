package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.tables.NoSpeaker;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.SourceMark;
import hearsay.tables.SpeakerRule;
import java.util.List;

/**
 * What a decision on a speaker stands on.
 *
 * @param tagged   the model marked the source
 * @param borrowed it is that of the quotation before
 * @param signed   it stands under the quotation
 * @param trust    how often such a source is the right words
 */
record Basis(boolean tagged, boolean borrowed, boolean signed, double trust) {
    /** Below this probability there is no speaker: never a wild guess. */
    static final double LEAST = Weights.of("quotes").number("speaker_least");

    Speaker decided(Person person, SpeakerRule rule) {
        return decided(List.of(person), rule, SpeakerTrust.of(rule));
    }

    /** @param persons who speak together, in the order of the text */
    Speaker decided(List<Person> persons, SpeakerRule rule) {
        return decided(persons, rule, SpeakerTrust.of(rule));
    }

    /** The candidate for a pronoun or role, unless it is too improbable. */
    Speaker chosen(Candidates.Choice choice, SpeakerRule rule) {
        if (choice.person() == null) {
            return Speaker.none(rule == SpeakerRule.ROLE ? NoSpeaker.NO_BEARER : NoSpeaker.NO_ANTECEDENT);
        }
        double probability = SpeakerTrust.ofCandidate(rule, choice.probability());
        if (probability < LEAST) {
            return Speaker.none(
                    choice.second() == null
                            ? (rule == SpeakerRule.ROLE ? NoSpeaker.ROLE_TOO_FAR : NoSpeaker.PRONOUN_TOO_FAR).word()
                            : NoSpeaker.TWO_CANDIDATES.with(choice.person().name, choice.second().name),
                    probability * trust);
        }
        return decided(List.of(choice.person()), rule, SpeakerTrust.ofChoice(probability));
    }

    private Speaker decided(List<Person> persons, SpeakerRule rule, double sure) {
        SpeakerRule named =
                signed ? SpeakerRule.SIGNED : borrowed && rule != SpeakerRule.IT ? SpeakerRule.LAST_SPEAKER : rule;
        return new Speaker(
                persons.stream()
                        .map(person -> new QuoteSpeaker(person.id, person.name))
                        .toList(),
                named.decidedBy(tagged ? SourceMark.MODEL : SourceMark.RULE),
                Speaker.round(trust * sure),
                null);
    }
}

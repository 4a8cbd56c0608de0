package hearsay.text.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.text.quotes.Antecedents.Alternative;
import hearsay.text.quotes.Antecedents.Asked;
import hearsay.text.quotes.Antecedents.Kind;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Probabilities of whom a pronoun means, and what they are made of. */
class AntecedentsTest {
    private static List<Asked> asked(String marked) {
        MarkedText text = MarkedText.of(marked);
        return Speakers.asked(
                text.text(), text.sentences(), text.names(), Quotations.in(text.text(), text.sentences()));
    }

    @Test
    void probabilitiesLieBetweenZeroAndOneAndAddUpToOne() {
        List<Map<String, Double>> far = List.of(Map.of("a", 1e4), Map.of("a", -1e4), Map.of());
        assertThat(Antecedents.probabilities(Map.of("a", 3.0), far)).containsExactly(1.0, 0.0, 0.0);
        for (Asked asked :
                asked("{PER Anna Jansen} met {PER Eva Brandt}. She told {PER Paul Meyer} that he was late.")) {
            List<Double> probabilities = Antecedents.probabilities(asked.kind(), asked.alternatives());
            assertThat(probabilities).allMatch(p -> p >= 0 && p <= 1);
            assertThat(probabilities.stream().mapToDouble(p -> p).sum()).isCloseTo(1, Offset.offset(1e-9));
        }
    }

    @Test
    void candidatesAreThoseOfTheGenderAndNobody() {
        List<Asked> asked = asked("{PER Anna Jansen} met {PER Paul Meyer} and {PER Eva Brandt}. She left.");
        assertThat(asked).hasSize(1);
        assertThat(asked.get(0).alternatives().stream().map(Alternative::entityId))
                .containsExactly("Eva Brandt", "Anna Jansen", null);
        assertThat(asked.get(0).alternatives().get(1).features())
                .containsKeys("subject", "subject_before", "woman", "frame_before")
                .doesNotContainKeys("nearest", "same_frame", "man");
        assertThat(asked.get(0).alternatives().get(2).features()).containsKey(Antecedents.NOBODY);
    }

    @Test
    void someoneWithoutANameSpeaksForNobody() {
        Asked asked =
                asked("{PER Anna Jansen} came. A spokeswoman waited. She left.").get(0);
        assertThat(asked.alternatives().get(asked.alternatives().size() - 1).features())
                .containsKey("nobody_unnamed_before");
    }

    @Test
    void everyWeightIsThatOfAFeatureAndEachKindHasNobody() {
        for (Kind kind : Kind.values()) {
            assertThat(Antecedents.names(kind)).contains(Antecedents.NOBODY, "frames", "subject");
        }
    }
}

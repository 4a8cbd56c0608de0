package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearsay.evaluate.Reliability.Fifth;
import hearsay.evaluate.Reliability.Stated;
import hearsay.evaluate.Reliability.Threshold;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    @Test
    void aFifthComparesWhatIsStatedWithWhatIsTrue() {
        Reliability reliability = Reliability.of(
                List.of(
                        new Stated(0.9, true),
                        new Stated(0.1, false),
                        new Stated(0.2, true),
                        new Stated(0.3, false),
                        new Stated(0.5, true)),
                0);
        assertThat(reliability.fifths())
                .containsExactly(
                        new Fifth(1, 0.1, 0),
                        new Fifth(1, 0.2, 1),
                        new Fifth(1, 0.3, 0),
                        new Fifth(1, 0.5, 1),
                        new Fifth(1, 0.9, 1));
        assertThat(reliability.fifths().get(0).points()).isCloseTo(10, within(1e-9));
        assertThat(reliability.mostPoints()).isCloseTo(80, within(1e-9));
        assertThat(reliability.toString()).contains("2                 1     20.0    100.0    -80.0");
    }

    @Test
    void allRowsAreInOneFifthEach() {
        List<Stated> rows = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            rows.add(new Stated(i / 13.0, i % 2 == 0));
        }
        assertThat(Reliability.of(rows, 0).fifths()).extracting(Fifth::rows).containsExactly(2, 3, 2, 3, 3);
    }

    @Test
    void theOrderOfRowsOfOneConfidenceDoesNotMatter() {
        List<Stated> rows = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            rows.add(new Stated(0.7, i < 5));
        }
        Reliability reliability = Reliability.of(rows, 0);
        assertThat(reliability.fifths()).extracting(Fifth::actual).containsOnly(0.5);
        Collections.reverse(rows);
        assertThat(Reliability.of(rows, 0)).isEqualTo(reliability);
    }

    @Test
    void aThresholdShowsRowsAtOrAboveItAndKeepsAShareOfTheTrueOnes() {
        Reliability reliability = Reliability.of(
                List.of(new Stated(0.4, true), new Stated(0.8, true), new Stated(0.8, false), new Stated(0.95, true)),
                2);
        assertThat(reliability.thresholds()).hasSize(10);
        Threshold at80 = reliability.thresholds().get(6);
        assertThat(at80).isEqualTo(new Threshold(0.8, 3, 2, 3, 2));
        assertThat(at80.precision()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(at80.kept()).isCloseTo(2 / 3.0, within(1e-9));
        assertThat(at80.recall()).isCloseTo(2 / 5.0, within(1e-9));
        assertThat(reliability.thresholds().get(9)).isEqualTo(new Threshold(0.95, 1, 1, 3, 2));
    }

    @Test
    void noRowsGiveNoShares() {
        Reliability reliability = Reliability.of(List.of(), 0);
        assertThat(reliability.fifths()).extracting(Fifth::rows).containsOnly(0);
        assertThat(reliability.mostPoints()).isZero();
        assertThat(reliability.toString()).doesNotContain("NaN");
    }
}

package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WeightsTest {
    private static final String HEADER = "name,value,why";

    @Test
    void rowsAreAskedForByName() {
        Weights weights = Weights.parse("a.csv", List.of(HEADER, "far,-8,chosen, as is near", "near,2,chosen"));
        assertThat(weights.number("far")).isEqualTo(-8);
        assertThat(weights.unused()).containsExactly("near");
        assertThat(weights.whole("near")).isEqualTo(2);
        assertThat(weights.unused()).isEmpty();
        assertThatThrownBy(() -> weights.number("nowhere"))
                .hasMessage("weights a.csv have no row 'nowhere'; there are [far, near]");
    }

    @Test
    void malformedRowIsAClearMessage() {
        assertThatThrownBy(() -> Weights.parse("a.csv", List.of("far,8,chosen")))
                .hasMessageContaining("must begin with the row");
        assertThatThrownBy(() -> Weights.parse("a.csv", List.of(HEADER, "far,8")))
                .hasMessage("weights a.csv: not name, value and why: 'far,8'");
        assertThatThrownBy(() -> Weights.parse("a.csv", List.of(HEADER, "far,x,chosen")))
                .hasMessage("weights a.csv: 'x' is no number: 'far,x,chosen'");
        assertThatThrownBy(() -> Weights.parse("a.csv", List.of(HEADER, "far,8,a", "far,9,b")))
                .hasMessage("weights a.csv has 'far' twice");
        assertThatThrownBy(() ->
                        Weights.parse("a.csv", List.of(HEADER, "far,0.5,a")).whole("far"))
                .hasMessageContaining("must be whole");
        assertThatThrownBy(() -> Weights.of("none")).hasMessage("the jar has no file hearsay/weights/none.csv");
    }
}

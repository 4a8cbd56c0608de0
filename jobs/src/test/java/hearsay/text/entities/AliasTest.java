package hearsay.text.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.settings.OperatorMistake;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasTest {
    @Test
    void headingCommentsAndQuotedNamesAreRead() {
        assertThat(Alias.parse(
                        "a.csv",
                        List.of(
                                "type,alias,name,action",
                                "",
                                "# friends",
                                "ORG,Acme,\"Acme, Inc.\",merge",
                                "PER,X,Y Z,split")))
                .containsExactly(
                        new Alias("ORG", "Acme", "Acme, Inc.", "merge"), new Alias("PER", "X", "Y Z", "split"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PER,only,three",
                "PER,a,b,merge,more",
                "PERSON,a,b,merge",
                "PER,a,b,join",
                "PER,\"a,b,merge",
                "PER,,b,merge",
                "PER,a,...,split"
            })
    void aLineThatCannotBeReadIsNamed(String line) {
        assertThatThrownBy(() -> Alias.parse("a.csv", List.of("type,alias,name,action", line)))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("a.csv line 2: ");
    }
}

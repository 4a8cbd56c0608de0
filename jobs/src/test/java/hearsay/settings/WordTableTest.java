package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordTableTest {
    @Test
    void everyColumnIsAListOfItsOwn() {
        WordTable table = WordTable.parse("a.csv", List.of("word,gender,head", "king,m,yes", "queen,f,", "people,,"));
        assertThat(table.words()).containsExactlyInAnyOrder("king", "queen", "people");
        assertThat(table.words("head")).containsExactly("king");
        assertThat(table.words("gender", "f")).containsExactly("queen");
        assertThat(table.cells("gender")).hasSize(2).containsEntry("king", "m").containsEntry("queen", "f");
    }

    @Test
    void malformedTableIsAClearMessage() {
        assertThatThrownBy(() -> WordTable.parse("a.csv", List.of("king,m")))
                .hasMessageContaining("must begin with the row");
        assertThatThrownBy(() -> WordTable.parse("a.csv", List.of("word,gender", "king")))
                .hasMessage("word table a.csv: not one cell for each of [word, gender]: 'king'");
        assertThatThrownBy(() -> WordTable.parse("a.csv", List.of("word,gender", "king,m", "king,m")))
                .hasMessage("word table a.csv has 'king' twice");
        WordTable table = WordTable.parse("a.csv", List.of("word,gender", "king,m"));
        assertThatThrownBy(() -> table.words("head"))
                .hasMessage("word table a.csv has no column 'head'; there are [word, gender]");
        assertThatThrownBy(() -> table.words("gender", "f")).hasMessage("word table a.csv has no 'f' in column gender");
    }
}

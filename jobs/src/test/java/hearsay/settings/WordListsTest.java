package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListsTest {
    @Test
    void everyLineIsAWordOrPhrase() {
        assertThat(WordLists.parse("a.txt", List.of("say", "make clear")))
                .containsExactlyInAnyOrder("say", "make clear");
    }

    @Test
    void malformedListIsAClearMessage() {
        assertThatThrownBy(() -> WordLists.parse("a.txt", List.of("say", "say")))
                .hasMessage("word list a.txt has 'say' twice");
        assertThatThrownBy(() -> WordLists.parse("a.txt", List.of("say ")))
                .hasMessage("word list a.txt has blanks around 'say '");
        assertThatThrownBy(() -> WordLists.parse("a.txt", List.of())).hasMessage("word list a.txt has no words");
        assertThatThrownBy(() -> WordLists.of("none")).hasMessage("the jar has no file hearsay/text/none.txt");
    }
}

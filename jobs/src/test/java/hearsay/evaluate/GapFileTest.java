package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.evaluate.GapFile.Pronoun;
import hearsay.settings.OperatorMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GapFileTest {
    private static final String HEADER =
            "ID\tText\tPronoun\tPronoun-offset\tA\tA-offset\tA-coref\tB\tB-offset\tB-coref\tURL";

    @TempDir
    private Path folder;

    private Path file(String... lines) throws IOException {
        return Files.write(folder.resolve("gap.tsv"), List.of(lines));
    }

    /** The first character is one code point, and two chars. */
    @Test
    void offsetsAreReadAsCodePoints() throws IOException {
        Path file = file(HEADER, "p1\t😀 Ann met Eve; she left.\tshe\t15\tAnn\t2\tTRUE\tEve\t10\tFALSE\tu");
        Pronoun pronoun = GapFile.read(file).get(0);
        assertThat(pronoun.text().substring(pronoun.begin())).startsWith("she left");
        assertThat(pronoun.text().substring(pronoun.a().begin(), pronoun.a().end()))
                .isEqualTo("Ann");
        assertThat(pronoun.text().substring(pronoun.b().begin(), pronoun.b().end()))
                .isEqualTo("Eve");
        assertThat(pronoun.isA()).isTrue();
        assertThat(pronoun.isB()).isFalse();
    }

    @Test
    void aMistakeNamesFileAndLine() throws IOException {
        Path few = file(HEADER, "p1\tAnn left.");
        assertThatThrownBy(() -> GapFile.read(few))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("gap.tsv, line 2: it has 2 columns");
        Path word = file(HEADER, "p1\tAnn left.\tshe\tx\tAnn\t0\tTRUE\tEve\t1\tFALSE");
        assertThatThrownBy(() -> GapFile.read(word))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("line 2: an offset is no number");
        Path empty = file(HEADER);
        assertThatThrownBy(() -> GapFile.read(empty)).hasMessageContaining("holds no pronoun");
    }
}

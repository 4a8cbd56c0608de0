package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    private Path folder;

    @Test
    void whatFailsHalfWayLeavesTheFileAsItWas() throws Exception {
        Path file = Files.writeString(folder.resolve("a.csv"), "old");
        for (Exception fault :
                new Exception[] {new IOException("disk is gone"), new IllegalStateException("row is bad")}) {
            assertThatThrownBy(() -> WholeFile.write(file, out -> {
                        out.write(new byte[100_000]);
                        if (fault instanceof IOException io) {
                            throw io;
                        }
                        throw (RuntimeException) fault;
                    }))
                    .hasMessageContaining(fault.getMessage());
        }
        assertThat(file).hasContent("old");
        assertThat(folder.toFile().list()).containsExactly("a.csv");
    }

    @Test
    void foldersAreMadeAndALinkStaysALink() throws Exception {
        Path file = folder.resolve("new/folder/a.csv");
        WholeFile.write(file, out -> out.write('x'));
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), file);
        WholeFile.write(link, out -> out.write('y'));
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("y");
    }

    @Test
    void aPlaceThatCannotBeWrittenIsAMistake() throws Exception {
        Files.writeString(folder.resolve("file"), "x");
        assertThatThrownBy(() -> WholeFile.write(folder.resolve("file/a.csv"), out -> out.write('x')))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("Cannot write " + folder.resolve("file/a.csv"));
        assertThatThrownBy(() -> WholeFile.write(folder, out -> out.write('x')))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage("Cannot write " + folder + ": there is a folder of that name.");
    }
}

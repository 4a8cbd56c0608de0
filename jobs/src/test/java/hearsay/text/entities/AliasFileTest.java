package hearsay.text.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.settings.OperatorMistake;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AliasFileTest {
    private static final Alias BOB = new Alias("PER", "Bob Smith", "Robert Smith", "merge");

    @TempDir
    private Path folder;

    @Test
    void aFileThatIsNotThereGetsItsHeading() throws Exception {
        Path file = folder.resolve("new/aliases.csv");
        AliasFile.read(file).add("merge of Bob\nSmith", List.of(BOB));
        assertThat(file).hasContent("type,alias,name,action\n# merge of Bob Smith\nPER,Bob Smith,Robert Smith,merge\n");
        assertThat(AliasFile.read(file).missing(List.of(BOB, new Alias("PER", "BOB SMITH", "Robert Smith", "merge"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# mine\r\ntype,alias,name,action\r\n\r\nPER,X,Y Z,split\r\n",
                "type,alias,name,action\nPER,X,Y Z,split",
                "  type,alias,name,action \n PER , X,\"Y, Z\",merge  \n# end\n"
            })
    void whatStandsThereStaysByteForByte(String before) throws Exception {
        Path file = Files.writeString(folder.resolve("aliases.csv"), before);
        AliasFile.read(file).add("c", List.of(BOB));
        String after = Files.readString(file);
        assertThat(after).startsWith(before).endsWith(before.contains("\r\n") ? "merge\r\n" : "merge\n");
        assertThat(after.substring(before.length()).contains("\r")).isEqualTo(before.contains("\r\n"));
        assertThat(Alias.parse("a", after.lines().toList())).hasSize(2).contains(BOB);
        assertThat(folder).isDirectoryContaining(path -> path.endsWith("aliases.csv"));
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Dwayne \"The Rock\" Johnson",
                "Acme, Inc.",
                "=cmd|' /C calc'!A0",
                "\"quoted\"",
                "#1 Fund",
                "a\"",
                "+1",
                "Łukasz Żółć \ud83c\udf09"
            })
    void hostileNamesAreReadBack(String name) {
        Path file = folder.resolve("aliases.csv");
        Alias alias = new Alias("ORG", name, "B " + name, "merge");
        AliasFile.read(file).add("of " + name, List.of(alias));
        AliasFile.read(file).add("again", List.of(BOB));
        assertThat(AliasFile.read(file).missing(List.of(alias, BOB))).isEmpty();
    }

    @Test
    void whatANightCouldNotReadIsNamedAndNothingIsWritten() throws Exception {
        Path broken = Files.writeString(folder.resolve("a.csv"), "type,alias,name,action\nPER,only,three\n");
        assertThatThrownBy(() -> AliasFile.read(broken))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith(broken + " line 2: ");
        Path latin = Files.write(
                folder.resolve("b.csv"), "PER,M\u00fcller,A M\u00fcller,merge".getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> AliasFile.read(latin))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage("The file " + latin + " is no text in UTF-8.");
    }

    @Test
    void linesThatWouldBeOverruledAreSaidAndContraryOnesRefused() throws Exception {
        Path file = Files.writeString(
                folder.resolve("aliases.csv"),
                "type,alias,name,action\nPER,Bob Smith,Rob Jones,merge\nPER,Brook,Ada Brook,split\nPER,Al Roe,Albert Roe,merge\n");
        AliasFile read = AliasFile.read(file);
        assertThat(read.overruled(List.of(BOB))).containsExactly("line 2: PER,Bob Smith,Rob Jones,merge");
        for (Alias contrary : List.of(
                new Alias("PER", "Brook", "Ada Brook", "merge"),
                new Alias("PER", "Al Roe", "Albert Roe", "split"),
                new Alias("PER", "Albert Roe", "Al Roe", "merge"))) {
            assertThatThrownBy(() -> read.overruled(List.of(contrary)))
                    .isInstanceOf(OperatorMistake.class)
                    .hasMessageMatching(".* line [34] says the contrary: PER,.*; take it out first\\.");
        }
    }
}

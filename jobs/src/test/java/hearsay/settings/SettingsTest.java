package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    record Ner(String model) {}

    @Test
    void theDefaultsAreThoseOfTheConfFile() {
        assertThat(Settings.read(Optional.empty()).section("ner", Ner.class)).isEqualTo(new Ner("built-in"));
    }

    @Test
    void aFileOverridesWhatItSays() throws IOException {
        assertThat(settings("ner.model = /models/mine").section("ner", Ner.class))
                .isEqualTo(new Ner("/models/mine"));
    }

    @Test
    void onlyTheSectionsThatAreAskedForChangeTheFingerprint() throws IOException {
        String before = Settings.read(Optional.empty()).fingerprint(List.of("ner"), List.of());
        assertThat(settings("ner.model = /models/mine").fingerprint(List.of("ner"), List.of()))
                .isNotEqualTo(before);
        assertThat(settings("").fingerprint(List.of("ner"), List.of())).isEqualTo(before);
    }

    @Test
    void anUnknownKeyIsAMistake() {
        assertThatThrownBy(() -> settings("ner.modell = x"))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("Unknown setting ner.modell");
    }

    @Test
    void aFileThatDoesNotParseIsAMistake() {
        assertThatThrownBy(() -> settings("models { entities = "))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("does not parse")
                .hasMessageNotContaining("\n");
    }

    @Test
    void theLineThatIsNotUtf8IsNamed() throws IOException {
        Path good = Files.writeString(folder.resolve("good.csv"), "name\r\nAnn Lee\nJos\u00e9 \ud83d\ude00\n");
        assertThat(Settings.read(Optional.empty()).lines(good.toString()))
                .containsExactly("name", "Ann Lee", "Jos\u00e9 \ud83d\ude00");
        Path latin = Files.writeString(
                folder.resolve("latin.csv"), "name\nAnn Lee\nJos\u00e9\nBo Moss\n", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> Settings.read(Optional.empty()).lines(latin.toString()))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage(latin + " line 3: this is not UTF-8; save the file in that encoding.");
    }

    @Test
    void aMissingFileIsAMistake() {
        assertThatThrownBy(() -> Settings.read(Optional.of(folder.resolve("none.conf"))))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("none.conf");
    }

    @Test
    void aValueOfAnotherTypeIsAMistake() throws IOException {
        Settings settings = settings("ner.model = [1, 2]");
        assertThatThrownBy(() -> settings.section("ner", Ner.class))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("ner.model");
    }

    private Settings settings(String text) throws IOException {
        return Settings.read(Optional.of(Files.writeString(folder.resolve("own.conf"), text)));
    }
}

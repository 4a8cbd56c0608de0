package hearsay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
    @TempDir
    private Path folder;

    record Models(String entities, String attribution) {}

    @Test
    void theDefaultsAreThoseOfTheConfFile() {
        assertThat(Settings.read(Optional.empty()).section("models", Models.class)).isEqualTo(new Models("built-in", "built-in"));
    }

    @Test
    void aFileOverridesWhatItSays() throws IOException {
        assertThat(settings("models.entities = /models/mine").section("models", Models.class))
                .isEqualTo(new Models("/models/mine", "built-in"));
    }

    @Test
    void onlyTheSectionsThatAreAskedForChangeTheFingerprint() throws IOException {
        String before = Settings.read(Optional.empty()).fingerprint(List.of("models"));
        assertThat(settings("models.entities = /models/mine").fingerprint(List.of("models"))).isNotEqualTo(before);
        assertThat(settings("").fingerprint(List.of("models"))).isEqualTo(before);
    }

    @Test
    void anUnknownKeyIsAMistake() {
        assertThatThrownBy(() -> settings("models.entitys = x"))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("Unknown setting models.entitys");
    }

    @Test
    void aFileThatDoesNotParseIsAMistake() {
        assertThatThrownBy(() -> settings("models { entities = "))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("does not parse")
                .hasMessageNotContaining("\n");
    }

    @Test
    void aMissingFileIsAMistake() {
        assertThatThrownBy(() -> Settings.read(Optional.of(folder.resolve("none.conf"))))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("none.conf");
    }

    @Test
    void aValueOfAnotherTypeIsAMistake() throws IOException {
        Settings settings = settings("models.entities = [1, 2]");
        assertThatThrownBy(() -> settings.section("models", Models.class))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageContaining("models.entities");
    }

    private Settings settings(String text) throws IOException {
        return Settings.read(Optional.of(Files.writeString(folder.resolve("own.conf"), text)));
    }
}

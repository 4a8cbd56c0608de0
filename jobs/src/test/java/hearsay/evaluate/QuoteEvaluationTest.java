package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.TestSpark;
import hearsay.night.NightSettings;
import hearsay.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuoteEvaluationTest {
    @TempDir
    private Path folder;

    @Test
    void theUsersAliasesCountAsInANight() throws IOException {
        Path gold = folder.resolve("gold");
        Files.createDirectories(gold.resolve("text"));
        Files.createDirectories(gold.resolve("attributions"));
        Files.writeString(
                gold.resolve("text/a.txt"),
                "Angela Merkel met Barack Obama in Berlin.\n\n\u201cWe do not agree,\u201d Merkel said.\n");
        Files.writeString(gold.resolve("attributions/a.ann"), "");
        Path aliases = Files.writeString(
                folder.resolve("aliases.csv"), "type,alias,name,action\nPER,Merkel,Theresa May,merge\n");
        Path conf = Files.writeString(folder.resolve("own.conf"), "names.aliases = \"" + aliases + "\"");

        assertThat(speaker(Settings.read(Optional.empty()), gold)).isEqualTo("Angela Merkel");
        assertThat(speaker(Settings.read(Optional.of(conf)), gold)).isEqualTo("Theresa May");
    }

    private String speaker(Settings settings, Path gold) throws IOException {
        Path predictions = folder.resolve("quotes.jsonl");
        QuoteEvaluation.run(TestSpark.session(), NightSettings.of(settings), gold, Optional.of(predictions));
        return new ObjectMapper()
                .readTree(Files.readAllLines(predictions).get(0))
                .get("entity")
                .asText();
    }
}

package hearsay.text.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.settings.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightsOfQuotesTest {
    @Test
    void everyRowHasAnEffect() throws IOException, ClassNotFoundException {
        try (Stream<Path> classes = Files.list(Path.of("jobs/src/main/java/hearsay/text/quotes"))) {
            for (String file : classes.map(path -> path.getFileName().toString()).filter(name -> Character.isUpperCase(name.charAt(0))).toList()) {
                Class.forName("hearsay.text.quotes." + file.replace(".java", ""));
            }
        }
        assertThat(Weights.of("quotes").unused()).isEmpty();
    }
}

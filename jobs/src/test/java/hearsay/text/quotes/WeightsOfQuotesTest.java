package hearsay.text.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.settings.Weights;
import hearsay.steps.QuoteGroupsFromQuotes;
import hearsay.steps.QuotesWithGroupSpeakers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightsOfQuotesTest {
    @Test
    void everyRowHasAnEffect() throws IOException, ClassNotFoundException {
        Class.forName(QuotesWithGroupSpeakers.class.getName());
        Class.forName(QuoteGroupsFromQuotes.class.getName());
        try (Stream<Path> classes = Files.list(Path.of("jobs/src/main/java/hearsay/text/quotes"))) {
            List<String> files =
                    classes.map(path -> path.getFileName().toString()).toList();
            for (String file : files.stream()
                    .filter(name -> !name.startsWith("package-info"))
                    .toList()) {
                Class.forName("hearsay.text.quotes." + file.replace(".java", ""));
            }
        }
        assertThat(Weights.of("quotes").unused()).isEmpty();
        assertThat(Weights.of("statements").unused()).isEmpty();
    }
}

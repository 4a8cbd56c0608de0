package hearsay.text.entities;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.settings.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WeightsOfNamesTest {
    @Test
    void everyRowHasAnEffect() throws IOException, ClassNotFoundException {
        Path main = Path.of("jobs/src/main/java");
        for (String folder : List.of("hearsay/text/names", "hearsay/text/entities")) {
            try (Stream<Path> files = Files.list(main.resolve(folder))) {
                for (Path file : files.filter(path -> !path.endsWith("package-info.java"))
                        .toList()) {
                    Class.forName(main.relativize(file)
                            .toString()
                            .replace(".java", "")
                            .replace('/', '.'));
                }
            }
        }
        Class.forName("hearsay.steps.EntityRowsFromMentions");
        Class.forName("hearsay.steps.RolesFromMentions");
        assertThat(Weights.of("names").unused()).isEmpty();
    }
}

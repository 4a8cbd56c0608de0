package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    @Test
    void everyListIsPartOfTheFingerprint() throws IOException {
        try (Stream<Path> lists = Files.list(Path.of("jobs/src/main/resources/hearsay/text"))) {
            assertThat(lists.map(list -> list.getFileName().toString())).containsExactlyInAnyOrderElementsOf(Resources.LISTS);
        }
    }
}

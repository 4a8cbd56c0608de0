package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResourcesTest {
    private static final Path FOLDER = Path.of("jobs/src/main/resources/hearsay");

    @Test
    void everyFileIsPartOfTheFingerprint() throws IOException {
        List<String> there = new ArrayList<>();
        for (String folder : List.of(Resources.TEXT, Resources.WEIGHTS)) {
            if (Files.exists(FOLDER.resolve(folder))) {
                try (Stream<Path> files = Files.list(FOLDER.resolve(folder))) {
                    files.forEach(file -> there.add(folder + file.getFileName()));
                }
            }
        }
        assertThat(Resources.FILES).containsExactlyInAnyOrderElementsOf(there);
    }

    @Test
    void changedRowChangesTheFingerprint() {
        for (String changed : Resources.FILES) {
            String other = Resources.fingerprint(file -> file.equals(changed) ? List.of("another,1,row") : Resources.read(file));
            assertThat(other).as(changed).isNotEqualTo(Resources.fingerprint());
        }
    }
}

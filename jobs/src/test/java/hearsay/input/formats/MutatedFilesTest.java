package hearsay.input.formats;

import static org.assertj.core.api.Assertions.assertThatCode;

import hearsay.input.InputSettings;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Findings;
import hearsay.input.files.Piece;
import hearsay.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in every format with bytes changed, cut off and put in: whatever they hold, reading ends and nothing is thrown. */
class MutatedFilesTest {
    private static final Path FIXTURES = Path.of("jobs/src/test/resources/hearsay/articles");
    private static final int MUTATIONS = Integer.getInteger("mutations", 12);

    @TempDir
    Path folder;

    @Test
    void nothingInAFileEndsTheRun() throws IOException {
        InputSettings settings = Settings.read(Optional.empty()).section("input", InputSettings.class);
        Configuration conf = new Configuration();
        Random random = new Random(11);
        List<Path> files;
        try (var all = Files.walk(FIXTURES)) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            byte[] original = Files.readAllBytes(file);
            for (int i = 0; i < MUTATIONS; i++) {
                byte[] mutated = mutated(original, random);
                Path place = folder.resolve(i + "-" + file.getFileName());
                Files.write(place, mutated);
                Piece piece = new Piece(
                        place.toUri().toString(),
                        place.getFileName().toString(),
                        mutated.length,
                        null,
                        0,
                        mutated.length);
                assertThatCode(() -> {
                            try (Findings findings = InputReader.read(piece, conf, settings)) {
                                findings.forEachRemaining(finding -> {
                                    if (finding instanceof Finding.Unread page) {
                                        page.read();
                                    }
                                });
                            }
                        })
                        .as("mutation %d of %s", i, file)
                        .doesNotThrowAnyException();
                Files.delete(place);
            }
        }
    }

    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int change = random.nextInt(6); change >= 0 && bytes.length > 0; change--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> bytes = Arrays.copyOf(bytes, at);
                default -> {
                    byte[] noise = new byte[Math.min(bytes.length - at, random.nextInt(40))];
                    random.nextBytes(noise);
                    System.arraycopy(noise, 0, bytes, at, noise.length);
                }
            }
        }
        return bytes;
    }
}

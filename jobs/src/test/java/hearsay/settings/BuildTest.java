package hearsay.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildTest {
    private static final List<String> RULES = List.of("text", "weights");

    @TempDir
    Path built;

    @Test
    void aChangedClassListOrWeightIsAnotherDigest() throws IOException {
        put("text/Rule.class", "one");
        put("text/words.txt", "he\nshe");
        put("weights/quotes.csv", "near,0.5");
        String before = Build.digest(built, RULES);

        put("text/Rule.class", "two");
        String otherClass = Build.digest(built, RULES);
        put("text/words.txt", "he\nshe\nthey");
        String otherList = Build.digest(built, RULES);
        put("weights/quotes.csv", "near,0.6");
        String otherWeight = Build.digest(built, RULES);

        assertThat(List.of(before, otherClass, otherList, otherWeight)).doesNotHaveDuplicates();
    }

    @Test
    void aChangedClassElsewhereAndTheNetworkAreNot() throws IOException {
        put("text/Rule.class", "one");
        String before = Build.digest(built, RULES);
        put("report/Page.class", "one");
        put("text/model.onnx", "weights");

        assertThat(Build.digest(built, RULES)).isEqualTo(before);
        assertThat(Build.digest(built, List.of(""))).isNotEqualTo(before);
    }

    @Test
    void aJarAndItsFolderAreTheSameBuild() throws IOException {
        put("text/Rule.class", "one");
        Path jar = built.resolve("built.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            entries.putNextEntry(new JarEntry("hearsay/text/Rule.class"));
            entries.write("one".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(Build.digest(jar, RULES)).isEqualTo(Build.digest(built, RULES));
    }

    @Test
    void theRunningBuildNamesItself() {
        assertThat(Build.version()).matches("\\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\+[0-9a-f]{8}");
        assertThat(Build.rules()).hasSize(64);
    }

    private void put(String file, String content) throws IOException {
        Path path = built.resolve("hearsay").resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }
}

package hearsay.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The build that runs, named by its own bytes: {@code runs.job_version} and the part of {@code runs.rules} that no setting
 * holds. Two builds of the same sources by the same compiler are one build.
 */
public final class Build {
    /** Folders whose classes, word lists and weights decide what is in a row. */
    private static final List<String> RULES = List.of("input", "model", "night", "steps", "tables", "text", "weights");

    private static final String VERSION =
            project() + "+" + digest(jar(), List.of("")).substring(0, 8);
    private static final String OF_RULES = digest(jar(), RULES);

    private Build() {}

    /** Version of the project and the first digits of the digest of everything that was built, such as 0.1.0+3f2a91bc. */
    public static String version() {
        return VERSION;
    }

    /** Digest of all classes, word lists and weights that decide what is in a row. */
    public static String rules() {
        return OF_RULES;
    }

    /**
     * SHA-256 of the names and bytes of all files below some folders, as 64 hex digits. Networks are left out: they are read in
     * full where {@code runs.models} names them.
     *
     * @param built   a jar, or the folder that would be one
     * @param folders below {@code hearsay/}; the empty one is all of it
     */
    static String digest(Path built, List<String> folders) {
        try {
            if (Files.isDirectory(built)) {
                return digestOf(built, folders);
            }
            try (FileSystem jar = FileSystems.newFileSystem(built)) {
                return digestOf(jar.getPath("/"), folders);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + built, e);
        }
    }

    private static String digestOf(Path root, List<String> folders) throws IOException {
        TreeMap<String, Path> files = new TreeMap<>();
        for (String folder : folders) {
            Path below = root.resolve("hearsay").resolve(folder);
            if (Files.isDirectory(below)) {
                try (Stream<Path> found = Files.walk(below)) {
                    found.filter(Files::isRegularFile)
                            .filter(file -> !file.toString().endsWith(".onnx"))
                            .forEach(file -> files.put(root.relativize(file).toString(), file));
                }
            }
        }
        MessageDigest digest = Sha256.fresh();
        for (var file : files.entrySet()) {
            digest.update(file.getKey().getBytes(StandardCharsets.UTF_8));
            digest.update(Files.readAllBytes(file.getValue()));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static Path jar() {
        try {
            return Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no place of a class: " + e.getInput(), e);
        }
    }

    private static String project() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/hearsay/build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}

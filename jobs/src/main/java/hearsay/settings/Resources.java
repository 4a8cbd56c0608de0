package hearsay.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists in {@code hearsay/text} of the jar. */
public final class Resources {
    private static final String FOLDER = "/hearsay/text/";

    private Resources() {}

    /** The lines of a list without its comments (#) and blank lines. */
    public static List<String> lines(String name) {
        try (InputStream in = Resources.class.getResourceAsStream(FOLDER + name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}

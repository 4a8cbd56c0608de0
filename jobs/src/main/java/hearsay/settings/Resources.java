package hearsay.settings;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The word lists in {@code hearsay/text} and the weights in {@code hearsay/weights} of the jar; {@link Build#rules} covers both. */
public final class Resources {
    static final String TEXT = "text/";
    static final String WEIGHTS = "weights/";

    private Resources() {}

    /** The lines of a word list without its comments (#) and blank lines. */
    public static List<String> lines(String name) {
        return read(TEXT + name);
    }

    static List<String> read(String file) {
        try (InputStream in = Resources.class.getResourceAsStream("/hearsay/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("the jar has no file hearsay/" + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read hearsay/" + file, e);
        }
    }
}

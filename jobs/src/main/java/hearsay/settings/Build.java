package hearsay.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What Maven wrote into the jar about itself. */
public final class Build {
    private Build() {}

    public static String version() {
        Properties build = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/hearsay/build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return build.getProperty("version");
    }
}

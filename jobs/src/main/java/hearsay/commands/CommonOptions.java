package hearsay.commands;

import hearsay.night.Sessions;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine.Option;

/** Options that every command has. */
final class CommonOptions {
    @Option(names = "--conf", paramLabel = "FILE", description = "settings that override conf/hearsay.conf (HOCON)")
    private Path conf;

    Settings settings() {
        return Settings.read(Optional.ofNullable(conf));
    }

    /**
     * The session that spark-submit configured.
     *
     * @throws OperatorMistake where Java's default encoding is another one than UTF-8: Spark NLP reads the model's words by it, and
     *                         would not know a quotation mark
     */
    SparkSession session() {
        if (!Charset.defaultCharset().equals(StandardCharsets.UTF_8)) {
            throw new OperatorMistake(
                    "Java's encoding is " + Charset.defaultCharset() + " here, and the model's words are in UTF-8."
                            + " Start with LC_ALL=C.UTF-8 in the environment, as jobs/hearsay does, or with -Dfile.encoding=UTF-8.");
        }
        return Sessions.configured(SparkSession.builder().appName("hearsay")).getOrCreate();
    }
}

package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When jobs/hearsay builds before it starts, and where, with scripts that stand for Maven and spark-submit. */
class LauncherTest {
    @TempDir
    Path home;

    @Test
    void whatTheJarDoesNotHoldMakesNoBuild() throws Exception {
        file("pom.xml", "").toFile().setLastModified(0);
        file("jobs/src/main/java/A.java", "").toFile().setLastModified(0);
        Path settings = file("conf/hearsay.conf", "");
        Files.setLastModifiedTime(settings, FileTime.fromMillis(0));
        file("bin/mvn", "#!/bin/sh\necho builds\n").toFile().setExecutable(true);
        file("spark/bin/spark-submit", "#!/bin/sh\necho starts\n").toFile().setExecutable(true);
        Files.copy(Path.of("jobs/hearsay"), home.resolve("jobs/hearsay")).toFile().setExecutable(true);

        assertThat(started()).as("no jar").isEqualTo("builds\nstarts\n");
        Files.setLastModifiedTime(file("target/hearsay.jar", ""), FileTime.from(Instant.now().minusSeconds(60)));
        file("conf/schedule/hearsay.cron", "edited, as its first line says");
        file("conf/spark-defaults.conf", "edited");
        assertThat(started()).isEqualTo("starts\n");
        Files.setLastModifiedTime(settings, FileTime.from(Instant.now()));
        assertThat(started()).as("its defaults travel in the jar").isEqualTo("builds\nstarts\n");
    }

    @Test
    void namesOfFilesAreReadInUtf8WhateverTheLocaleOfCron() throws Exception {
        file("target/hearsay.jar", "");
        file("conf/hearsay.conf", "").toFile().setLastModified(0);
        file("pom.xml", "").toFile().setLastModified(0);
        file("spark/bin/spark-submit", "#!/bin/sh\nlocale charmap\n").toFile().setExecutable(true);
        Files.copy(Path.of("jobs/hearsay"), home.resolve("jobs/hearsay")).toFile().setExecutable(true);
        file("jobs/src/main/A.java", "").toFile().setLastModified(0);
        assertThat(started("C")).isEqualTo("UTF-8\n");
        assertThat(started("C.UTF-8")).isEqualTo("UTF-8\n");
    }

    private Path file(String name, String text) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        return Files.writeString(home.resolve(name), text);
    }

    private String started() throws Exception {
        return started("C.UTF-8");
    }

    private String started(String locale) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(home.resolve("jobs/hearsay").toString(), "--version");
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("LC_ALL", locale);
        builder.environment().put("SPARK_HOME", home.resolve("spark").toString());
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.replaceAll("hearsay: building .*\n", "");
    }
}

package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What jobs/hearsay does before it starts Spark, with scripts that stand for Maven, Java and spark-submit. */
class LauncherTest {
    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void aProjectWithoutAJar() throws IOException {
        home = Files.createDirectory(folder.resolve("a folder"));
        file("pom.xml", "").toFile().setLastModified(0);
        file("jobs/src/main/java/A.java", "").toFile().setLastModified(0);
        file("conf/hearsay.conf", "").toFile().setLastModified(0);
        program("bin/mvn", "echo builds");
        program("spark/bin/spark-submit", "echo starts");
        Files.copy(Path.of("jobs/hearsay"), home.resolve("jobs/hearsay"))
                .toFile()
                .setExecutable(true);
    }

    @Test
    void whatTheJarDoesNotHoldMakesNoBuild() throws Exception {
        assertThat(started().output()).as("no jar").isEqualTo("builds\nstarts\n");
        aJar();
        file("conf/schedule/hearsay.cron", "edited, as its first line says");
        file("conf/spark-defaults.conf", "edited");
        assertThat(started().output()).isEqualTo("starts\n");
        Files.setLastModifiedTime(home.resolve("conf/hearsay.conf"), FileTime.from(Instant.now()));
        assertThat(started().output()).as("its defaults travel in the jar").isEqualTo("builds\nstarts\n");
    }

    @Test
    void aLinkInAnotherFolderStartsTheSame() throws Exception {
        aJar();
        Path link = Files.createSymbolicLink(folder.resolve("hearsay"), home.resolve("jobs/hearsay"));
        assertThat(started(link, Map.of()).output()).isEqualTo("starts\n");
    }

    /** spark-submit takes the driver's options as one string and cuts it at blanks outside of quotation marks. */
    @Test
    void aBlankInThePathOfTheProjectCutsNoOptionOfTheDriver() throws Exception {
        aJar();
        program("spark/bin/spark-submit", "printf '%s\\n' \"$@\"");
        List<String> arguments = started().output().lines().toList();
        assertThat(arguments.get(arguments.indexOf("--driver-java-options") + 1).strip())
                .isEqualTo("\"-Dfile.encoding=UTF-8\" \"-Dlog4j2.configurationFile=file:" + home
                        + "/conf/log4j2.properties\" \"-XX:+UseParallelGC\"");
    }

    /** As cron and systemd start it. */
    @ParameterizedTest
    @CsvSource({"'', C.UTF-8", "C, C.UTF-8", "POSIX, C.UTF-8", "C.UTF-8, ''", "de_DE.ISO-8859-1, C.UTF-8"})
    void withoutALocaleFilesAreNamedInUtf8(String given, String all) throws Exception {
        aJar();
        program("spark/bin/spark-submit", "echo \"$LC_ALL\"");
        assertThat(started(home.resolve("jobs/hearsay"), Map.of("LANG", given)).output())
                .isEqualTo(all + "\n");
    }

    /** The first night after a build writes Spark's classes to a file under its process's number; later starts map it. */
    @Test
    void startsShareTheClassesThatTheFirstNightWrote() throws Exception {
        aJar();
        file("target/java.opts", "");
        file("target/spark.classpath", "spark.jar");
        program("jdk/bin/java", "[ \"$1\" = -version ] || printf '%s\\n' \"$@\" | grep jsa; exit 0");
        Map<String, String> own = Map.of(
                "SPARK_HOME", "/nowhere", "JAVA_HOME", home.resolve("jdk").toString());
        Path launcher = home.resolve("jobs/hearsay");
        Path share = home.resolve("target/hearsay.jsa");
        assertThat(started(launcher, own, "status").output()).isEmpty();
        assertThat(started(launcher, own, "nightly").output())
                .matches("-XX:ArchiveClassesAtExit=" + share + "\\.\\d+\n");

        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        file("target/hearsay.jsa." + ended.pid(), "classes");
        file("target/hearsay.jsa." + ProcessHandle.current().pid(), "half of the classes, by a night that runs");
        assertThat(started(launcher, own, "nightly").output()).isEqualTo("-XX:SharedArchiveFile=" + share + "\n");
        assertThat(share).hasContent("classes");
        assertThat(started(launcher, own, "status").output()).isEqualTo("-XX:SharedArchiveFile=" + share + "\n");

        Files.setLastModifiedTime(share, FileTime.from(Instant.now().minusSeconds(120)));
        assertThat(started(launcher, own, "nightly").output())
                .as("older than the jar")
                .startsWith("-XX:ArchiveClassesAtExit=");
    }

    @Test
    void aSmallNightIsCompiledByTheFirstCompilerAlone() throws Exception {
        aJar();
        file("target/java.opts", "");
        file("target/spark.classpath", "spark.jar");
        program("jdk/bin/java", "[ \"$1\" = -version ] || printf '%s\\n' \"$@\" | grep Tiered; exit 0");
        String few = file("few.jsonl", "an article").toString();
        String many = file("many.jsonl", "an article ".repeat(200_000)).toString();
        String archive = file("archive/quotes.parquet", "a quote ".repeat(4_000_000))
                .getParent()
                .toString();
        String small = "-XX:TieredStopAtLevel=1\n";
        assertThat(night("--input", few, "--warehouse", "new")).isEqualTo(small);
        assertThat(night("--warehouse=new", "--input=" + few)).isEqualTo(small);
        assertThat(night("--input", many, "--warehouse", "new")).isEmpty();
        assertThat(night("--input", few, "--warehouse", archive)).isEmpty();
        assertThat(night("--input", "s3a://news/today", "--warehouse", "new")).isEmpty();
    }

    private String night(String... arguments) throws Exception {
        Map<String, String> own = Map.of(
                "SPARK_HOME", "/nowhere", "JAVA_HOME", home.resolve("jdk").toString());
        return started(
                        home.resolve("jobs/hearsay"),
                        own,
                        Stream.concat(Stream.of("nightly"), Stream.of(arguments))
                                .toArray(String[]::new))
                .output();
    }

    @Test
    void whatIsMissingIsAMistakeInOneSentence() throws Exception {
        program("bin/mvn", "exit 1");
        assertThat(started()).isEqualTo(new Ran(2, "hearsay: target/hearsay.jar could not be built, see above.\n"));
        aJar();
        program("jdk/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
        Map<String, String> older = Map.of(
                "SPARK_HOME",
                folder.toString(),
                "JAVA_HOME",
                home.resolve("jdk").toString());
        assertThat(started(home.resolve("jobs/hearsay"), older))
                .isEqualTo(new Ran(
                        2,
                        "hearsay: Java 11 is at " + home
                                + "/jdk/bin/java, and it takes a Java 17; name one by JAVA_HOME.\n"));
        program("jdk/bin/java", "echo 'java version \"1.8.0_292\"' >&2");
        assertThat(started(home.resolve("jobs/hearsay"), older).output())
                .startsWith("hearsay: Java 8 is at ")
                .hasLineCount(1);
        assertThat(started(
                        home.resolve("jobs/hearsay"), Map.of("SPARK_HOME", folder.toString(), "JAVA_HOME", "/nowhere")))
                .isEqualTo(new Ran(2, "hearsay: There is no Java at /nowhere/bin/java; name a JDK 17 by JAVA_HOME.\n"));
    }

    private Path file(String name, String text) throws IOException {
        Files.createDirectories(home.resolve(name).getParent());
        return Files.writeString(home.resolve(name), text);
    }

    private void program(String name, String does) throws IOException {
        file(name, "#!/bin/sh\n" + does + "\n").toFile().setExecutable(true);
    }

    /** Newer than what it is made of. */
    private void aJar() throws IOException {
        Files.setLastModifiedTime(
                file("target/hearsay.jar", ""), FileTime.from(Instant.now().minusSeconds(60)));
    }

    private record Ran(int exitCode, String output) {}

    private Ran started() throws Exception {
        return started(home.resolve("jobs/hearsay"), Map.of());
    }

    private Ran started(Path launcher, Map<String, String> environment) throws Exception {
        return started(launcher, environment, "--version");
    }

    private Ran started(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList());
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("LC_") || name.startsWith("HEARSAY_") || name.startsWith("JAVA_"));
        builder.environment().put("PATH", home.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().put("SPARK_HOME", home.resolve("spark").toString());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), output.replaceAll("hearsay: building .*\n", ""));
    }
}

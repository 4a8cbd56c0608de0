package hearsay.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.SmallArchive;
import hearsay.SmallWarehouse;
import hearsay.TestSpark;
import hearsay.report.AliasesJob.Request;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.ArticleLimits;
import hearsay.steps.EntitiesFromMentions;
import hearsay.steps.EntityRowsFromMentions;
import hearsay.steps.EntitySettings;
import hearsay.steps.MentionsFromSentences;
import hearsay.tables.EntityType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("whole")
class AliasesJobTest {
    private static final Request WRITE = new Request(Optional.empty(), false, false);

    @TempDir
    private Path folder;

    @FunctionalInterface
    private interface Job {
        void run(Settings settings, PrintStream out);
    }

    @Test
    void aMergeShowsWhomItConcernsAndWritesItsLine() throws Exception {
        String said = printed((settings, out) -> AliasesJob.merge(
                TestSpark.session(), settings, SmallWarehouse.path(), WRITE, List.of("carl dunn", "Ada Brook"), out));
        assertThat(said)
                .contains(
                        "Carl Dunn (PER, " + SmallWarehouse.id("PER", "Carl Dunn")
                                + "): 2 mentions in 1 articles, 2 quotations, 2 quotations of others about it, 1 pairs.",
                        "Ada Brook (PER, ",
                        "Whom these mean is left to each article: Dunn.",
                        "The next night applies it to all days.");
        assertThat(aliases())
                .hasContent("type,alias,name,action\n"
                        + "# merge of Carl Dunn into Ada Brook: 2 mentions in 1 articles, 2 quotations\n"
                        + "PER,Carl Dunn,Ada Brook,merge\n");
        assertThat(printed((settings, out) -> AliasesJob.merge(
                        TestSpark.session(),
                        settings,
                        SmallWarehouse.path(),
                        WRITE,
                        List.of("Carl Dunn", "Ada Brook"),
                        out)))
                .contains("says so already");
    }

    @Test
    void aDryRunWritesNothingAndShortFormsAreAsked() throws Exception {
        String said = printed((settings, out) -> AliasesJob.rename(
                TestSpark.session(),
                settings,
                SmallWarehouse.path(),
                new Request(Optional.empty(), true, true),
                List.of("Carl Dunn", "Karl Dunn"),
                out));
        assertThat(said)
                .contains("  PER,Carl Dunn,Karl Dunn,merge\n  PER,Dunn,Karl Dunn,merge\n", "Nothing was written.");
        assertThat(aliases()).doesNotExist();
    }

    @Test
    void aFormThatAnotherHasTooIsNotTaken() throws Exception {
        assertThat(printed((settings, out) -> AliasesJob.rename(
                        TestSpark.session(),
                        settings,
                        SmallWarehouse.path(),
                        new Request(Optional.empty(), true, true),
                        List.of("Ada Brook", "Ada Lane"),
                        out)))
                .contains("left to each article: Brook.", "  PER,Ada Brook,Ada Lane,merge\n")
                .doesNotContain("PER,Brook");
    }

    @Test
    void whomElseTheNameMeansIsSaid() throws Exception {
        assertThat(printed((settings, out) -> AliasesJob.merge(
                        TestSpark.session(),
                        settings,
                        SmallWarehouse.path(),
                        new Request(Optional.empty(), false, true),
                        List.of(SmallWarehouse.id("ORG", "Brook"), "Carl Dunn"),
                        out)))
                .contains("Brook also names Ada Brook (PER, ", ") in some articles, and then no more.\n");
    }

    @Test
    void aSplitCountsTheRowsOfTheForm() throws Exception {
        assertThat(printed((settings, out) -> AliasesJob.split(
                        TestSpark.session(),
                        settings,
                        SmallWarehouse.path(),
                        WRITE,
                        List.of("Brook", "Ada Brook"),
                        out)))
                .contains(
                        "Brook is now read as Ada Brook (PER, ",
                        ") in 2 mentions, and as the speaker of 0 quotations.");
        assertThat(aliases()).content().endsWith("mentions, 0 quotations\nPER,Brook,Ada Brook,split\n");
    }

    @Test
    void aHostileNameCanBeMergedAway() throws Exception {
        printed((settings, out) -> AliasesJob.merge(
                TestSpark.session(),
                settings,
                SmallWarehouse.path(),
                WRITE,
                List.of(SmallWarehouse.id("PER", SmallWarehouse.HOSTILE), "Ada Brook"),
                out));
        assertThat(settings().lines(aliases().toString()))
                .hasSize(3)
                .last()
                .asString()
                .startsWith("PER,\"=cmd|' /C calc'!A0 \"\"<b>&\"\"");
    }

    @Test
    void mistakesAreOneSentence() throws Exception {
        mistake("Nobody in the tables is called Nobody;", WRITE, "Nobody", "Ada Brook");
        mistake("Ada Brook and ADA BROOK are one already: Ada Brook (PER, ", WRITE, "Ada Brook", "ADA BROOK");
        mistake(
                "Nobody in the tables is called Ada Brook",
                new Request(Optional.of(EntityType.LOC), false, false),
                "Carl Dunn",
                "Ada Brook");
        assertThatThrownBy(() -> AliasesJob.rename(
                        TestSpark.session(),
                        settings(),
                        SmallWarehouse.path(),
                        WRITE,
                        List.of("Carl Dunn", "Ada Brook"),
                        System.out))
                .hasMessageStartingWith("There is Ada Brook (PER, ")
                .hasMessageEndingWith(" already; merge makes the two one.");
        assertThatThrownBy(() -> AliasesJob.split(
                        TestSpark.session(),
                        settings(),
                        SmallWarehouse.path(),
                        WRITE,
                        List.of("ada brook", "Ada Brook"),
                        System.out))
                .hasMessageContaining("is the name of Ada Brook");
        assertThatThrownBy(() -> AliasesJob.merge(
                        TestSpark.session(),
                        Settings.read(Optional.empty()),
                        SmallWarehouse.path(),
                        WRITE,
                        List.of("Carl Dunn", "Ada Brook"),
                        System.out))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith("The settings name no file of aliases;");
        assertThat(aliases()).doesNotExist();
    }

    /** By the steps that a night takes. */
    @Test
    void theNextNightAppliesWhatIsWritten() throws Exception {
        printed((settings, out) -> AliasesJob.rename(
                TestSpark.session(), settings, SmallWarehouse.path(), WRITE, List.of("Carl Dunn", "Karl Dunn"), out));
        EntitySettings names = settings()
                .section("names", EntitySettings.Section.class)
                .with(settings().lines(aliases().toString()), List.of());
        SmallArchive archive = new SmallArchive()
                .add("a", "x", "2025-03-03", null, "{PER Carl Dunn} came. {PER Dunn} left.", "{PER Carl Dunn} waved.")
                .add("b", "x", "2025-03-03", null, "{PER Karl Dunn} sang.");
        Dataset<Row> mentions = EntitiesFromMentions.derive(
                MentionsFromSentences.derive(archive.sentences(), ArticleLimits.none()), names, ArticleLimits.none());
        assertThat(EntityRowsFromMentions.derive(mentions, names)
                        .selectExpr("concat(name, ' ', mentions)")
                        .as(Encoders.STRING())
                        .collectAsList())
                .containsExactly("Karl Dunn 4");
    }

    private void mistake(String says, Request request, String from, String to) {
        assertThatThrownBy(() -> AliasesJob.merge(
                        TestSpark.session(), settings(), SmallWarehouse.path(), request, List.of(from, to), System.out))
                .isInstanceOf(OperatorMistake.class)
                .hasMessageStartingWith(says);
    }

    private Path aliases() {
        return folder.resolve("aliases.csv");
    }

    private Settings settings() throws IOException {
        return Settings.read(
                Optional.of(Files.writeString(folder.resolve("own.conf"), "names.aliases = \"" + aliases() + "\"")));
    }

    private String printed(Job job) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        job.run(settings(), new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}

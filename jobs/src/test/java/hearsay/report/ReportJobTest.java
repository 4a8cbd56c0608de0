package hearsay.report;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.SmallArchive;
import hearsay.TestSpark;
import hearsay.night.NightlyJob;
import hearsay.settings.Settings;
import hearsay.store.Night;
import hearsay.store.RunReport;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.Reject;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The page of one warehouse, night after night. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Tag("whole")
class ReportJobTest {
    @TempDir
    static Path folder;

    @Test
    @Order(1)
    void onAFirstNightNobodyMeetsForTheFirstTime() throws Exception {
        write("2025-06-16", "Angela Merkel met Barack Obama in Berlin.\n\n\u201cWe agree,\u201d Merkel said.\n");
        Document page = pageOfNight("2025-06-20", false);
        assertThat(page.select("#pairs-title").text()).isEqualTo("Who appears with whom");
        assertThat(page.select("#pairs tbody th").eachText()).hasSize(1);
    }

    @Test
    @Order(2)
    void whoMetInAnEarlierNightIsNotNewThoughALateArticleIsOlder() throws Exception {
        write("2025-03-03", "Angela Merkel met Theresa May in London.\n\n\u201cWe do not agree,\u201d May said.\n");
        write("2025-06-17", "Angela Merkel met Barack Obama once more.\n\n\u201cThat is all,\u201d Obama said.\n");
        Document page = pageOfNight("2025-06-21", false);
        assertThat(page.select("#pairs-title").text()).isEqualTo("Met for the first time");
        assertThat(page.select("#pairs tbody th").eachText())
                .singleElement()
                .asString()
                .contains("Angela Merkel", "Theresa May");
    }

    @Test
    @Order(3)
    void whoMetInAnEarlierTextOfACorrectedArticleIsNotNew() throws Exception {
        write(
                "2025-06-17",
                "Angela Merkel met Barack Obama and Theresa May.\n\n\u201cThat is all,\u201d Obama said.\n");
        Document page = pageOfNight("2025-06-22", false);
        assertThat(page.select("#pairs-title").text()).isEqualTo("Who appears with whom");
        assertThat(page.select("#pairs tbody th").eachText()).hasSize(3);
    }

    @Test
    @Order(4)
    void aRebuildReadsAllAnewAndMakesNobodyNew() throws Exception {
        Document page = pageOfNight("2025-06-23", true);
        assertThat(page.select("header .note").text()).doesNotContain("Nothing new came in");
        assertThat(page.select("#pairs-title").text()).isEqualTo("Who appears with whom");
    }

    @Test
    @Order(5)
    void aQuietNightSaysSoAndRejectsWithoutAReasonAreCounted() throws Exception {
        LocalDate day = LocalDate.parse("2025-06-24");
        Warehouse warehouse = Warehouse.at(TestSpark.session(), warehouse());
        try (Night night = warehouse.begin(day, "more", new Versions("test", "none", "none"))) {
            night.stage(
                    Tables.REJECTS,
                    SmallArchive.rows(
                            List.of(
                                    new Reject("a.warc.gz", 1_234, null, null, day),
                                    new Reject("b.txt", 0, "its bytes are not text", null, day)),
                            Tables.REJECTS.records()),
                    Set.of(day));
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        Document page = page();
        assertThat(page.select("header .note").eachText())
                .contains("Nothing new came in. What follows is of all articles.");
        assertThat(page.select(".figures div").eachText()).contains("inputs rejected 2");
        assertThat(page.select("#tables tr").eachText())
                .contains("its bytes are not text 1 b.txt", "no reason is given 1 a.warc.gz, place 1234");
    }

    private static void write(String day, String text) throws Exception {
        Path file = folder.resolve("input").resolve(day).resolve("a.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String warehouse() {
        return folder.resolve("warehouse").toString();
    }

    private static Document pageOfNight(String runDate, boolean rebuild) throws Exception {
        NightlyJob.run(
                TestSpark.session(),
                settings(),
                new NightlyJob.Request(
                        folder.resolve("input").toString(), warehouse(), LocalDate.parse(runDate), rebuild, false));
        return page();
    }

    /** Pairs of one story count. */
    private static Settings settings() throws IOException {
        return Settings.read(Optional.of(Files.writeString(folder.resolve("own.conf"), "pairs.least-stories = 1")));
    }

    private static Document page() throws Exception {
        Path out = folder.resolve("report.html");
        ReportJob.run(TestSpark.session(), settings(), warehouse(), out, System.out);
        return Jsoup.parse(Files.readString(out));
    }
}

package hearsay.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import hearsay.NotebookQuestions;
import hearsay.SmallWarehouse;
import hearsay.TestSpark;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.tables.Trait;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ExportTest {
    private static final Optional<LocalDate> ALWAYS = Optional.empty();
    private static final String UNSAFE = "^[=+\\-@\t\r\n].*";

    @TempDir
    private Path folder;

    @Test
    void trustedQuotationsRoundTripThroughDuckDb() throws Exception {
        String said = export(What.QUOTES, Format.CSV, ALWAYS, ALWAYS, Optional.empty(), false);
        assertThat(said)
                .startsWith(
                        "Wrote " + folder.resolve("quotes.csv")
                                + ", 4 rows. It has the quotations of confidence 0.8 or more that report what somebody said or thinks;")
                .contains("explained in " + folder.resolve("quotes.csv.md"));
        List<List<String>> rows = duckdb("""
                select published_date, outlet, speaker, act, before, text, after, verbatim, about, url, path, confidence
                from read_csv('%s', header = true, all_varchar = true, delim = ',', quote = '"', escape = '"')
                """);
        assertThat(rows).hasSize(4);
        assertThat(rows.get(0))
                .containsExactly(
                        "2025-03-03",
                        "a.example",
                        "Ada Brook",
                        "said",
                        "Before, she said:",
                        "“The harbour stays open,”",
                        "and left.",
                        "The harbour stays open,",
                        "Harbour Board",
                        "https://a.example/one",
                        "one.txt",
                        "0.95");
        assertThat(rows.get(1)).contains("Harbour Board | Carl Dunn");
        assertThat(rows.get(2))
                .as("controls are signs, formulas have an apostrophe, line ends and marks stay")
                .contains(
                        "'" + SmallWarehouse.HOSTILE.replace('\u0007', '\ufffd'),
                        "'"
                                + SmallWarehouse.HOSTILE_WORDS
                                        .replace('\u0000', '\ufffd')
                                        .replace('\u0007', '\ufffd'));
        assertThat(rows)
                .allSatisfy(row -> assertThat(row).noneMatch(cell -> cell != null && cell.matches("(?s)" + UNSAFE)));
        assertThat(Files.readString(folder.resolve("quotes.csv.md")))
                .contains(
                        "| `outlet` | outlet: the site's domain",
                        "- `thinks`: the source believes",
                        "has an apostrophe in front");
        assertThat(folder)
                .isDirectoryContaining(file -> file.endsWith("quotes.csv"))
                .isDirectoryNotContaining("glob:**/.*");
    }

    @Test
    void daysConfidenceAndTheMarkAreAsAskedFor() throws Exception {
        Optional<LocalDate> tuesday = Optional.of(SmallWarehouse.TUESDAY);
        assertThat(export(What.QUOTES, Format.CSV, tuesday, tuesday, Optional.of(0.0), true))
                .contains(
                        ", 4 rows.",
                        "confidence 0.0 or more",
                        "from 2025-03-04 to 2025-03-04 that have a day of their own");
        byte[] bytes = Files.readAllBytes(folder.resolve("quotes.csv"));
        assertThat(bytes).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(
                        duckdb(
                                "select speaker, no_speaker_because from read_csv('%s', all_varchar = true) where speaker is null"))
                .containsExactly(Arrays.asList(null, "no source was found"));
        assertThat(export(
                        What.QUOTES,
                        Format.CSV,
                        Optional.of(SmallWarehouse.TUESDAY.plusDays(1)),
                        ALWAYS,
                        Optional.empty(),
                        false))
                .as("an article without a day of its own is of no day asked for")
                .contains(", 0 rows.");
        assertThat(Files.readAllLines(folder.resolve("quotes.csv")))
                .singleElement()
                .asString()
                .startsWith("published_date,outlet");
    }

    @Test
    void jsonLinesKeepListsAndNulls() throws Exception {
        export(What.QUOTES, Format.JSONL, ALWAYS, ALWAYS, Optional.empty(), false);
        List<JsonNode> rows = json("quotes.jsonl");
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).get("about")).hasSize(2);
        assertThat(rows.get(1).get("repeat_of").isNull()).isTrue();
        assertThat(rows.get(2).get("speaker").asText()).isEqualTo(SmallWarehouse.HOSTILE.replace('\u0007', '\ufffd'));
        assertThat(rows.get(0).get("confidence").isDouble()).isTrue();
    }

    @Test
    void peopleAreCounted() throws Exception {
        export(What.PEOPLE, Format.JSONL, ALWAYS, ALWAYS, Optional.empty(), false);
        assertThat(json("people.jsonl"))
                .extracting(
                        row -> row.get("name").asText(),
                        row -> row.get("mentions").asInt(),
                        row -> row.get("quotes").asInt(),
                        row -> row.get("outlets").asInt(),
                        row -> row.get("quotes_about").asInt())
                .startsWith(tuple("Ada Brook", 4, 3, 2, 1))
                .contains(tuple("Carl Dunn", 2, 0, 0, 2))
                .hasSize(3);
        export(
                What.PEOPLE,
                Format.JSONL,
                Optional.of(SmallWarehouse.MONDAY),
                Optional.of(SmallWarehouse.MONDAY),
                Optional.empty(),
                false);
        assertThat(folder.resolve("people.jsonl.md"))
                .content()
                .contains(
                        "It has the people named in articles from 2025-03-03 to 2025-03-03 that have a day of their own, and counts");
        assertThat(json("people.jsonl")).singleElement().satisfies(row -> {
            assertThat(row.get("mentions").asInt()).isEqualTo(2);
            assertThat(row.get("quotes").asInt()).isEqualTo(1);
        });
    }

    /** Both are by the same rules: {@code notebooks/hearsay.sql} and the step. */
    @ParameterizedTest
    @EnumSource(Trait.class)
    void whoGetsQuotedIsAsTheViewsOfTheNotebooksHaveIt(Trait trait) throws Exception {
        export(What.QUOTED, Format.CSV, ALWAYS, ALWAYS, Optional.empty(), false);
        String columns =
                "outlet, week, value, quotes, speakers, articles, round(share, 6), round(share_low, 6), round(share_high, 6)";
        List<List<String>> exported =
                duckdb("select " + columns + " from read_csv('%s') where trait = '" + trait.word() + "' order by all");
        try (Connection views = NotebookQuestions.opened(SmallWarehouse.path())) {
            assertThat(exported)
                    .isNotEmpty()
                    .isEqualTo(NotebookQuestions.rows(
                            views, "select " + columns + " from quoted_shares('" + trait.word() + "') order by all"));
        }
        if (trait == Trait.PARTY) {
            assertThat(exported)
                    .as("by the days of the people file")
                    .extracting(row -> row.get(2))
                    .contains("Left", "Right", null);
            assertThat(Files.readString(folder.resolve("quoted.csv.md")))
                    .contains("| `share_low` | lower end of the 95 % interval", "- `party`: party in the people file");
        }
    }

    @Test
    void theNetworkHasTypesWeightsAndDays() throws Exception {
        export(What.NETWORK, Format.GEXF, ALWAYS, ALWAYS, Optional.empty(), false);
        Document gexf = xml("network.gexf");
        assertThat(attributes(gexf, "node", "label"))
                .containsExactlyInAnyOrder(
                        "Ada Brook",
                        "Harbour Board",
                        SmallWarehouse.HOSTILE.replace('\n', ' ').replace('\u0007', '\ufffd'));
        assertThat(attributes(gexf, "graph", "defaultedgetype")).containsExactly("undirected");
        assertThat(attributes(gexf, "edge", "weight")).containsExactly("2", "2");
        assertThat(attributes(gexf, "spell", "start"))
                .containsExactlyInAnyOrder("2025-03-03", "2025-03-04", "2025-03-04");
        assertThat(attributes(gexf, "attvalue", "value")).contains("PER", "ORG", "-0.5", "1.5", "a.example");
        Optional<LocalDate> monday = Optional.of(SmallWarehouse.MONDAY);
        export(What.NETWORK, Format.CSV, monday, monday, Optional.empty(), false);
        assertThat(duckdb("select a_type || b_type, stories, strength from read_csv('%s', all_varchar = true)"))
                .singleElement()
                .satisfies(row -> assertThat(row.subList(1, 3)).containsExactly("1", "1.5"));
    }

    @Test
    void speakersAreADirectedGraph() throws Exception {
        export(What.SPEAKERS, Format.GRAPHML, ALWAYS, ALWAYS, Optional.empty(), false);
        Document graphml = xml("speakers.graphml");
        assertThat(attributes(graphml, "graph", "edgedefault")).containsExactly("directed");
        assertThat(attributes(graphml, "edge", "source")).hasSize(3);
        assertThat(attributes(graphml, "edge", "source").get(0)).isIn(attributes(graphml, "node", "id"));
        assertThat(Files.readString(folder.resolve("speakers.graphml.md")))
                .contains("| `quotes` | quotations of the speaker that name the other |", "It leads from the speaker");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "QUOTES,GEXF,,false,`--format gexf is for graphs, --what network or speakers; for quotes take csv or jsonl.`",
                "PEOPLE,GRAPHML,,false,`--format graphml is for graphs, --what network or speakers; for people take csv or jsonl.`",
                "NETWORK,CSV,0.5,false,`--min-confidence is for quotations, and --what network has none; pairs have their strength.`",
                "QUOTES,CSV,1.5,false,`--min-confidence is 1.5, and a confidence is between 0 and 1.`",
                "QUOTES,JSONL,,true,`--bom is for --format csv; the other formats say their encoding themselves.`"
            })
    void optionsThatDoNotGoTogetherAreOneSentence(
            What what, Format format, Double least, boolean bom, String sentence) {
        assertThatThrownBy(() -> export(what, format, ALWAYS, ALWAYS, Optional.ofNullable(least), bom))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage(sentence);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aSpanThatEndsBeforeItBeginsIsAMistake() {
        assertThatThrownBy(() -> export(
                        What.QUOTES,
                        Format.CSV,
                        Optional.of(SmallWarehouse.TUESDAY),
                        Optional.of(SmallWarehouse.MONDAY),
                        Optional.empty(),
                        false))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage("--from 2025-03-04 is after --to 2025-03-03; there is no such day.");
    }

    private String export(
            What what,
            Format format,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Double> least,
            boolean bom) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ExportJob.run(
                TestSpark.session(),
                Settings.read(Optional.empty()),
                SmallWarehouse.path(),
                new ExportJob.Request(what, format, folder, from, to, least, bom),
                new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    /** @param query with %s for the one CSV file of the folder */
    private List<List<String>> duckdb(String query) throws Exception {
        List<List<String>> rows = new ArrayList<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement();
                var files = Files.newDirectoryStream(folder, "*.csv");
                ResultSet result =
                        statement.executeQuery(query.formatted(files.iterator().next()))) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private List<JsonNode> json(String file) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(file))) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    private Document xml(String file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(folder.resolve(file).toFile());
    }

    private static List<String> attributes(Document document, String element, String name) {
        NodeList found = document.getElementsByTagNameNS("*", element);
        List<String> values = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            values.add(((Element) found.item(i)).getAttribute(name));
        }
        return values;
    }
}

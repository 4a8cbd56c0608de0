package hearsay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import hearsay.tables.TableDictionary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README and the manuals name is there: files, commands, settings, classes, rows, columns. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final int MOST_LINES = 150;

    /** "lz4-java 1.8" in the first column of the table of holes. */
    private static final Pattern LIBRARY = Pattern.compile("([A-Za-z][\\w-]*) (\\d[\\d.]*)");

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern COMMAND = Pattern.compile("jobs/hearsay[ \\t]+([^`#|>\\n]*)");
    private static final Pattern SETTING = Pattern.compile(
            "`((?:ner|attribution|input|articles|checks|warehouse|names|repeats|furniture|pairs)\\.[a-z_.-]+)(?<!\\.js)(?<!\\.json)`");
    private static final Pattern CLASS =
            Pattern.compile("\\bhearsay\\.(?:[a-z]+\\.)*[A-Z]\\w+|`[A-Z]\\w+(?:Test|Benchmark)\\b");
    private static final Pattern SQL = Pattern.compile("(?s)```sql\n(.*?);\n```");
    private static final Pattern PARQUET = Pattern.compile("read_parquet\\('warehouse/(\\w+)/[*/]*\\.parquet'\\)");
    private static final Path TABLES = Path.of("notebooks/TABLES.md");
    private static final Pattern DICTIONARY = Pattern.compile("(?s)(?<=<!-- tables -->\n).*?(?=<!-- /tables -->)");
    private static final Pattern TABLE = Pattern.compile("(?s)#### `(\\w+)`.*?(?=####|$)");
    private static final Pattern COLUMN = Pattern.compile("(?m)^\\| `([\\w.\\[\\]]+)` \\| ([^|]+) \\|");

    @Test
    void theReadmeIsShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThanOrEqualTo(MOST_LINES);
    }

    @Test
    void linksLeadToFilesAndHeadings() throws IOException {
        for (Path page : pages()) {
            for (Matcher link = LINK.matcher(Files.readString(page)); link.find(); ) {
                String to = link.group(1);
                if (to.contains("://")) {
                    continue;
                }
                String[] fileAndHeading = to.split("#", 2);
                Path file = fileAndHeading[0].isEmpty()
                        ? page
                        : page.resolveSibling(fileAndHeading[0]).normalize();
                assertThat(file).as("%s: %s", page, to).exists();
                if (fileAndHeading.length > 1) {
                    assertThat(Files.readAllLines(file).stream()
                                    .filter(line -> line.startsWith("#"))
                                    .map(ReadmeTest::anchor))
                            .as("%s: %s", page, to)
                            .contains(fileAndHeading[1]);
                }
            }
        }
    }

    /** As GitHub makes them. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @Test
    void commandsAndTheirOptionsExist() throws IOException {
        int options = 0;
        for (Path page : pages()) {
            String text = Files.readString(page).replaceAll("\\\\\n\\s*", " ");
            for (Matcher command = COMMAND.matcher(text); command.find(); ) {
                List<String> words = Arrays.stream(
                                command.group(1).replaceAll("[\\[\\]]", "").split("[\\s;&)\"]+"))
                        .map(word -> word.equals("YYYY-MM-DD") ? "2026-11-20" : word)
                        .filter(word -> !word.matches("|\\.\\.\\.|COMMAND"))
                        .toList();
                CommandLine hearsay = Hearsay.commandLine();
                if (words.isEmpty() || words.get(0).matches("help|--version")) {
                    continue;
                }
                assertThat(hearsay.getSubcommands()).as("%s: %s", page, words).containsKey(words.get(0));
                if (words.size() > 1
                        && words.get(1).startsWith("--")
                        && !command.group(1).contains("...")) {
                    assertThatCode(() -> hearsay.parseArgs(words.toArray(String[]::new)))
                            .as("%s: %s", page, words)
                            .doesNotThrowAnyException();
                    options++;
                }
            }
        }
        assertThat(options).isGreaterThan(10);
    }

    @Test
    void settingsExist() throws IOException {
        Config settings = ConfigFactory.parseFile(new File("conf/hearsay.conf"));
        Set<String> columns = new TreeSet<>();
        for (Matcher table = TABLE.matcher(TableDictionary.markdown()); table.find(); ) {
            COLUMN.matcher(table.group())
                    .results()
                    .forEach(column -> columns.add(table.group(1) + "." + column.group(1)));
        }
        for (Path page : pages()) {
            for (Matcher setting = SETTING.matcher(Files.readString(page)); setting.find(); ) {
                String name = setting.group(1);
                boolean isColumn = columns.contains(name);
                boolean isFree = name.startsWith("input.fields.");
                assertThat(settings.hasPath(name) || isColumn || isFree)
                        .as("%s: %s", page, name)
                        .isTrue();
            }
        }
    }

    @Test
    void classesExist() throws IOException {
        Set<String> classes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("jobs/src"))) {
            sources.map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replaceFirst("^jobs/src/\\w+/java/", "")
                            .replaceFirst("\\.java$", "")
                            .replace('/', '.'))
                    .forEach(name -> classes.addAll(List.of(name, "`" + name.substring(name.lastIndexOf('.') + 1))));
        }
        for (Path page : pages()) {
            assertThat(CLASS.matcher(Files.readString(page)).results().map(MatchResult::group))
                    .as("%s", page)
                    .isSubsetOf(classes);
        }
    }

    @Test
    void theRowsAreThoseOfTheGoldenPicture() throws IOException {
        List<List<String>> golden = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        for (String line : Files.readAllLines(Path.of("jobs/src/test/resources/hearsay/seeds/quotes.tsv"))) {
            Map<String, Object> row = new HashMap<>();
            for (String cell : line.split("\t")) {
                if (cell.startsWith("{")) {
                    row.putAll(json.readValue(
                            cell, json.getTypeFactory().constructMapType(Map.class, String.class, Object.class)));
                }
            }
            golden.add(Stream.of(
                            row.getOrDefault("speaker", "*none: " + row.get("no_speaker_because") + "*"),
                            row.get("source_text"),
                            row.get("cue"),
                            row.get("kind"),
                            row.get("text"),
                            row.getOrDefault("decided_by", ""))
                    .map(String::valueOf)
                    .toList());
        }
        List<List<String>> rows = table(README, "| speaker | ");
        assertThat(rows).hasSizeGreaterThan(3);
        assertThat(golden).containsAll(rows);
    }

    /** On empty tables that have the columns of the dictionary. */
    @Test
    void theQuestionsRun() throws IOException, SQLException {
        List<String> questions = SQL.matcher(Files.readString(README))
                .results()
                .map(result -> result.group(1))
                .toList();
        assertThat(questions).hasSize(3);
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            for (Matcher table = TABLE.matcher(TableDictionary.markdown()); table.find(); ) {
                statement.execute("create table " + table.group(1) + " (" + columns(table.group()) + ")");
            }
            for (String question : questions) {
                assertThat(PARQUET.matcher(question).find()).isTrue();
                statement.execute(PARQUET.matcher(question).replaceAll("$1"));
            }
        }
    }

    /** The columns of one table of the dictionary, as DuckDB writes them. */
    private static String columns(String table) {
        Map<String, String> types = new LinkedHashMap<>();
        Map<String, List<String>> fields = new HashMap<>();
        for (Matcher column = COLUMN.matcher(table); column.find(); ) {
            String[] names = column.group(1).split("\\[]\\.");
            String type = column.group(2)
                    .strip()
                    .replace("list of string", "varchar[]")
                    .replace("list of date", "date[]")
                    .replace("string", "varchar")
                    .replace("long", "bigint");
            if (names.length > 1) {
                fields.computeIfAbsent(names[0], name -> new ArrayList<>()).add('"' + names[1] + "\" " + type);
            } else {
                types.put(names[0], type);
            }
        }
        return types.entrySet().stream()
                .map(column -> '"' + column.getKey() + "\" "
                        + (fields.containsKey(column.getKey())
                                ? "struct(" + String.join(", ", fields.get(column.getKey())) + ")[]"
                                : column.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Renew with: mvn test -Dtest=ReadmeTest -Dgolden.renew=true */
    @Test
    void theTableDictionaryIsThatOfTheDeclarations() throws IOException {
        String page = Files.readString(TABLES);
        if (Boolean.getBoolean("golden.renew")) {
            page = DICTIONARY.matcher(page).replaceFirst(Matcher.quoteReplacement(TableDictionary.markdown()));
            Files.writeString(TABLES, page);
        }
        Matcher dictionary = DICTIONARY.matcher(page);
        assertThat(dictionary.find()).isTrue();
        assertThat(dictionary.group()).isEqualTo(TableDictionary.markdown());
    }

    @Test
    void librariesWithHolesAreThereInTheVersionsNamed() throws IOException {
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> path.substring(path.lastIndexOf(File.separatorChar) + 1))
                .toList();
        List<String> named = table(Path.of("conf/SECURITY.md"), "| library | hole |").stream()
                .map(row -> row.get(0).replaceAll("\\(.*\\)", ""))
                .toList();
        assertThat(named).isNotEmpty();
        for (String libraries : named) {
            for (Matcher library = LIBRARY.matcher(libraries); library.find(); ) {
                String jar = "(?i).*" + library.group(1) + ".*-" + Pattern.quote(library.group(2)) + "[.-].*";
                assertThat(jars).as(library.group()).anyMatch(name -> name.matches(jar));
            }
        }
        assertThat(jars)
                .as("one with holes, for which Hadoop's client asks")
                .noneMatch(name -> name.startsWith("snappy-java-1.1.8"));
    }

    /** The rows of a table of a page, cell by cell. */
    private static List<List<String>> table(Path page, String header) throws IOException {
        return Files.readAllLines(page).stream()
                .dropWhile(line -> !line.startsWith(header))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(row -> Arrays.stream(row.substring(1, row.lastIndexOf('|')).split("\\|"))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(README));
        for (String folder : List.of("conf", "jobs", "notebooks")) {
            try (Stream<Path> files = Files.walk(Path.of(folder))) {
                files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
            }
        }
        return pages;
    }
}

package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.tables.TableDictionary;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern DICTIONARY = Pattern.compile("(?s)(?<=<!-- tables -->\n).*?(?=<!-- /tables -->)");

    /** "lz4-java 1.8" in the first column of the table of holes. */
    private static final Pattern LIBRARY = Pattern.compile("([A-Za-z][\\w-]*) (\\d[\\d.]*)");

    @Test
    void librariesWithHolesAreThereInTheVersionsNamed() throws IOException {
        List<String> jars = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(path -> path.substring(path.lastIndexOf(File.separatorChar) + 1)).toList();
        List<String> named = Files.readString(README).lines()
                .dropWhile(line -> !line.startsWith("| library | hole |")).skip(2).takeWhile(line -> line.startsWith("|"))
                .map(row -> row.split("\\|")[1].replaceAll("\\(.*\\)", ""))
                .toList();
        assertThat(named).isNotEmpty();
        for (String libraries : named) {
            for (Matcher library = LIBRARY.matcher(libraries); library.find(); ) {
                String jar = "(?i).*" + library.group(1) + ".*-" + Pattern.quote(library.group(2)) + "[.-].*";
                assertThat(jars).as(library.group()).anyMatch(name -> name.matches(jar));
            }
        }
        assertThat(jars).as("one with holes, for which Hadoop's client asks").noneMatch(name -> name.startsWith("snappy-java-1.1.8"));
    }

    /** Renew with: mvn test -Dtest=ReadmeTest -Dgolden.renew=true */
    @Test
    void theTableDictionaryIsThatOfTheDeclarations() throws IOException {
        String page = Files.readString(README);
        if (Boolean.getBoolean("golden.renew")) {
            page = DICTIONARY.matcher(page).replaceFirst(Matcher.quoteReplacement(TableDictionary.markdown()));
            Files.writeString(README, page);
        }
        Matcher dictionary = DICTIONARY.matcher(page);
        assertThat(dictionary.find()).isTrue();
        assertThat(dictionary.group()).isEqualTo(TableDictionary.markdown());
    }
}

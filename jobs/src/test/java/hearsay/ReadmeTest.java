package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.tables.TableDictionary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final Pattern DICTIONARY = Pattern.compile("(?s)(?<=<!-- tables -->\n).*?(?=<!-- /tables -->)");

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

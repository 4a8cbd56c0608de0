package hearsay.text.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.settings.OperatorMistake;
import hearsay.tables.Fact;
import hearsay.text.entities.Alias;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PeopleFileTest {
    @Test
    void rowsOfOnePersonAreFactsWithTheirDays() {
        People people = PeopleFile.parse(
                "p.csv",
                List.of(
                        "\uFEFFName,aliases,qid,gender,party,\"home, town\",from,to",
                        "# one who changed sides",
                        "Ann Lee,Annie|\"\"Ann\"\" Q. Lee,Q7,F,Reds,,2010,2015-06",
                        "",
                        "Ann Lee,,Q7,,Blues,\"Oslo, Norway\",2015-07-01T00:00:00Z,",
                        "Bo Moss,,,nonbinary,,,,"));

        assertThat(people.merges())
                .containsExactly(
                        new Alias("PER", "Ann Lee", "Ann Lee", "merge"),
                        new Alias("PER", "Annie", "Ann Lee", "merge"),
                        new Alias("PER", "Ann Q. Lee", "Ann Lee", "merge"),
                        new Alias("PER", "Bo Moss", "Bo Moss", "merge"));
        assertThat(people.of("ann lee"))
                .isEqualTo(new People.Person(
                        "Ann Lee",
                        "female",
                        List.of(
                                new Fact("qid", "Q7", null, null),
                                new Fact("gender", "female", null, null),
                                new Fact("party", "Reds", LocalDate.of(2010, 1, 1), LocalDate.of(2015, 6, 30)),
                                new Fact("party", "Blues", LocalDate.of(2015, 7, 1), null),
                                new Fact("home, town", "Oslo, Norway", LocalDate.of(2015, 7, 1), null))));
        assertThat(people.of("bo moss").gender()).isEqualTo("nonbinary");
        assertThat(people.of("annie")).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "people-mistakes.csv", numLinesToSkip = 1)
    void aMistakeIsOneSentenceWithTheLine(String what, String lines, String message) {
        assertThatThrownBy(() -> PeopleFile.parse("p.csv", List.of(lines.split("/"))))
                .isInstanceOf(OperatorMistake.class)
                .hasMessage(message);
    }
}

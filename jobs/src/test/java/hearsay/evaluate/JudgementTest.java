package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.evaluate.Judgement.Act;
import hearsay.evaluate.Judgement.Quality;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JudgementTest {
    /** The row named SPEAKER, the words are of BY; our row names NOW. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "the same speaker keeps a true row     | Ann Lee | Ann Lee | said   | true  | exact   | true  | Ann Lee   | true",
                "the same speaker keeps a false row    | Ann Lee | Ann Lee | topic  | true  | exact   | false | Ann Lee   | false",
                "false, though the surname is that of by | Jo Brook | Ada Brook | said | false | exact | false | Jo Brook | false",
                "another name of the right one         | Ann Lee | Ann Lee | said   | true  | exact   | true  | Lee       | true",
                "a true row given to another           | Ann Lee | Ann Lee | said   | true  | exact   | true  | Max Brook | false",
                "a group's row given to its member     | Party   | group   | said   | true  | exact   | true  | Max Brook | false",
                "now the right speaker                 | Ann Lee | Max Brook | said | false | close   | false | Max Brook | true",
                "now the right speaker, of a thought   | Ann Lee | Max Brook | thinks | false | exact | false | Brook     | true",
                "now another wrong speaker             | Ann Lee | Max Brook | said | false | exact   | false | Jo Day    | false",
                "the right speaker of a topic          | Ann Lee | Max Brook | topic | false | exact  | false | Max Brook | false",
                "the right speaker of a partial span   | Ann Lee | Max Brook | said | false | partial | false | Max Brook | false",
                "false for another reason              | Ann Lee | Max Brook | said | true  | exact   | false | Max Brook | false",
                "had no speaker and has the right one  | -       | Max Brook | said | -     | exact   | -     | Max Brook | true",
                "had no speaker and has a wrong one    | -       | group   | said   | -     | exact   | -     | Max Brook | false",
                "had no speaker, and the span is bad   | -       | Max Brook | said | -     | bad     | -     | Max Brook | false",
                "only true was answered                | Ann Lee | -       | -      | -     | -       | true  | Ann Lee   | true",
                "only true was answered, another now   | Ann Lee | -       | -      | -     | -       | false | Max Brook | false"
            })
    void truth(
            String name,
            String speaker,
            String by,
            String act,
            Boolean right,
            String span,
            Boolean isTrue,
            String now,
            boolean expected) {
        Judgement judgement = new Judgement(
                "direct",
                speaker,
                act == null ? null : Act.valueOf(act.toUpperCase(Locale.ROOT)),
                by,
                right,
                span == null ? null : Quality.valueOf(span.toUpperCase(Locale.ROOT)),
                isTrue,
                null);
        assertThat(judgement.isTrueOf(now)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "Lee, Ann Lee, true",
        "Sen. Ann Lee, Ann Lee, true",
        "Mike Brook, Michael Brook, true",
        "the White House, White House, true",
        "HCA, Harbour Control Agency, true",
        "Ann Lee, Jo Lee, false",
        "Ann Lee, Ann Day, false",
        "Max Brook Jr., Max Brook, false",
        "Brook campaign, Max Brook, false",
        "North Sea Council, South Sea Council, false",
        "group, Max Brook, false"
    })
    void names(String a, String b, boolean same) {
        assertThat(Judgement.sameName(a, b)).isEqualTo(same);
        assertThat(Judgement.sameName(b, a)).isEqualTo(same);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "\u201cthe road is closed\u201d, Ann Lee, true",
        "the road is closed to all, Ann Lee, false",
        "the road is closed, Max Brook, false"
    })
    void aRowWithTheRightWordsIsMended(String text, String speaker, boolean mended) {
        Judgement judgement = new Judgement(
                "mixed", "Ann Lee", Act.SAID, "Ann Lee", true, Quality.PARTIAL, false, "the road  is closed.");
        assertThat(judgement.isMendedBy(speaker, text)).isEqualTo(mended);
    }
}

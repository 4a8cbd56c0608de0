package hearsay.steps;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.SmallArchive;
import hearsay.tables.Quote;
import hearsay.tables.QuoteGroup;
import hearsay.tables.Records;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** One quotation, many outlets: what belongs together and what does not. */
class QuoteGroupsTest {
    private final List<Quote> quotes = new ArrayList<>();
    private final SmallArchive archive = new SmallArchive();

    @Test
    void marksCaseAndWhatIsLeftOutDoNotMatter() {
        say("q1", "ann", "“The harbour will open again in spring, and nobody will lose work over it.”");
        say("q2", "ann", "\"The harbor” ");
        say("q3", "ann", "\"the harbour will open again in Spring… nobody will lose work over it\"");
        say("q4", null, "“The harbour will open again in [the] spring,”");
        say("q5", "bob", "\"Nobody will lose\"");
        say("q6", null, "\"Something else entirely was said on that day\"");
        say("q7", "ann", "\"The harbour will open again in spring, and nobody will lose work over it\"");
        List<QuoteGroup> groups = groups();
        assertThat(groups.stream()
                        .map(QuoteGroup::quotes)
                        .map(List::size)
                        .sorted()
                        .toList())
                .containsExactly(1, 1, 1, 4);
        QuoteGroup group =
                groups.stream().filter(g -> g.quotes().size() == 4).findFirst().orElseThrow();
        assertThat(group.quotes()).containsExactlyInAnyOrder("q1", "q3", "q4", "q7");
        assertThat(group.speakerId()).isEqualTo("ann");
        assertThat(group.outlets()).hasSize(4);
        assertThat(group.text()).startsWith("“The harbour");
    }

    @Test
    void aPhraseOfManySpeechesTiesNoTwoTogether() {
        say("q1", "ann", "\"We will build the harbour and we will build it for the people of this city\"");
        say("q2", "ann", "\"It is late, and we will build it for the people of this city whatever they say\"");
        say("q3", "ann", "\"we will build it for the people of this city\"");
        assertThat(groups().stream()
                        .map(group -> group.quotes().size())
                        .sorted()
                        .toList())
                .containsExactly(1, 2);
    }

    @Test
    void fewWordsAreOneQuotationOnlyOfOneSpeaker() {
        say("q1", "ann", "\"maximum restraint\"");
        say("q2", "ann", "“Maximum restraint,”");
        say("q3", "bob", "\"maximum restraint\"");
        say("q4", null, "\"maximum restraint\"");
        assertThat(groups().stream()
                        .map(group -> group.quotes().size())
                        .sorted()
                        .toList())
                .containsExactly(1, 1, 2);
    }

    @Test
    void aQuoteWithoutSpeakerTakesTheSpeakerOfItsGroup() {
        say("q1", "ann", "\"The harbour will open again in spring\"");
        say("q2", null, "\"the harbour will open again in spring,\"");
        say("q3", null, "\"Something else entirely was said on that day\"");
        Dataset<Row> rows = SmallArchive.rows(quotes, Tables.QUOTES.records());
        Dataset<Row> groups = QuoteGroupsFromQuotes.derive(rows, archive.articles(), Defaults.QUOTES);
        Map<String, String> speakers = QuotesWithGroupSpeakers.derive(rows, groups).collectAsList().stream()
                .collect(Collectors.toMap(
                        row -> row.getAs("quote_id"), row -> row.getAs("speaker_id") + " " + row.getAs("decided_by")));
        assertThat(speakers)
                .containsEntry("q1", "ann rule")
                .containsEntry("q2", "ann group")
                .containsEntry("q3", "null null");
    }

    @Test
    void fewWordsOfTwoSpeakersAreTwoQuotations() {
        say("q1", "ann", "\"I will run for president\"");
        say("q2", "ann", "“I will run for president,”");
        say("q3", "bob", "\"I will run for president\"");
        say("q4", null, "\"I will run for president\"");
        assertThat(groups()).extracting(QuoteGroup::speakerId).containsExactlyInAnyOrder("ann", "bob", null);
    }

    @Test
    void indirectWordsAreOneQuotationOnlyOfOneSpeaker() {
        String words = "he would not accept the results of the election";
        say("q1", "ann", words, "indirect", "");
        say("q2", "ann", words, "indirect", "");
        say("q3", "bob", words, "indirect", "");
        say("q4", null, words, "indirect", "no cue");
        say("q5", null, "he would run for president", "indirect", "no cue");
        say("q6", "bob", "he would run for president and win", "indirect", "");
        assertThat(groups().stream()
                        .map(group -> group.speakerId() + " " + group.quotes().size()))
                .containsExactlyInAnyOrder("ann 2", "bob 1", "null 1", "null 1", "bob 1");
    }

    @Test
    void indirectWordsOfWhoSaysThemInMarksAreTheSameQuotation() {
        String words = "the harbour will open again in spring for everyone";
        say("q1", "ann", "\"" + words + "\"");
        say("q2", "ann", words, "indirect", "");
        say("q3", "bob", words, "indirect", "");
        assertThat(groups().stream()
                        .map(group -> group.speakerId() + " " + group.quotes().size()))
                .containsExactlyInAnyOrder("ann 2", "bob 1");
    }

    @Test
    void whereTheArticleSaysThatSeveralSpokeTheSpeakerOfTheGroupIsNotTaken() {
        say("q1", "ann", "\"The harbour will open again in spring for everyone\"");
        say(
                "q2",
                null,
                "\"The harbour will open again in spring for everyone\"",
                "direct",
                "the source is several people");
        Dataset<Row> rows = SmallArchive.rows(quotes, Tables.QUOTES.records());
        Row second = QuotesWithGroupSpeakers.derive(
                        rows, QuoteGroupsFromQuotes.derive(rows, archive.articles(), Defaults.QUOTES))
                .where("quote_id = 'q2'")
                .head();
        assertThat(second.<String>getAs("speaker_id")).isNull();
        assertThat(second.<String>getAs("no_speaker_because")).isEqualTo("the source is several people");
    }

    @Test
    void aCatchphraseThatIsSaidAgainIsAnotherQuotation() {
        say("q1", "ann", "\"We will rebuild the old harbour\"", LocalDate.of(2025, 6, 1));
        say("q2", "ann", "\"We will rebuild the old harbour\"", LocalDate.of(2025, 6, 5));
        say("q3", "ann", "\"We will rebuild the old harbour\"", LocalDate.of(2025, 9, 5));
        String many = "\"The harbour opens in spring, and nobody loses work, wages or pensions over the new cranes\"";
        say("q4", "ann", many, LocalDate.of(2025, 6, 1));
        say("q5", null, many, LocalDate.of(2027, 6, 1));
        assertThat(groups())
                .extracting(QuoteGroup::quotes)
                .containsExactlyInAnyOrder(List.of("q1", "q2"), List.of("q3"), List.of("q4", "q5"));
    }

    @Test
    void whatOutletsCutOtherwiseIsOneQuotation() {
        say("q1", "ann", "\"It is late. The harbour opens again in spring and nobody loses any work over the cranes\"");
        say(
                "q2",
                null,
                "\"[T]he harbour opens again in spring and nobody loses any work over the cranes, I say, whatever they write\"");
        say("q3", "bob", "\"The budget opens again in spring and nobody knows whatever they write\"");
        assertThat(groups())
                .extracting(QuoteGroup::quotes)
                .containsExactlyInAnyOrder(List.of("q1", "q2"), List.of("q3"));
    }

    @Test
    void noSpeakerIsSpreadOverAnotherSourceOrByOutletsThatDisagree() {
        String words = "The harbour opens again in spring and nobody loses any work over the cranes";
        say("q1", "ann", "\"" + words + "\"");
        say("q2", null, "\"" + words + "\"", "direct", "the source names no entity");
        say("q3", null, "\"" + words + "\"", "direct", "nothing in the text says who speaks");
        assertThat(taken()).containsExactly("q3 ann");
        say("q4", "bob", "\"" + words + "\"");
        assertThat(taken()).isEmpty();
    }

    private List<String> taken() {
        Dataset<Row> rows = SmallArchive.rows(quotes, Tables.QUOTES.records());
        return QuotesWithGroupSpeakers.derive(
                        rows, QuoteGroupsFromQuotes.derive(rows, archive.articles(), Defaults.QUOTES))
                .where("decided_by = 'group'")
                .collectAsList()
                .stream()
                .map(row -> row.getAs("quote_id") + " " + row.getAs("speaker_id"))
                .toList();
    }

    /** Version 0.1.0 had no column for the act and for the speaker's own probability: its confidence was that. */
    @Test
    void rowsOfAnOlderVersionNameTheirSpeakerToo() {
        say("q1", "ann", "\"The harbour will open again in spring for everyone\"");
        Dataset<Row> older = SmallArchive.rows(quotes, Tables.QUOTES.records())
                .withColumn("act", lit(null).cast("string"))
                .withColumn("speaker_confidence", lit(null).cast("double"));
        assertThat(QuoteGroupsFromQuotes.derive(older, archive.articles(), Defaults.QUOTES)
                        .head()
                        .<String>getAs("speaker_id"))
                .isEqualTo("ann");
    }

    /** A speaker who may be somebody else is not spread over other outlets. */
    @Test
    void aSpeakerInDoubtIsNotThatOfTheGroup() {
        say("q1", "ann", "\"The harbour will open again in spring for everyone\"");
        Dataset<Row> doubtful =
                SmallArchive.rows(quotes, Tables.QUOTES.records()).withColumn("speaker_confidence", lit(0.7));
        assertThat(QuoteGroupsFromQuotes.derive(doubtful, archive.articles(), Defaults.QUOTES)
                        .head()
                        .<String>getAs("speaker_id"))
                .isNull();
    }

    private void say(String id, String speaker, String text) {
        say(id, speaker, text, "direct", "no cue");
    }

    private void say(String id, String speaker, String text, LocalDate day) {
        say(id, speaker, text, "direct", "no cue", day);
    }

    private void say(String id, String speaker, String text, String kind, String noSpeakerBecause) {
        say(id, speaker, text, kind, noSpeakerBecause, LocalDate.of(2025, 6, 1));
    }

    private void say(String id, String speaker, String text, String kind, String noSpeakerBecause, LocalDate day) {
        archive.add(id, id + ".example", day.toString(), null, text);
        quotes.add(new Quote(
                id,
                id,
                0,
                kind,
                0,
                text.length(),
                List.of(new Span(0, text.length())),
                text,
                "",
                "",
                null,
                null,
                null,
                null,
                null,
                null,
                speaker,
                speaker,
                speaker == null ? null : "rule",
                speaker == null ? 0 : 0.9,
                speaker == null ? noSpeakerBecause : null,
                List.of(),
                "said",
                0.9,
                null,
                null,
                null,
                null,
                day));
    }

    private List<QuoteGroup> groups() {
        Records<QuoteGroup> records = Tables.QUOTE_GROUPS.records();
        return QuoteGroupsFromQuotes.derive(
                        SmallArchive.rows(quotes, Tables.QUOTES.records()), archive.articles(), Defaults.QUOTES)
                .collectAsList()
                .stream()
                .map(records::record)
                .toList();
    }
}

package hearsay.steps;

import static hearsay.store.Made.made;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.tables.Article;
import hearsay.tables.Entity;
import hearsay.tables.Fact;
import hearsay.tables.Quote;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.QuotedShare;
import hearsay.tables.Records;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import hearsay.text.entities.Wilson;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class QuotedSharesTest {
    private static final LocalDate THURSDAY = LocalDate.parse("2025-03-06");
    private static final LocalDate NEXT_MONDAY = LocalDate.parse("2025-03-10");

    private final List<Article> articles = new ArrayList<>();
    private final List<Quote> quotes = new ArrayList<>();

    @Test
    void sharesAreOfThoseThatAreKnownAndTheUndecidedAreShown() {
        article("one", "A", THURSDAY, null);
        article("copy", "B", THURSDAY, "one");
        article("two", "A", NEXT_MONDAY, null);
        article("undated", null, null, null);
        quote("one", "said", 0.9, "ann", "bob"); // together
        quote("one", "said", 0.9, "bob");
        quote("one", "said", 0.7, "ann"); // not trusted
        quote("one", "denied", 0.9, "ann");
        quote("copy", "said", 0.9, "bob");
        quote("two", "thinks", 0.9, "cy");
        quote("two", "said", 0.9, "board");
        quote("undated", "said", 0.9, "ann");

        List<QuotedShare> shares = shares();
        assertThat(said(shares, "gender"))
                .containsExactly(
                        "A 2025-03-03 female 1 of 1 in 1, 0.333",
                        "A 2025-03-03 male 2 of 1 in 1, 0.667",
                        "A 2025-03-10 null 1 of 1 in 1, 1.000",
                        "A null female 1 of 1 in 1, 0.333",
                        "A null male 2 of 1 in 1, 0.667",
                        "A null null 1 of 1 in 1, 0.250",
                        "B 2025-03-03 male 1 of 1 in 1, 1.000",
                        "B null male 1 of 1 in 1, 1.000",
                        "null 2025-03-03 female 1 of 1 in 1, 0.250",
                        "null 2025-03-03 male 3 of 1 in 2, 0.750",
                        "null 2025-03-10 null 1 of 1 in 1, 1.000",
                        "null null female 2 of 1 in 2, 0.400",
                        "null null male 3 of 1 in 2, 0.600",
                        "null null null 1 of 1 in 1, 0.167");
        assertThat(said(shares, "party"))
                .as("the people file's word for that day, without a day the one that still holds, else the articles'")
                .contains(
                        "A 2025-03-03 Left 1 of 1 in 1, 0.333",
                        "A 2025-03-03 Green 2 of 1 in 1, 0.667",
                        "null null Right 1 of 1 in 1, 0.200");
        assertThat(said(shares, "country")).contains("null null Norway 2 of 1 in 2, 1.000");
        assertThat(said(shares, "role")).contains("null null law 2 of 1 in 2, 1.000");
    }

    @Test
    void theIntervalCountsStories() {
        for (int story = 0; story < 10; story++) {
            article("s" + story, "A", THURSDAY, null);
            for (int i = 0; i < 4; i++) {
                quote("s" + story, "said", 0.9, story < 3 ? "ann" : "bob");
            }
        }
        QuotedShare whole = women(shares());
        assertThat(whole.share()).isEqualTo(0.3, within(1e-9));
        double[] ofStories = Wilson.interval(0.3 * 9, 9); // a sample of ten has nine degrees of freedom
        assertThat(whole.shareLow()).isEqualTo(ofStories[0], within(1e-6));
        assertThat(whole.shareHigh()).isEqualTo(ofStories[1], within(1e-6));

        quotes.clear();
        for (int story = 0; story < 10; story++) {
            quote("s" + story, "said", 0.9, story % 2 == 0 ? "ann" : "bob");
            quote("s" + story, "said", 0.9, story % 2 == 0 ? "bob" : "ann");
        }
        QuotedShare mixed = women(shares());
        assertThat(mixed.share()).isEqualTo(0.5);
        assertThat(mixed.shareLow())
                .as("never narrower than that of independent quotations")
                .isEqualTo(Wilson.interval(10, 20)[0], within(1e-6));

        quotes.clear();
        for (int i = 0; i < 4; i++) {
            quote("s1", "said", 0.9, "ann");
            quote("s2", "said", 0.9, "ann");
        }
        assertThat(women(shares()).shareLow())
                .as("all have the value: a story is worth one")
                .isEqualTo(Wilson.interval(2, 2)[0], within(1e-6));
    }

    private static QuotedShare women(List<QuotedShare> shares) {
        return shares.stream()
                .filter(share -> share.outlet() == null && share.week() == null && "female".equals(share.value()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> said(List<QuotedShare> shares, String trait) {
        return shares.stream()
                .filter(share -> share.trait().equals(trait))
                .map(share -> String.format(
                        java.util.Locale.ROOT,
                        "%s %s %s %d of %d in %d, %.3f",
                        share.outlet(),
                        share.week(),
                        share.value(),
                        share.quotes(),
                        share.speakers(),
                        share.articles(),
                        share.share()))
                .sorted()
                .toList();
    }

    private List<QuotedShare> shares() {
        List<Entity> entities = List.of(
                person(
                        "ann",
                        "PER",
                        "female",
                        "Green",
                        List.of(
                                new Fact("party", "Left", null, THURSDAY),
                                new Fact("party", "Right", NEXT_MONDAY, null),
                                new Fact("country", "Norway", null, null))),
                person("bob", "PER", "male", "Green", null),
                person("cy", "PER", null, null, null),
                person("board", "ORG", null, null, null));
        Records<QuotedShare> records = Records.of(QuotedShare.class);
        return QuotedSharesFromQuotes.derive(
                        rows(Tables.QUOTES, quotes),
                        rows(Tables.ARTICLES, articles),
                        rows(Tables.ENTITIES, entities),
                        Defaults.QUOTES)
                .collectAsList()
                .stream()
                .map(records::record)
                .toList();
    }

    private static <R extends Record> Dataset<Row> rows(Table<R> table, List<R> records) {
        return table.rows(TestSpark.session(), records).coalesce(1);
    }

    private static Entity person(String name, String type, String gender, String party, List<Fact> facts) {
        return made(
                Entity.class,
                "entityId",
                name,
                "type",
                type,
                "gender",
                gender,
                "party",
                party,
                "country",
                facts == null ? null : "Sweden",
                "field",
                facts == null ? null : "law",
                "facts",
                facts);
    }

    private void article(String id, String outlet, LocalDate day, String copyOf) {
        articles.add(made(Article.class, "articleId", id, "source", outlet, "repeatOf", copyOf, "publishedDate", day));
    }

    private void quote(String article, String act, double confidence, String... speakers) {
        LocalDate day = articles.stream()
                .filter(a -> a.articleId().equals(article))
                .findFirst()
                .orElseThrow()
                .publishedDate();
        quotes.add(made(
                Quote.class,
                "quoteId",
                "q" + quotes.size(),
                "articleId",
                article,
                "speakerId",
                speakers[0],
                "speakers",
                Arrays.stream(speakers)
                        .map(name -> new QuoteSpeaker(name, name))
                        .toList(),
                "act",
                act,
                "confidence",
                confidence,
                "dateDoubt",
                day == null ? "no day" : null,
                "publishedDate",
                day == null ? LocalDate.EPOCH : day));
    }
}

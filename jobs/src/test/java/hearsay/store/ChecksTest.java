package hearsay.store;

import static hearsay.store.Made.changed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.tables.Entity;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.Run;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChecksTest {
    private static final LocalDate NIGHT = LocalDate.parse("2025-06-20");

    @TempDir
    Path folder;

    private final SmallNews news = new SmallNews()
            .with("2025-06-16", "harbour", "Ada Brook", "The harbour \ud83d\udea2 stays open.")
            .with("2025-06-17", "school", "Carl Dunn", "Schools begin at nine.");
    private Warehouse warehouse;
    private Night night;

    @BeforeEach
    void begin() {
        warehouse = Warehouse.at(TestSpark.session(), folder.toString());
        night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS);
        WarehouseTest.stage(night, news, news.days());
    }

    @org.junit.jupiter.api.AfterEach
    void end() {
        night.close();
    }

    private List<String> findings() {
        return new Checks(night, Defaults.CHECKS).findings();
    }

    private void quotes(UnaryOperator<Quote> change) {
        night.stage(
                Tables.QUOTES,
                SmallNews.rows(Tables.QUOTES, news.quotes().stream().map(change).toList()),
                news.days());
    }

    @Test
    void aSoundNightHasNoFindings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void aKeyTwiceIsFound() {
        List<Mention> twice = new ArrayList<>(news.mentions());
        twice.add(twice.get(0));
        night.stage(Tables.MENTIONS, SmallNews.rows(Tables.MENTIONS, twice), news.days());
        assertThat(findings())
                .containsExactly("mentions has the same mention_id more than once: "
                        + twice.get(0).mentionId());
    }

    @Test
    void anArticleOnTwoDaysIsFound() {
        SmallNews again =
                new SmallNews().with("2025-06-17", "harbour", "Ada Brook", "The harbour \ud83d\udea2 stays open.");
        news.articles().addAll(again.articles());
        night.stage(Tables.ARTICLES, SmallNews.rows(Tables.ARTICLES, news.articles()), news.days());
        assertThat(findings())
                .anyMatch(f -> f.startsWith("articles has the same article_id more than once: "
                        + again.articles().get(0).articleId()));
    }

    @Test
    void aSpanThatIsNotItsTextIsFound() {
        quotes(q -> changed(q, "end", q.end() - 1, "parts", List.of(new Span(q.begin(), q.end() - 1))));
        assertThat(findings())
                .singleElement()
                .asString()
                .startsWith("a span does not stand in its article as it says: quotes ")
                .contains(news.quotes().get(0).quoteId(), news.quotes().get(1).quoteId());
    }

    @Test
    void aCueElsewhereAndAPartOutsideAreFound() {
        quotes(q -> changed(q, "parts", List.of(new Span(0, q.end())), "cueBegin", 3));
        assertThat(findings())
                .hasSize(2)
                .anyMatch(
                        f -> f.contains("quotes cue of " + news.quotes().get(0).quoteId()))
                .anyMatch(f -> f.startsWith("quotes has parts that are not inside their quote: "));
    }

    @Test
    void anUnknownSpeakerIdIsFound() {
        quotes(q -> changed(q, "speakerId", "nobody", "about", List.of("nothing")));
        assertThat(findings()).containsExactly("quotes refers to an entity that does not exist: nobody, nothing");
    }

    @Test
    void anUnknownOneOfSeveralSpeakersIsFound() {
        quotes(q -> changed(
                q,
                "speakers",
                List.of(new QuoteSpeaker(q.speakerId(), q.speaker()), new QuoteSpeaker("nobody", "Nobody"))));
        assertThat(findings()).containsExactly("quotes refers to an entity that does not exist: nobody");
    }

    @Test
    void anEntityThatGoesMustNotBeReferredToOnOtherDays() {
        night.publish(Defaults.CHECKS, new RunReport(), false);
        night.close();
        night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS);
        List<Entity> fewer = news.entities().subList(0, 1);
        night.stage(Tables.ENTITIES, SmallNews.rows(Tables.ENTITIES, fewer));
        String gone = news.entities().get(1).entityId();
        assertThat(findings())
                .containsExactly(
                        "mentions refers to an entity that does not exist: " + gone,
                        "quotes refers to an entity that does not exist: " + gone);
    }

    @Test
    void speakersThatVanishAreFound() {
        quotes(q -> changed(q, "speakerId", null));
        assertThat(new Checks(night, new Bounds(0.3, 50, 0.7, 2)).findings())
                .containsExactly("100 % of 2 quotes have no speaker, more than 70 %, among them "
                        + news.quotes().stream().map(Quote::quoteId).sorted().collect(Collectors.joining(", ")));
    }

    @Test
    void aPartitionThatShrinksIsHeldBackUnlessAccepted() {
        Bounds strict = new Bounds(0.3, 0, 0.7, 200);
        night.publish(strict, new RunReport(), false);
        night.close();
        night = warehouse.begin(NIGHT, "input", SmallNews.VERSIONS);
        SmallNews less = news.without("school");
        WarehouseTest.stage(
                night, less, java.util.Set.of(LocalDate.parse("2025-06-16"), LocalDate.parse("2025-06-17")));

        assertThatThrownBy(() -> night.publish(strict, new RunReport(), false))
                .isInstanceOfSatisfying(
                        CheckFailed.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageContaining("quotes published_date=2025-06-17 shrinks from 1 to 0 rows");
        assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(2);

        night.publish(strict, new RunReport(), true);
        assertThat(warehouse.read(Tables.QUOTES).count()).isEqualTo(1);
        Run run = Tables.RUNS
                .records()
                .record(warehouse.read(Tables.RUNS).where("night = 2").head());
        assertThat(run.notes())
                .anyMatch(n -> n.startsWith("accepted although quotes published_date=2025-06-17 shrinks"));
    }
}

package hearsay.night;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import hearsay.SmallArchive;
import hearsay.steps.ArticlesWithFurniture;
import hearsay.steps.FurnitureSettings;
import hearsay.steps.RolesFromMentions;
import hearsay.tables.Article;
import hearsay.tables.Entity;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.QuoteGroup;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** What the last night published, what tonight says of the same rows, and the days that are therefore written anew. */
class StaleDaysTest {
    private static final String APPEAL = "Reporting like ours is paid for by its readers.";

    @Test
    void anArticleHasBecomeACopyOrIsOneNoLonger() {
        Dataset<Row> before = rows(
                Tables.ARTICLES,
                article("becomes", 11, null),
                article("stays", 12, "other"),
                article("was", 13, "gone"),
                article("of another", 14, "other"),
                article("still none", 15, null));
        Dataset<Row> now = rows(
                Tables.ARTICLES,
                article("becomes", 11, "new"),
                article("stays", 12, "other"),
                article("was", 13, null),
                article("of another", 14, "new"),
                article("still none", 15, null),
                article("new", 10, "other"));
        assertThat(StaleDays.ofCopies(now, before)).containsExactly(day(11), day(13), day(14));
    }

    @Test
    void aLineIsKnownForFurnitureOnlyNow() {
        Dataset<Row> before = rows(Tables.ARTICLES, story("a", 8), story("b", 9), story("c", 11), story("d", 11));
        Dataset<Row> now = before.union(rows(Tables.ARTICLES, story("new", 10)));
        assertThat(ids(StaleDays.withOtherFurniture(furniture(now), furniture(before))))
                .as("the fifth story with the line makes it furniture, on the days after")
                .containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void aLineIsFurnitureNoLonger() {
        Dataset<Row> others = rows(Tables.ARTICLES, story("a", 8), story("b", 9), story("c", 11), story("d", 11));
        Dataset<Row> before = others.union(rows(Tables.ARTICLES, story("corrected", 10)));
        Dataset<Row> now = others.union(rows(Tables.ARTICLES, article("corrected", 10, null)));
        assertThat(ids(StaleDays.withOtherFurniture(furniture(now), furniture(before))))
                .containsExactlyInAnyOrder("c", "d");
    }

    @Test
    void aMentionNamesAnotherEntityOrAnEntityHasAnotherName() {
        Dataset<Row> before = rows(
                Tables.MENTIONS,
                mention("same", 11, "jansen", 0.9),
                mention("moved", 12, "smith", 0.9),
                mention("surer", 13, "jansen", 0.9),
                mention("renamed", 14, "brandt", 0.9));
        Dataset<Row> entitiesBefore =
                rows(Tables.ENTITIES, entity("jansen", "Jansen"), entity("smith", "Smith"), entity("brandt", "Brandt"));
        Dataset<Row> now = rows(
                Tables.MENTIONS,
                mention("same", 11, "jansen", 0.9),
                mention("moved", 12, "jansen", 0.9),
                mention("surer", 13, "jansen", 0.95),
                mention("renamed", 14, "brandt", 0.9));
        Dataset<Row> entities = rows(Tables.ENTITIES, entity("jansen", "Jansen"), entity("brandt", "Willy Brandt"));
        assertThat(StaleDays.ofEntities(now, before, entities, entitiesBefore))
                .containsExactly(day(12), day(13), day(14));
    }

    @Test
    void somebodyBearsAnotherRoleFromTheDayOnThatSaysSo() {
        int window = 30;
        Dataset<Row> before = rows(
                Tables.MENTIONS,
                mention("earlier", 9, "lind", 0.9),
                mention("after", 12, "lind", 0.9),
                mention("another", 13, "berg", 0.9),
                mention("last", 10 + window, "lind", 0.9),
                mention("beyond the window", 10 + window + 1, "lind", 0.9));
        Dataset<Row> now = before.union(rows(Tables.MENTIONS, mention("new", 10, "lind", "mayor")));
        assertThat(StaleDays.ofRoles(RolesFromMentions.derive(now, window), RolesFromMentions.derive(before, window)))
                .containsExactly(day(12), day(10 + window));
    }

    @Test
    void aQuotationTakesAnotherSpeakerFromItsGroup() {
        Dataset<Row> quotes = rows(
                Tables.QUOTES,
                quote("takes one", 11, null, null),
                quote("another", 12, "lind", "group"),
                quote("same", 13, "berg", "group"),
                quote("says it itself", 14, "lind", "cue"),
                quote("none any more", 15, "lind", "group"),
                quote("still none", 16, null, null));
        Dataset<Row> groups = rows(
                Tables.QUOTE_GROUPS,
                group("berg", "takes one", "another", "same", "says it itself"),
                group(null, "none any more", "still none"));
        assertThat(StaleDays.ofGroups(quotes, groups)).containsExactly(day(11), day(12), day(15));
    }

    @SafeVarargs
    private static <R extends Record> Dataset<Row> rows(Table<R> table, R... records) {
        List<R> list = new ArrayList<>();
        for (R record : records) {
            list.add(record);
        }
        return SmallArchive.rows(list, table.records());
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 6, 1).plusDays(day);
    }

    private static Article article(String id, int day, String repeatOf) {
        return article(id, "Story " + id + ".", repeatOf, day);
    }

    private static Article story(String id, int day) {
        return article(id, "Story " + id + ".\n\nIt was told on day " + id + ".\n\n" + APPEAL, null, day);
    }

    private static Article article(String id, String text, String repeatOf, int day) {
        return new Article(
                id,
                id,
                null,
                "ledger.example",
                null,
                List.of(),
                null,
                null,
                "path",
                "en",
                text,
                "h",
                List.of(),
                repeatOf,
                "r",
                null,
                null,
                day(day));
    }

    private static Mention mention(String id, int day, String entity, double confidence) {
        return new Mention("a" + day, id, 0, 0, 5, entity, "PER", null, entity, 0.9, confidence, null, null, day(day));
    }

    private static Mention mention(String id, int day, String entity, String role) {
        return new Mention("a" + day, id, 0, 0, 5, entity, "PER", role, entity, 0.9, 0.9, null, null, day(day));
    }

    private static Entity entity(String id, String name) {
        return new Entity(
                id,
                name,
                "PER",
                List.of(name),
                List.of(),
                1,
                1,
                day(1),
                day(1),
                null,
                0,
                0,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Quote quote(String id, int day, String speaker, String decidedBy) {
        return new Quote(
                "a" + day,
                id,
                0,
                "direct",
                0,
                5,
                List.of(),
                "words",
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
                decidedBy,
                0.8,
                speaker == null ? "no name near" : null,
                List.of(),
                "said",
                0.9,
                null,
                null,
                null,
                null,
                day(day));
    }

    private static QuoteGroup group(String speaker, String... quotes) {
        return new QuoteGroup("g" + speaker, "words", speaker, speaker, day(1), 2, List.of(), List.of(quotes));
    }

    private static Dataset<Row> furniture(Dataset<Row> articles) {
        return ArticlesWithFurniture.derive(articles, new FurnitureSettings(14, 5, 0.02, 0.5, 60));
    }

    private static List<String> ids(Dataset<Row> articles) {
        return articles.select(col("article_id")).collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }
}

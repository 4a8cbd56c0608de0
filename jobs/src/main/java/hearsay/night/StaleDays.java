package hearsay.night;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import hearsay.steps.RolesFromMentions;
import hearsay.steps.SpeakerOfGroup;
import hearsay.tables.SpeakerRule;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The older days that tonight makes wrong, one method for each reason. Each asks the archive for the days that the reason can
 * reach, and compares what tonight says of them with what their rows say.
 */
final class StaleDays {
    private StaleDays() {}

    /** Days on which an archived article has become the copy of another one, or is one no longer. */
    static Set<LocalDate> ofCopies(RunningNight at, Dataset<Row> articles, Set<LocalDate> touched) {
        int window = at.settings().repeats().windowDays();
        Set<LocalDate> after = Days.without(at.archived(Tables.ARTICLES, Days.withAfter(touched, window)), touched);
        return after.isEmpty() ? after : ofCopies(articles, at.warehouse().read(Tables.ARTICLES, after));
    }

    static Set<LocalDate> ofCopies(Dataset<Row> now, Dataset<Row> before) {
        return Days.of(
                now.join(before.select(col("article_id"), col("repeat_of").as("before")), "article_id")
                        .where(not(col("repeat_of").eqNullSafe(col("before"))))
                        .select("published_date"));
    }

    /** Archived articles in which other lines are boilerplate now; their sentences are derived anew. */
    static Dataset<Row> withOtherFurniture(Dataset<Row> now, Dataset<Row> before) {
        return now.join(before.select(col("article_id"), col("furniture").as("before")), "article_id")
                .where(not(col("furniture").eqNullSafe(col("before"))))
                .drop("before");
    }

    /** Days on which an archived mention now names another entity, or an entity has got another name or counts for another one. */
    static Set<LocalDate> ofEntities(
            RunningNight at, Dataset<Row> resolved, Dataset<Row> entities, Set<LocalDate> touched) {
        Set<LocalDate> others = Days.without(at.warehouse().days(Tables.MENTIONS), touched);
        return others.isEmpty()
                ? others
                : ofEntities(
                        resolved.where(not(col("published_date").isInCollection(touched))),
                        at.warehouse().read(Tables.MENTIONS, others),
                        entities,
                        at.warehouse().read(Tables.ENTITIES));
    }

    static Set<LocalDate> ofEntities(
            Dataset<Row> mentions, Dataset<Row> mentionsBefore, Dataset<Row> entities, Dataset<Row> entitiesBefore) {
        Dataset<Row> before = mentionsBefore.select(
                col("mention_id"),
                col("entity_id").as("old_id"),
                col("entity_confidence").as("old_confidence"));
        Dataset<Row> moved = mentions.join(before, "mention_id")
                .where("not (entity_id <=> old_id and entity_confidence <=> old_confidence)")
                .select("published_date");
        Column[] told = {
            col("entity_id"), col("name"), coalesce(col("about_id"), lit("")).as("about_id")
        };
        Dataset<Row> renamed = entities.select(told)
                .join(entitiesBefore.select(told), new String[] {"entity_id", "name", "about_id"}, "left_anti")
                .select("entity_id");
        return Days.of(moved.union(
                mentions.join(renamed, new String[] {"entity_id"}, "left_semi").select("published_date")));
    }

    /** Days on which articles are read with other roles of those they name: what came lies on the days before. */
    static Set<LocalDate> ofRoles(RunningNight at, Dataset<Row> resolved, Set<LocalDate> touched) {
        int window = at.settings().names().windowDays();
        Set<LocalDate> after = Days.without(at.archived(Tables.MENTIONS, Days.withAfter(touched, window)), touched);
        return after.isEmpty()
                ? after
                : ofRoles(
                        roles(at, resolved, after),
                        roles(at, at.warehouse().read(Tables.MENTIONS, Days.withBefore(after, window)), after));
    }

    static Set<LocalDate> ofRoles(Dataset<Row> now, Dataset<Row> before) {
        return Days.of(now.join(
                        before.withColumnRenamed("roles", "before"),
                        new String[] {"entity_id", "undated", "published_date"})
                .where(not(col("roles").eqNullSafe(col("before"))))
                .select("published_date"));
    }

    /** The roles of entities as they are known on some days: by what the days before say. */
    static Dataset<Row> roles(RunningNight at, Dataset<Row> mentions, Set<LocalDate> days) {
        int window = at.settings().names().windowDays();
        return RolesFromMentions.derive(
                        mentions.where(col("published_date").isInCollection(Days.withBefore(days, window))), window)
                .where(col("published_date").isInCollection(days));
    }

    /** Days on which a quotation now takes another speaker, or one of another name, from the outlets that carry it too, or none. */
    static Set<LocalDate> ofGroups(Dataset<Row> quotes, Dataset<Row> groups) {
        Dataset<Row> speakers = groups.select(
                explode(col("quotes")).as("quote_id"),
                col("speaker_id").as("of_group"),
                col("speaker").as("of_group_name"));
        return Days.of(quotes.join(speakers, new String[] {"quote_id"}, "left")
                .where(SpeakerOfGroup.isTaken(col("of_group"))
                        .or(expr("decided_by = '" + SpeakerRule.GROUP.word()
                                + "' and not (speaker_id <=> of_group and speaker <=> of_group_name)")))
                .select("published_date"));
    }
}

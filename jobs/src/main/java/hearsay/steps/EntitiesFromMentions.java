package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.Mention;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.entities.Aliases;
import hearsay.text.entities.LocalEntities;
import hearsay.text.entities.LocalEntity;
import hearsay.text.entities.LocalEntity.Level;
import hearsay.text.entities.NameFamily;
import hearsay.text.entities.NameReading;
import hearsay.text.entities.NameUse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * mentions -> the same with the entity each one names.
 *
 * <p>First every article for itself ({@link LocalEntities}): full names, and the surnames, acronyms and country names that
 * it explains. Then the archive, one family of names at a time ({@link NameFamily}): which full names are one person's,
 * which type a name has, and whom a surname means that its article does not explain.
 *
 * <p>The entity of a mention is a function of the set of all mentions given, never of their order, of the nights they came
 * in or of the entity they had before. So all mentions of the archive must be given, and rows of old days may change: the
 * caller writes the days whose rows did. Two shuffles of small rows, by article and by last word; what the archive reads
 * otherwise than the article is a short list that is joined back.
 */
public final class EntitiesFromMentions {
    /** Stands in joins for "all days". */
    private static final int NO_DAY = Integer.MIN_VALUE;

    /** Added to the days under which articles without a day of their own are filed, so that they enter no window with others. */
    private static final int OTHER_DAYS = 100_000_000;

    /** Columns beside those of mentions: the type and the normalised form of the entity, of which its id is the hash. */
    static final String ENTITY_TYPE = "entity_type";

    static final String ENTITY_FORM = "entity_form";

    private EntitiesFromMentions() {}

    /**
     * @param mentions all mentions, of all days; what they say about entities is not read
     * @param limits   of one article; where the rules fail, each of its names stands for itself
     * @return the mentions with entity_id and entity_confidence, and beside their columns {@code entity_type} and {@code entity_form}, of
     *     which the id is the hash
     */
    public static Dataset<Row> derive(Dataset<Row> mentions, EntitySettings settings, ArticleLimits limits) {
        Aliases aliases = settings.known();
        // read twice, for what the archive makes of the names and for the rows themselves
        Dataset<Row> local = inArticles(mentions, aliases, limits).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> readings = readings(local, settings.names(), aliases).persist(StorageLevel.MEMORY_AND_DISK());
        return withEntities(local, throughOtherFamilies(readings));
    }

    private static Dataset<Row> inArticles(Dataset<Row> mentions, Aliases aliases, ArticleLimits limits) {
        Records<Mention> in = Tables.MENTIONS.records();
        return Records.of(LocalMention.class).rowsByGroup(mentions, "article_id", (articleId, rows) -> {
            List<Mention> article = new ArrayList<>();
            rows.forEachRemaining(row -> article.add(in.record(row)));
            article.sort(Comparator.comparing(Mention::begin).thenComparing(Mention::end));
            return limits.within(
                            () -> localMentions(article, LocalEntities.of(article, aliases)),
                            reason -> eachForItself(article, aliases))
                    .iterator();
        });
    }

    private static List<LocalMention> eachForItself(List<Mention> mentions, Aliases aliases) {
        return mentions.stream()
                .flatMap(mention ->
                        localMentions(List.of(mention), LocalEntities.of(List.of(mention), aliases)).stream())
                .toList();
    }

    private static List<LocalMention> localMentions(List<Mention> mentions, LocalEntities entities) {
        Set<LocalEntity> met = new HashSet<>();
        List<LocalMention> rows = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            LocalEntity entity = entities.entity(i);
            rows.add(LocalMention.of(mentions.get(i), entity, met.add(entity), entities.confidence(i)));
        }
        return rows;
    }

    private static Dataset<Row> readings(Dataset<Row> local, NameFamily.NameSettings settings, Aliases aliases) {
        Records<LocalMention> names = Records.of(LocalMention.class);
        Records<NameUse> uses = Records.of(NameUse.class);
        Dataset<Row> byFamily = uses.rows(local.where("head"), row -> {
            LocalMention name = names.record(row);
            int filed = name.dateDoubt() == null ? 0 : OTHER_DAYS;
            return NameUse.of(name.entity(), (int) name.publishedDate().toEpochDay() + filed);
        });
        return Records.of(NameReading.class).rowsByGroup(byFamily, "family", (word, rows) -> {
            NameFamily family = new NameFamily(word, settings, aliases);
            rows.forEachRemaining(row -> family.add(uses.record(row)));
            return family.readings().iterator();
        });
    }

    /** A reading may name a form of another family ("bin Zayed" the full name "... Al Nahyan"), which that family reads. */
    private static Dataset<Row> throughOtherFamilies(Dataset<Row> readings) {
        Dataset<Row> further = readings.where(col("level").equalTo(Level.FULL.name()))
                .select(
                        col("type").as("next_type"),
                        col("form").as("next_form"),
                        col("as_type").as("to_type"),
                        col("as_form").as("to_form"));
        Column next =
                col("as_type").equalTo(col("next_type")).and(col("as_form").equalTo(col("next_form")));
        return readings.join(further, next, "left")
                .select(
                        col("type").as("in_type"),
                        col("form").as("in_form"),
                        col("level").as("in_level"),
                        coalesce(col("day"), lit(NO_DAY)).as("in_day"),
                        col("among").as("in_among"),
                        coalesce(col("to_type"), col("as_type")).as("as_type"),
                        coalesce(col("to_form"), col("as_form")).as("as_form"),
                        col("share"));
    }

    private static Dataset<Row> withEntities(Dataset<Row> local, Dataset<Row> readings) {
        Column day = when(col("level").equalTo(Level.FULL.name()), lit(NO_DAY))
                .otherwise(datediff(col("published_date"), to_date(lit("1970-01-01")))
                        .plus(when(col("date_doubt").isNull(), lit(0)).otherwise(lit(OTHER_DAYS))));
        Column read = col("local_type")
                .equalTo(col("in_type"))
                .and(col("local_form").equalTo(col("in_form")))
                .and(col("level").equalTo(col("in_level")))
                .and(day.equalTo(col("in_day")))
                .and(col("among").equalTo(col("in_among")));
        return Tables.MENTIONS.fit(
                local.join(readings, read, "left")
                        .withColumn(ENTITY_TYPE, coalesce(col("as_type"), col("local_type")))
                        .withColumn(ENTITY_FORM, coalesce(col("as_form"), col("local_form")))
                        .withColumn("entity_id", entityId(col(ENTITY_TYPE), col(ENTITY_FORM)))
                        .withColumn(
                                "entity_confidence",
                                when(col("level").equalTo(Level.FULL.name()), col("local_confidence"))
                                        .otherwise(coalesce(col("share"), col("local_confidence")))),
                ENTITY_TYPE,
                ENTITY_FORM);
    }

    /** As {@link hearsay.tables.Ids#entity} has it, of forms, which are normalised already. */
    private static Column entityId(Column type, Column form) {
        return substring(sha2(concat_ws("\n", type, form).cast("binary"), 256), 1, 16);
    }

    /** A mention and what its article alone tells; the first of each entity stands for the entity. */
    record LocalMention(
            String articleId,
            String mentionId,
            int sentence,
            int begin,
            int end,
            String text,
            String type,
            String role,
            double confidence,
            String dateDoubt,
            String pronoun,
            LocalDate publishedDate,
            String localType,
            String localForm,
            String level,
            boolean head,
            double localConfidence,
            List<String> variants,
            List<String> shortForms,
            String among,
            List<String> facts,
            List<String> beside) {
        static LocalMention of(Mention mention, LocalEntity entity, boolean head, double confidence) {
            return new LocalMention(
                    mention.articleId(),
                    mention.mentionId(),
                    mention.sentence(),
                    mention.begin(),
                    mention.end(),
                    mention.text(),
                    mention.type(),
                    mention.role(),
                    mention.confidence(),
                    mention.dateDoubt(),
                    mention.pronoun(),
                    mention.publishedDate(),
                    entity.type(),
                    entity.form(),
                    entity.level().name(),
                    head,
                    confidence,
                    head ? entity.variants() : List.of(),
                    head ? entity.shortForms() : List.of(),
                    entity.among(),
                    head ? entity.facts() : List.of(),
                    head ? entity.beside() : List.of());
        }

        LocalEntity entity() {
            return new LocalEntity(
                    localType, localForm, Level.valueOf(level), variants, shortForms, among, facts, beside);
        }
    }
}

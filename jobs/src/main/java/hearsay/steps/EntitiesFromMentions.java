package hearsay.steps;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sequence;
import static org.apache.spark.sql.functions.sha2;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_date;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.Mention;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.Aliases;
import hearsay.text.LocalEntities;
import hearsay.text.LocalEntity;
import hearsay.text.LocalEntity.Level;
import hearsay.text.NameForms;
import hearsay.text.PersonVariants;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;

/**
 * mentions -> the same with the entity each one names.
 *
 * <p>First every article for itself ({@link LocalEntities}): full names, and the surnames, acronyms and country names that
 * it explains. Then the archive: which full names are one person's ({@link PersonVariants}), which type a name has, and whom
 * a surname means that its article does not explain: the person of that surname whom most articles of the weeks around name.
 *
 * <p>The entity of a mention is a function of the set of all mentions given, never of their order, of the nights they came
 * in or of the entity they had before. So all mentions of the archive must be given, and rows of old days may change: the
 * caller writes the days whose rows did. Apart from the mentions themselves only distinct names and days are joined.
 */
public final class EntitiesFromMentions {
    /** Names in so few articles say too little about the type of a name. */
    private static final int MIN_ARTICLES_FOR_TYPE = 4;

    private EntitiesFromMentions() {}

    /**
     * @param mentions all mentions, of all days; what they say about entities is not read
     * @return the mentions with entity_id and entity_confidence
     */
    public static Dataset<Row> derive(Dataset<Row> mentions, EntitySettings settings) {
        Aliases aliases = new Aliases(settings.aliases());
        // five aggregations read it: without this every one would name all articles again
        Dataset<Row> local = inArticles(mentions, aliases).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> articleNames = local.where("head")
                .select("article_id", "published_date", "local_type", "local_form", "level", "variants", "short_forms");
        Dataset<Row> types = clearTypes(articleNames, settings.clearType());
        Dataset<Row> named = typed(articleNames, types).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> persons = persons(named, aliases).persist(StorageLevel.MEMORY_AND_DISK());
        Dataset<Row> shortForms = likelyPersons(named, persons, aliases, settings);
        return withEntities(typed(local, types), persons, shortForms);
    }

    private static Dataset<Row> inArticles(Dataset<Row> mentions, Aliases aliases) {
        Records<Mention> in = Tables.MENTIONS.records();
        return Records.of(LocalMention.class).rowsByGroup(mentions, "article_id", (articleId, rows) -> {
            List<Mention> article = new ArrayList<>();
            rows.forEachRemaining(row -> article.add(in.record(row)));
            article.sort(Comparator.comparing(Mention::begin).thenComparing(Mention::end));
            return localMentions(article, LocalEntities.of(article, aliases));
        });
    }

    private static Iterator<LocalMention> localMentions(List<Mention> mentions, LocalEntities entities) {
        Set<LocalEntity> met = new HashSet<>();
        List<LocalMention> rows = new ArrayList<>();
        for (int i = 0; i < mentions.size(); i++) {
            LocalEntity entity = entities.entity(i);
            rows.add(LocalMention.of(mentions.get(i), entity, met.add(entity), entities.confidence(i)));
        }
        return rows.iterator();
    }

    /** Forms that one type has nearly everywhere, with the other types they were tagged as. */
    private static Dataset<Row> clearTypes(Dataset<Row> articleNames, double clearType) {
        Dataset<Row> counts = articleNames
                .where(col("level").notEqual(Level.SETTLED.name()))
                .groupBy("local_form", "local_type")
                .agg(countDistinct("article_id").as("articles"));
        Dataset<Row> clear = counts
                .withColumn("all", sum("articles").over(Window.partitionBy("local_form")))
                .where(col("articles").lt(col("all"))
                        .and(col("all").geq(MIN_ARTICLES_FOR_TYPE))
                        .and(col("articles").geq(col("all").multiply(clearType))))
                .select(col("local_form").as("clear_form"), col("local_type").as("clear_type"));
        return clear;
    }

    private static Dataset<Row> typed(Dataset<Row> names, Dataset<Row> types) {
        Column isPerson = col("type").equalTo("PER");
        Column settled = col("level").equalTo(Level.SETTLED.name());
        Column changed = col("type").notEqual(col("local_type"));
        return names.join(types, col("local_form").equalTo(col("clear_form")), "left")
                .withColumn("type", when(settled, col("local_type")).otherwise(coalesce(col("clear_type"), col("local_type"))))
                .withColumn("level", when(changed.and(isPerson),
                                when(size(split(col("local_form"), " ")).gt(1), Level.FULL.name()).otherwise(Level.SHORT.name()))
                        .when(changed, Level.FULL.name())
                        .otherwise(col("level")))
                .drop("clear_form", "clear_type", "local_type");
    }

    /** Every full name of a person -> the name of its entity. */
    private static Dataset<Row> persons(Dataset<Row> named, Aliases aliases) {
        Dataset<Row> full = named.where(col("type").equalTo("PER").and(col("level").equalTo(Level.FULL.name())));
        Dataset<Row> forms = full.select(col("article_id"), col("local_form").as("form"))
                .union(full.select(col("article_id"), explode(col("variants"))))
                .groupBy("form")
                .agg(countDistinct("article_id").as("articles"));
        Dataset<Row> byMiddle = byMiddleName(forms, aliases);
        Dataset<Row> links = links(full, byMiddle, forms, aliases);
        return byMiddle
                .join(links, col("name").equalTo(col("from")), "left")
                .select(col("form"), coalesce(col("to"), col("name")).as("name"));
    }

    private static Dataset<Row> byMiddleName(Dataset<Row> forms, Aliases aliases) {
        Dataset<Row> keyed = Records.of(PersonForm.class).rows(forms, row -> {
            String form = row.getAs("form");
            return List.of(new PersonForm(PersonVariants.group(form), form, row.getAs("articles"))).iterator();
        });
        return Records.of(PersonName.class).rowsByGroup(keyed, "person", (person, rows) -> {
            Map<String, Long> articles = new TreeMap<>();
            rows.forEachRemaining(row -> articles.put(row.getAs("form"), row.getAs("articles")));
            return PersonVariants.names(articles).entrySet().stream()
                    .map(form -> new PersonName(
                            form.getKey(),
                            aliases.splits(form.getKey(), form.getValue()) ? form.getKey() : form.getValue()))
                    .iterator();
        });
    }

    /**
     * Names that articles use for one person although surname or given name differ ("Mohammed bin Zayed", "Mike Pence"): from
     * the one with fewer words, then in fewer articles, to the other. That order is total, so links never run in a circle.
     */
    private static Dataset<Row> links(Dataset<Row> full, Dataset<Row> byMiddle, Dataset<Row> forms, Aliases aliases) {
        Dataset<Row> names = byMiddle.join(forms, "form").groupBy("name").agg(sum("articles").as("articles"));
        Dataset<Row> together = full
                .select(col("article_id"), col("local_form").as("one"), explode(col("variants")).as("other"))
                .join(byMiddle.select(col("form").as("one"), col("name").as("one_name")), "one")
                .join(byMiddle.select(col("form").as("other"), col("name").as("other_name")), "other")
                .where(col("one_name").notEqual(col("other_name")))
                .groupBy("one_name", "other_name")
                .agg(countDistinct("article_id").as("together"))
                .join(names.select(col("name").as("one_name"), col("articles").as("one_articles")), "one_name")
                .join(names.select(col("name").as("other_name"), col("articles").as("other_articles")), "other_name");
        Column oneWords = size(split(col("one_name"), " "));
        Column otherWords = size(split(col("other_name"), " "));
        Column oneIsMore = oneWords.gt(otherWords)
                .or(oneWords.equalTo(otherWords).and(col("one_articles").gt(col("other_articles"))))
                .or(oneWords.equalTo(otherWords)
                        .and(col("one_articles").equalTo(col("other_articles")))
                        .and(col("one_name").lt(col("other_name"))));
        Dataset<Row> best = together
                .select(when(oneIsMore, col("other_name")).otherwise(col("one_name")).as("from"),
                        when(oneIsMore, col("one_name")).otherwise(col("other_name")).as("to"),
                        col("together"))
                .filter((FilterFunction<Row>) row -> !aliases.splits(row.getAs("from"), row.getAs("to")))
                .groupBy("from", "to")
                .agg(sum("together").as("together"))
                .withColumn("rank", row_number().over(
                        Window.partitionBy("from").orderBy(col("together").desc(), col("to"))))
                .where("rank = 1")
                .select("from", "to");
        Dataset<Row> next = best.select(col("from").as("next_from"), col("to").as("next_to"));
        Dataset<Row> twice = best.join(next, col("to").equalTo(col("next_from")), "left")
                .select(col("from"), coalesce(col("next_to"), col("to")).as("to"));
        return twice.join(next, col("to").equalTo(col("next_from")), "left")
                .select(col("from"), coalesce(col("next_to"), col("to")).as("to"));
    }

    /** Every short form that articles of a day leave unexplained -> the entity that the weeks around make likely. */
    private static Dataset<Row> likelyPersons(
            Dataset<Row> named, Dataset<Row> persons, Aliases aliases, EntitySettings settings) {
        Column day = datediff(col("published_date"), to_date(lit("1970-01-01")));
        Column isPerson = col("type").equalTo("PER");
        int window = settings.windowDays();
        Dataset<Row> asked = named.where(col("level").equalTo(Level.SHORT.name()))
                .select(col("local_form").as("short"), isPerson.as("person"), day.as("day"))
                .distinct()
                .withColumn("bucket", explode(sequence(
                        floor(col("day").minus(window).divide(window + 1)),
                        floor(col("day").plus(window).divide(window + 1)))));
        Dataset<Row> known = Records.of(Known.class)
                .rows(withNames(named.where(col("level").equalTo(Level.FULL.name())), persons), Known::of)
                .filter((FilterFunction<Row>) row -> !aliases.splits(row.getAs("short_form"), row.getAs("name")))
                .select(col("article_id"), col("short_form").as("short"), col("type").as("known_type"), col("name"),
                        isPerson.as("person"), day.as("known_day"))
                .groupBy("short", "person", "known_type", "name", "known_day")
                .agg(countDistinct("article_id").as("articles"))
                .withColumn("bucket", floor(col("known_day").divide(window + 1)));
        return asked.join(known, scala.collection.JavaConverters.asScalaBuffer(List.of("short", "person", "bucket")).toSeq())
                .where(abs(col("day").minus(col("known_day"))).leq(window))
                .groupBy("short", "person", "day", "known_type", "name")
                .agg(sum("articles").as("articles"))
                .withColumn("all", sum("articles").over(Window.partitionBy("short", "person", "day")))
                .withColumn("share", col("articles").divide(col("all")))
                .withColumn("rank", row_number().over(Window.partitionBy("short", "person", "day")
                        .orderBy(col("articles").desc(), col("name"), col("known_type"))))
                .where(col("rank").equalTo(1).and(col("share").geq(settings.minShare())))
                .select("short", "person", "day", "known_type", "name", "share");
    }

    private static Dataset<Row> withNames(Dataset<Row> named, Dataset<Row> persons) {
        Dataset<Row> names = persons.select(col("form").as("person_form"), col("name").as("person_name"));
        return named.join(names, col("type").equalTo("PER").and(col("local_form").equalTo(col("person_form"))), "left")
                .withColumn("name", coalesce(col("person_name"), col("local_form")))
                .drop("person_form", "person_name");
    }

    private static Dataset<Row> withEntities(Dataset<Row> local, Dataset<Row> persons, Dataset<Row> shortForms) {
        Dataset<Row> likely = shortForms.select(
                col("short"), col("person"), col("day"), col("known_type"), col("name").as("likely_name"), col("share"));
        Column day = datediff(col("published_date"), to_date(lit("1970-01-01")));
        Column asked = col("level").equalTo(Level.SHORT.name())
                .and(col("local_form").equalTo(col("short")))
                .and(col("type").equalTo("PER").equalTo(col("person")))
                .and(day.equalTo(col("day")));
        Dataset<Row> rows = withNames(local, persons)
                .join(likely, asked, "left")
                .withColumn("entity_id", entityId(
                        coalesce(col("known_type"), col("type")), coalesce(col("likely_name"), col("name"))))
                .withColumn("entity_confidence", col("local_confidence").multiply(coalesce(col("share"), lit(1.0))))
                .withColumn("type", col("mention_type"));
        return Tables.MENTIONS.fit(rows);
    }

    /** As {@link hearsay.text.Ids#entity} has it, of forms, which are normalised already. */
    private static Column entityId(Column type, Column form) {
        return substring(sha2(concat_ws("\n", type, form).cast("binary"), 256), 1, 16);
    }

    /** A mention and what its article alone tells; the first of each entity stands for the entity. */
    record LocalMention(
            String articleId, String mentionId, int sentence, int begin, int end, String text, String mentionType, String role,
            double confidence, LocalDate publishedDate,
            String localType, String localForm, String level, boolean head, double localConfidence,
            List<String> variants, List<String> shortForms) {
        static LocalMention of(Mention mention, LocalEntity entity, boolean head, double confidence) {
            return new LocalMention(
                    mention.articleId(), mention.mentionId(), mention.sentence(), mention.begin(), mention.end(), mention.text(),
                    mention.type(), mention.role(), mention.confidence(), mention.publishedDate(),
                    entity.type(), entity.form(), entity.level().name(), head, confidence,
                    head ? entity.variants() : List.of(), head ? entity.shortForms() : List.of());
        }
    }

    record PersonForm(String person, String form, long articles) {}

    record PersonName(String form, String name) {}

    /** A short form that an article explains or a person would be called by. */
    record Known(String articleId, LocalDate publishedDate, String type, String name, String shortForm) {
        static Iterator<Known> of(Row row) {
            String type = row.getAs("type");
            String name = row.getAs("name");
            Set<String> forms = new HashSet<>(row.getList(row.fieldIndex("short_forms")));
            if (type.equals("PER")) {
                forms.add(NameForms.surname(name));
                forms.add(NameForms.given(name).charAt(0) + " " + NameForms.surname(name));
            }
            return forms.stream()
                    .map(form -> new Known(row.getAs("article_id"), row.getAs("published_date"), type, name, form))
                    .iterator();
        }
    }
}

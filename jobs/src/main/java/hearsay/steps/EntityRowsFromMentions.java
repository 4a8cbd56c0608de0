package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.countDistinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import hearsay.settings.Weights;
import hearsay.tables.Entity;
import hearsay.tables.GenderFrom;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.entities.Aliases;
import hearsay.text.entities.EntityName;
import hearsay.text.entities.EntityName.Spelling;
import hearsay.text.names.NameForms;
import hearsay.text.names.Titles;
import hearsay.text.people.Genders;
import hearsay.text.people.Genders.Told;
import hearsay.text.people.Genders.Use;
import hearsay.text.people.People;
import hearsay.text.people.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** mentions with their entities -> one row per entity: its names, roles, counts and days. */
public final class EntityRowsFromMentions {
    private static final int MOST = Weights.of("names").whole("entity_most_names");

    private EntityRowsFromMentions() {}

    /**
     * @param mentions all mentions, of {@link EntitiesFromMentions#derive}
     * @param settings of the same run
     */
    public static Dataset<Row> derive(Dataset<Row> mentions, EntitySettings settings) {
        Aliases aliases = settings.known();
        People people = settings.people();
        Dataset<Row> named = mentions.where(col("entity_id").isNotNull());
        Dataset<Row> uses = named.withColumn("sure", col("entity_confidence").geq(Genders.SURE))
                .groupBy("entity_id", "text", "type", "role", "pronoun", "sure")
                .agg(count(lit(1)).as("mentions"))
                .groupBy("entity_id")
                .agg(collect_list(struct("text", "type", "role", "pronoun", "sure", "mentions"))
                        .as("uses"));
        Column own = when(col("date_doubt").isNull(), col("published_date"));
        Dataset<Row> counts = named.groupBy("entity_id")
                .agg(
                        countDistinct("article_id").as("articles"),
                        count(lit(1)).as("mentions"),
                        min(EntitiesFromMentions.ENTITY_TYPE).as(EntitiesFromMentions.ENTITY_TYPE),
                        min(EntitiesFromMentions.ENTITY_FORM).as(EntitiesFromMentions.ENTITY_FORM),
                        min(own).as("first_seen"),
                        max(own).as("last_seen"));
        Records<Counted> counted = Records.of(Counted.class);
        return aboutOthersThatAreNamed(
                Tables.ENTITIES
                        .records()
                        .rows(
                                uses.join(counts, "entity_id"),
                                row -> List.of(entity(counted.record(row), aliases, people))
                                        .iterator()),
                named);
    }

    /** "Nigerian" is of no country as long as no article says "Nigeria": there is no such entity then. So for parties. */
    private static Dataset<Row> aboutOthersThatAreNamed(Dataset<Row> entities, Dataset<Row> named) {
        Dataset<Row> ids = named.select(col("entity_id").as("named_id")).distinct();
        return Tables.ENTITIES.fit(entities.join(ids, col("about_id").equalTo(col("named_id")), "left")
                .withColumn("about_id", col("named_id")));
    }

    private static Entity entity(Counted counted, Aliases aliases, People people) {
        EntityName name = EntityName.of(counted.entityType, counted.entityForm, spellings(counted.uses), aliases);
        People.Person known = name.type().equals("PER") ? people.of(counted.entityForm) : null;
        boolean said = known != null && !known.gender().isEmpty();
        Traits traits = name.type().equals("PER") ? Traits.of(counted.uses) : Traits.NONE;
        Told told = said || !name.type().equals("PER") ? null : Genders.of(name.name(), counted.uses);
        return new Entity(
                counted.entityId,
                known == null ? name.name() : known.name(),
                name.type(),
                byUse(counted.uses, Use::text),
                byUse(counted.uses, use -> use.role() == null || Titles.isAddress(use.role()) ? null : use.role()),
                counted.articles,
                counted.mentions,
                counted.firstSeen,
                counted.lastSeen,
                name.aboutId(),
                0,
                0,
                null,
                said ? known.gender() : told == null ? null : told.gender().word(),
                said
                        ? GenderFrom.PEOPLE_FILE.word()
                        : told == null ? null : told.from().word(),
                said ? Double.valueOf(1) : told == null ? null : Double.valueOf(told.probability()),
                known == null ? null : known.facts(),
                traits.party(),
                traits.country(),
                traits.field());
    }

    private static List<Spelling> spellings(List<Use> uses) {
        Map<String, Map<String, Long>> types = new TreeMap<>();
        for (Use use : uses) {
            types.computeIfAbsent(NameForms.withReigning(use.text(), use.role()), text -> new TreeMap<>())
                    .merge(use.type(), use.mentions(), Long::sum);
        }
        List<Spelling> spellings = new ArrayList<>();
        types.forEach((text, byType) -> {
            String type = byType.entrySet().stream()
                    .min(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .orElseThrow()
                    .getKey();
            spellings.add(new Spelling(
                    text, type, byType.values().stream().mapToLong(n -> n).sum()));
        });
        return spellings;
    }

    private static List<String> byUse(List<Use> uses, Function<Use, String> of) {
        Map<String, Long> counts = new TreeMap<>();
        for (Use use : uses) {
            String value = of.apply(use);
            if (value != null) {
                counts.merge(value, use.mentions(), Long::sum);
            }
        }
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Long> entry) -> -entry.getValue())
                        .thenComparing(Map.Entry::getKey))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    record Counted(
            String entityId,
            String entityType,
            String entityForm,
            List<Use> uses,
            long articles,
            long mentions,
            LocalDate firstSeen,
            LocalDate lastSeen) {}
}

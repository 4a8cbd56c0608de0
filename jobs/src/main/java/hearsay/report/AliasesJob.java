package hearsay.report;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_contains;
import static org.apache.spark.sql.functions.arrays_overlap;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lower;
import static org.apache.spark.sql.functions.transform;

import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.EntitySettings;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.Entity;
import hearsay.tables.EntityType;
import hearsay.tables.Printable;
import hearsay.tables.Table;
import hearsay.tables.Tables;
import hearsay.text.entities.Alias;
import hearsay.text.entities.AliasFile;
import hearsay.text.names.NameForms;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/**
 * Corrects names by hand: shows whom a correction concerns and how many rows, and adds its lines to the file that
 * {@code names.aliases} names. The next night applies them to all days.
 */
public final class AliasesJob {
    /**
     * What is asked for.
     *
     * @param type       type of the entities, empty for any
     * @param shortForms whether names of one word, such as a surname, always name the person too
     * @param dryRun     whether nothing is written
     */
    public record Request(Optional<EntityType> type, boolean shortForms, boolean dryRun) {}

    private final Published warehouse;
    private final AliasFile file;
    private final Path path;
    private final Request request;
    private final PrintStream out;

    private AliasesJob(Published warehouse, Path path, Request request, PrintStream out) {
        this.warehouse = warehouse;
        this.path = path;
        this.file = AliasFile.read(path);
        this.request = request;
        this.out = out;
    }

    /** @throws OperatorMistake where the settings name no file of aliases, or the file cannot be read */
    private static AliasesJob of(
            SparkSession spark, Settings settings, String warehouse, Request request, PrintStream out) {
        String file = settings.section("names", EntitySettings.Section.class).aliases();
        if (file.isEmpty()) {
            throw new OperatorMistake(
                    "The settings name no file of aliases; write names.aliases = \"FILE\" into the settings of your"
                            + " nights, and name them with --conf.");
        }
        return new AliasesJob(Warehouse.existing(spark, warehouse), Path.of(file), request, out);
    }

    /** All that is called {@code from} is {@code to} from the next night on; both are in the tables. */
    public static void merge(
            SparkSession spark,
            Settings settings,
            String warehouse,
            Request request,
            List<String> fromTo,
            PrintStream out) {
        AliasesJob job = of(spark, settings, warehouse, request, out);
        Entity to = job.entity(fromTo.get(1), Optional.empty());
        Entity from = job.entity(fromTo.get(0), Optional.of(to));
        if (from.entityId().equals(to.entityId())) {
            throw new OperatorMistake(fromTo.get(0) + " and " + fromTo.get(1) + " are one already: " + shown(to) + ".");
        }
        job.concerns(List.of(from, to));
        job.name(from, to.type(), to.name(), "merge of " + from.name() + " into " + to.name());
    }

    /** The entity has another name from the next night on, one that no other has. */
    public static void rename(
            SparkSession spark,
            Settings settings,
            String warehouse,
            Request request,
            List<String> fromTo,
            PrintStream out) {
        AliasesJob job = of(spark, settings, warehouse, request, out);
        Entity from = job.entity(fromTo.get(0), Optional.empty());
        String name = Printable.line(fromTo.get(1));
        Optional<Entity> other = job.called(List.of(name)).stream()
                .filter(entity -> isCalled(entity, name) && entity.type().equals(from.type()))
                .filter(entity -> !entity.entityId().equals(from.entityId()))
                .findFirst();
        if (other.isPresent()) {
            throw new OperatorMistake("There is " + shown(other.get()) + " already; merge makes the two one.");
        }
        job.concerns(List.of(from));
        job.name(from, from.type(), name, "rename of " + from.name() + " to " + name);
    }

    /** The form {@code alias} is never read as the entity from the next night on. */
    public static void split(
            SparkSession spark,
            Settings settings,
            String warehouse,
            Request request,
            List<String> aliasName,
            PrintStream out) {
        AliasesJob job = of(spark, settings, warehouse, request, out);
        Entity entity = job.entity(aliasName.get(1), Optional.empty());
        String alias = Printable.line(aliasName.get(0));
        if (isCalled(entity, alias)) {
            throw new OperatorMistake(
                    alias + " is the name of " + shown(entity) + " itself, and split is for other forms.");
        }
        String form = NameForms.form(alias);
        long mentions = job.rows(Tables.MENTIONS, "entity_id", "text", entity, form);
        long quotes = job.rows(Tables.QUOTES, "speaker_id", "source_text", entity, form);
        out.printf(
                Locale.ROOT,
                "%s is now read as %s in %,d mentions, and as the speaker of %,d quotations.%n",
                alias,
                shown(entity),
                mentions,
                quotes);
        job.write(
                List.of(new Alias(entity.type(), alias, entity.name(), "split")),
                String.format(
                        Locale.ROOT,
                        "split of %s from %s: %,d mentions, %,d quotations",
                        alias,
                        entity.name(),
                        mentions,
                        quotes));
    }

    private void name(Entity from, String type, String name, String what) {
        Map<String, String> forms = new TreeMap<>();
        List<String> left = new ArrayList<>();
        forms.put(NameForms.form(from.name()), from.name());
        List<Entity> others = called(from.aliases()).stream()
                .filter(entity -> !entity.entityId().equals(from.entityId()) && !isCalled(entity, name))
                .toList();
        Set<String> formsOfOthers = others.stream().flatMap(AliasesJob::forms).collect(Collectors.toSet());
        others.stream()
                .filter(entity -> forms(entity).anyMatch(forms::containsKey))
                .map(entity -> from.name() + " also names " + shown(entity) + " in some articles, and then no more.")
                .forEach(out::println);
        for (String alias : from.aliases()) {
            String form = NameForms.form(alias);
            boolean isShort = from.type().equals(EntityType.PER.word()) && !NameForms.isFull(NameForms.person(form));
            if (form.isEmpty() || forms.containsKey(form)) {
                continue;
            }
            if ((isShort && !request.shortForms()) || formsOfOthers.contains(form)) {
                left.add(alias);
            } else {
                forms.put(form, Printable.line(alias));
            }
        }
        if (!left.isEmpty()) {
            out.println("Whom these mean is left to each article: " + String.join(", ", left) + ".");
        }
        write(
                forms.values().stream()
                        .map(alias -> new Alias(type, Printable.line(alias), Printable.line(name), "merge"))
                        .toList(),
                String.format(
                        Locale.ROOT,
                        "%s: %,d mentions in %,d articles, %,d quotations",
                        what,
                        from.mentions(),
                        from.articles(),
                        quotes(from)));
    }

    private void write(List<Alias> aliases, String comment) {
        List<Alias> missing = file.missing(aliases);
        if (missing.isEmpty()) {
            out.println(path + " says so already; the next night applies it.");
            return;
        }
        List<String> overruled = file.overruled(missing);
        out.println(request.dryRun() ? "To be added to " + path + ":" : "Added to " + path + ":");
        out.println("  # " + Printable.line(comment));
        missing.forEach(alias -> out.println("  " + AliasFile.line(alias)));
        overruled.forEach(line -> out.println("That overrules " + line));
        if (request.dryRun()) {
            out.println("Nothing was written.");
        } else {
            file.add(comment, missing);
            out.println("The next night applies it to all days.");
        }
    }

    private void concerns(List<Entity> entities) {
        for (Entity entity : entities) {
            out.printf(
                    Locale.ROOT,
                    "%s: %,d mentions in %,d articles, %,d quotations, %,d quotations of others about it, %,d pairs.%n",
                    shown(entity),
                    entity.mentions(),
                    entity.articles(),
                    quotes(entity),
                    warehouse
                            .read(Tables.QUOTES)
                            .where(array_contains(col("about"), entity.entityId()))
                            .count(),
                    entity.degree());
        }
    }

    private long quotes(Entity entity) {
        return warehouse
                .read(Tables.QUOTES)
                .where(col("speaker_id").equalTo(entity.entityId()))
                .count();
    }

    /** Rows of an entity in a table whose text in a column has the form. */
    private long rows(Table<?> table, String ofEntity, String text, Entity entity, String form) {
        return warehouse
                .read(table)
                .where(col(ofEntity).equalTo(entity.entityId()).and(col(text).isNotNull()))
                .groupBy(text)
                .count()
                .collectAsList()
                .stream()
                .filter(row -> NameForms.form(row.getString(0)).equals(form))
                .mapToLong(row -> row.getLong(1))
                .sum();
    }

    /**
     * The entity of a name or an id: the one that is called so, else the one that has it as an alias.
     *
     * @param beside of whose type it is where several are called so
     */
    private Entity entity(String name, Optional<Entity> beside) {
        List<Entity> called = called(List.of(name));
        List<Entity> found = Stream.<Predicate<Entity>>of(
                        entity -> entity.entityId().equals(name),
                        entity -> entity.name().equals(name),
                        entity -> isCalled(entity, name),
                        entity -> true)
                .map(way -> called.stream().filter(way).toList())
                .filter(some -> !some.isEmpty())
                .findFirst()
                .orElseThrow(() -> new OperatorMistake("Nobody in the tables is called " + name
                        + "; entities.name and entities.aliases have the names, entities.entity_id the ids."));
        List<Entity> alike = found.stream()
                .filter(entity ->
                        beside.isEmpty() || entity.type().equals(beside.get().type()))
                .toList();
        List<Entity> one = alike.isEmpty() ? found : alike;
        if (one.size() > 1) {
            throw new OperatorMistake("Several are called " + name + ": "
                    + one.stream().map(AliasesJob::shown).sorted().collect(Collectors.joining(", "))
                    + "; name one by its id, or give --type.");
        }
        return one.get(0);
    }

    /** The entities of the type asked for that have one of the names or ids, in any case. */
    private List<Entity> called(List<String> names) {
        Object[] lower =
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toArray();
        Column wanted = array(Arrays.stream(lower).map(functions::lit).toArray(Column[]::new));
        Dataset<Row> entities = warehouse.read(Tables.ENTITIES);
        if (request.type().isPresent()) {
            entities = entities.where(col("type").equalTo(request.type().get().word()));
        }
        return entities
                .where(lower(col("name"))
                        .isin(lower)
                        .or(col("entity_id").isin(lower))
                        .or(arrays_overlap(transform(col("aliases"), alias -> lower(alias)), wanted)))
                .collectAsList()
                .stream()
                .map(Tables.ENTITIES.records()::record)
                .toList();
    }

    private static Stream<String> forms(Entity entity) {
        return entity.aliases().stream().map(NameForms::form);
    }

    private static boolean isCalled(Entity entity, String name) {
        return NameForms.form(entity.name()).equals(NameForms.form(name));
    }

    private static String shown(Entity entity) {
        return Printable.line(entity.name()) + " (" + entity.type() + ", " + entity.entityId() + ")";
    }
}

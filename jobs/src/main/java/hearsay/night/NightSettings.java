package hearsay.night;

import hearsay.input.InputSettings;
import hearsay.model.Tagger;
import hearsay.model.Taggers;
import hearsay.settings.Build;
import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.steps.EntitySettings;
import hearsay.steps.FurnitureSettings;
import hearsay.steps.PairSettings;
import hearsay.steps.QuoteSettings;
import hearsay.steps.RepeatSettings;
import hearsay.store.Bounds;
import hearsay.store.Versions;
import hearsay.store.Warehouse;
import hearsay.tables.Ids;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/**
 * Every section of conf/hearsay.conf that a night reads, all of them read at its beginning: a value of a wrong type ends a run
 * before the model has worked for hours.
 *
 * @param readAll     whether files that an earlier night read are opened again
 * @param mostSeconds that the model, or the rules of one step, may take over one article
 * @param keptNights  nights that the warehouse keeps
 * @param sync        whether a night is on a local disk itself before it is published
 * @param entityModel model that tags names, as {@link Tagger#load} takes it
 * @param quoteModel  model that tags sources, cues and contents
 * @param knownLines  lines of the files of aliases and of people, none where none is named
 * @param fingerprint digest of all settings on which rows depend
 */
public record NightSettings(
        InputSettings input,
        boolean readAll,
        int mostSeconds,
        FurnitureSettings furniture,
        RepeatSettings repeats,
        EntitySettings names,
        PairSettings pairs,
        QuoteSettings quotes,
        Bounds checks,
        int keptNights,
        boolean sync,
        String entityModel,
        String quoteModel,
        List<String> knownLines,
        String fingerprint) {
    private static final List<String> SECTIONS =
            List.of("ner", "attribution", "articles", "input", "furniture", "names", "pairs", "quotes", "repeats");
    private static final List<String> WITHOUT_EFFECT_ON_ROWS = List.of("input.read-all");

    private record Keeping(int keptNights, boolean sync) {}

    private record Reading(boolean readAll) {}

    private record Model(String model) {}

    @SuppressWarnings("UnusedMethod") // read by name
    private record Cost(int mostSeconds) {
        Cost {
            if (mostSeconds < 1) {
                throw new IllegalArgumentException("most-seconds is " + mostSeconds);
            }
        }
    }

    /** @throws OperatorMistake naming the key whose value does not fit, or the file of aliases or people that cannot be read */
    public static NightSettings of(Settings settings) {
        EntitySettings.Section names = settings.section("names", EntitySettings.Section.class);
        Keeping keeping = settings.section("warehouse", Keeping.class);
        List<String> aliases = settings.lines(names.aliases());
        List<String> people = settings.lines(names.people());
        return new NightSettings(
                settings.section("input", InputSettings.class),
                settings.section("input", Reading.class).readAll(),
                settings.section("articles", Cost.class).mostSeconds(),
                settings.section("furniture", FurnitureSettings.class),
                settings.section("repeats", RepeatSettings.class),
                names.with(aliases, people),
                settings.section("pairs", PairSettings.class),
                settings.section("quotes", QuoteSettings.class),
                settings.section("checks", Bounds.class),
                keeping.keptNights(),
                keeping.sync(),
                settings.section("ner", Model.class).model(),
                settings.section("attribution", Model.class).model(),
                Stream.concat(aliases.stream(), people.stream()).toList(),
                settings.fingerprint(SECTIONS, WITHOUT_EFFECT_ON_ROWS));
    }

    public Warehouse warehouse(SparkSession spark, String path) {
        return Warehouse.at(spark, path, keptNights, sync);
    }

    public Taggers taggers(SparkSession spark) {
        return Taggers.load(spark, entityModel, quoteModel, input.languages());
    }

    /** What {@code runs} says of the build, the models, and of rules, settings, aliases and people together. */
    public Versions versions(SparkSession spark) {
        String models = Stream.of(entityModel, quoteModel)
                .distinct()
                .map(model -> Tagger.version(spark, model))
                .collect(Collectors.joining(", "));
        return new Versions(
                Build.version(),
                models,
                Ids.hash(String.join("\n", fingerprint, Build.rules(), String.join("\n", knownLines))));
    }
}

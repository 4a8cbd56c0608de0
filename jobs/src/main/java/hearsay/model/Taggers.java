package hearsay.model;

import java.io.Serializable;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/**
 * The models of a run.
 *
 * @param entities    gives the tags of names
 * @param attribution gives source, cue and content; the same object where one model gives both, which is then read once
 * @param languages   codes of the languages that the models are given to read
 */
public record Taggers(Tagger entities, Tagger attribution, List<String> languages) implements Serializable {

    /** @param entityModel and attributionModel as {@link Tagger#load} takes them; the same name loads one model */
    public static Taggers load(
            SparkSession spark, String entityModel, String attributionModel, List<String> languages) {
        Tagger entities = Tagger.load(spark, entityModel);
        return new Taggers(
                entities,
                attributionModel.equals(entityModel) ? entities : Tagger.load(spark, attributionModel),
                languages);
    }
}

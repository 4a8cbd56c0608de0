package hearsay.steps;

import java.io.Serializable;
import org.apache.spark.sql.SparkSession;

/**
 * The models of a run.
 *
 * @param entities    gives the tags of names
 * @param attribution gives source, cue and content; the same object where one model gives both, which is then read once
 */
public record Taggers(Tagger entities, Tagger attribution) implements Serializable {

    /** @param entityModel and attributionModel as {@link Tagger#load} takes them; the same name loads one model */
    public static Taggers load(SparkSession spark, String entityModel, String attributionModel) {
        Tagger entities = Tagger.load(spark, entityModel);
        return new Taggers(
                entities, attributionModel.equals(entityModel) ? entities : Tagger.load(spark, attributionModel));
    }
}

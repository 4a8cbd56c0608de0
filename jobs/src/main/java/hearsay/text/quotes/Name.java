package hearsay.text.quotes;

import hearsay.tables.Mention;
import java.util.List;

/**
 * A name in the text with its entity.
 *
 * @param roles what the entity is called in the article and by the days before it
 */
public record Name(Mention mention, String entityName, List<String> roles) {
    boolean isPerson() {
        return mention.type().equals("PER");
    }
}

package hearsay.text.quotes;

import hearsay.tables.Mention;
import java.util.List;

/**
 * A name in the text with its entity.
 *
 * @param roles what the entity is called in the article and by the days before it
 */
public record Name(Mention mention, String entityName, List<String> roles) {
    /**
     * Number of the first name that begins at the char or after.
     *
     * @param names in the order of the text
     */
    public static int firstFrom(List<Name> names, int begin) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).mention().begin() < begin) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    boolean isPerson() {
        return mention.type().equals("PER");
    }
}

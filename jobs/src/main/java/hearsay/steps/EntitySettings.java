package hearsay.steps;

import hearsay.text.entities.Alias;
import hearsay.text.entities.NameFamily;
import java.io.Serializable;
import java.util.List;

/**
 * How names become entities.
 *
 * @param windowDays    a bare surname is read by the articles of so many days before and after
 * @param minShare      share of those articles that one person of that surname must have, 0 to 1
 * @param clearType     share of the articles that must agree on a name's type before the others follow, 0 to 1
 * @param aliases       what the user knows better
 */
public record EntitySettings(int windowDays, double minShare, double clearType, List<Alias> aliases)
        implements Serializable {
    /** The section {@code names} of conf/hearsay.conf. @param aliases path of a file of aliases, or "" */
    public record Section(String aliases, int windowDays, double minShare, double clearType) {

        /** @param lines the lines of the file of aliases, none where there is none */
        public EntitySettings with(List<String> lines) {
            return new EntitySettings(windowDays, minShare, clearType, Alias.parse(aliases, lines));
        }
    }

    NameFamily.NameSettings names() {
        return new NameFamily.NameSettings(windowDays, minShare, clearType);
    }
}

package hearsay.steps;

import hearsay.text.entities.Alias;
import hearsay.text.entities.Aliases;
import hearsay.text.entities.NameFamily;
import hearsay.text.people.People;
import hearsay.text.people.PeopleFile;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * How names become entities.
 *
 * @param windowDays    a bare surname is read by the articles of so many days before and after
 * @param minShare      share of those articles that one person of that surname must have, 0 to 1
 * @param clearType     share of the articles that must agree on a name's type before the others follow, 0 to 1
 * @param aliases       what the user knows better
 * @param people        whom the user knows
 */
public record EntitySettings(int windowDays, double minShare, double clearType, List<Alias> aliases, People people)
        implements Serializable {
    /**
     * The section {@code names} of conf/hearsay.conf.
     *
     * @param aliases path of a file of aliases, or ""
     * @param people  path of a file of people, or ""
     */
    public record Section(String aliases, String people, int windowDays, double minShare, double clearType) {

        /**
         * @param aliasLines  the lines of the file of aliases, none where there is none
         * @param peopleLines the lines of the file of people, none where there is none
         */
        public EntitySettings with(List<String> aliasLines, List<String> peopleLines) {
            return new EntitySettings(
                    windowDays,
                    minShare,
                    clearType,
                    Alias.parse(aliases, aliasLines),
                    PeopleFile.parse(people, peopleLines));
        }
    }

    NameFamily.NameSettings names() {
        return new NameFamily.NameSettings(windowDays, minShare, clearType);
    }

    /** Every name that the user has decided; of two answers for one name that of the file of aliases counts. */
    Aliases known() {
        return new Aliases(
                Stream.concat(people.merges().stream(), aliases.stream()).toList());
    }
}

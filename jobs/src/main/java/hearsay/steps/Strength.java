package hearsay.steps;

import hearsay.settings.Weights;
import hearsay.text.names.Countries;
import hearsay.text.names.NameForms;
import hearsay.text.names.Outlets;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much a pair tells a reader who asks who has to do with whom.
 *
 * <p>The square root of closeness times association, times a weight for each type. Closeness adds up over stories how close the
 * best sentence brings the two: 1 where it names nobody else, a tenth in a list of eleven. Association is the NPMI of stories
 * with such a sentence. A pair of which one contains the other counts less: a senator is named with the state, a president with
 * the country, a host with the broadcaster, whatever the news is. So does a pair with an outlet, which is named for what it
 * reports.
 */
final class Strength {
    private static final Weights WEIGHTS = Weights.of("pairs");
    private static final double LEAST_NPMI = WEIGHTS.number("strength_least_npmi");
    private static final double PERSON = WEIGHTS.number("strength_person");
    private static final double ORGANISATION = WEIGHTS.number("strength_organisation");
    private static final double PLACE = WEIGHTS.number("strength_place");
    private static final double THING = WEIGHTS.number("strength_thing");
    private static final double CONTAINER = WEIGHTS.number("strength_container");
    private static final double OUTLET = WEIGHTS.number("strength_outlet");
    private static final double DIGITS = 10_000;

    private Strength() {}

    /**
     * One of the two.
     *
     * @param stories that name it
     * @param forms   that it is called by, as the text has them
     * @param roles   that it is given, as the text has them
     */
    record Party(String type, String name, long stories, List<String> forms, List<String> roles)
            implements Serializable {
        double weight() {
            return switch (type) {
                case "PER" -> PERSON;
                case "ORG" -> ORGANISATION;
                case "LOC" -> PLACE;
                default -> THING;
            };
        }

        boolean isOutlet() {
            return Outlets.isOutlet(NameForms.form(name));
        }

        /**
         * Whether its roles or its own name name the other: "Texas Senator", "the Iranian president",
         * "Senate Judiciary Committee"; a capital is of its country.
         */
        boolean isOf(Party other) {
            List<String> words = Stream.concat(Stream.of(other.name), other.forms.stream())
                    .map(NameForms::form)
                    .filter(form -> form.length() > 1)
                    .map(form -> " " + form + " ")
                    .toList();
            if (Countries.isCapital(NameForms.form(name), NameForms.form(other.name))) {
                return true;
            }
            Stream<String> told = type.equals("PER") ? roles.stream() : Stream.of(name);
            return told.map(text -> " " + NameForms.form(text) + " ")
                    .anyMatch(text -> words.stream().anyMatch(text::contains));
        }
    }

    /**
     * @param closeness of the pair, summed over stories
     * @param together  stories with a sentence that names both
     * @param all       stories of the archive
     */
    static double of(double closeness, long together, Party a, Party b, long all) {
        double npmi = Math.max(LEAST_NPMI, Association.npmi(together, a.stories, b.stories, all));
        double strength = Math.sqrt(closeness * npmi) * a.weight() * b.weight();
        if (a.isOf(b) || b.isOf(a)) {
            strength *= CONTAINER;
        }
        if (a.isOutlet() || b.isOutlet()) {
            strength *= OUTLET;
        }
        return Math.round(strength * DIGITS) / DIGITS;
    }
}

package hearsay.text.people;

import hearsay.settings.Weights;
import hearsay.text.people.Genders.Use;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What the roles beside a person's mentions tell; null where they tell nothing or too many say something else.
 *
 * @param party   as {@code parties.csv} has it
 * @param country its common name
 * @param field   a word of {@link hearsay.tables.RoleField}
 */
public record Traits(String party, String country, String field) {
    /** Of what is no person. */
    public static final Traits NONE = new Traits(null, null, null);

    private static final Weights WEIGHTS = Weights.of("traits");
    private static final double LEAST = WEIGHTS.number("least_agreeing");
    private static final double LEAST_OF_FIELDS = WEIGHTS.number("least_of_fields");

    /** @param uses all of a person; those that are not {@link Use#sure} tell nothing */
    public static Traits of(List<Use> uses) {
        Map<RoleReading, Long> read = new HashMap<>();
        for (Use use : uses) {
            if (use.sure() && use.role() != null) {
                read.merge(RoleReading.of(use.role()), use.mentions(), Long::sum);
            }
        }
        return new Traits(
                most(read, RoleReading::party, LEAST),
                most(read, RoleReading::country, LEAST),
                most(read, RoleReading::field, LEAST_OF_FIELDS));
    }

    private static String most(Map<RoleReading, Long> read, Function<RoleReading, String> of, double least) {
        Map<String, Long> votes = new TreeMap<>();
        read.forEach((reading, mentions) -> {
            if (of.apply(reading) != null) {
                votes.merge(of.apply(reading), mentions, Long::sum);
            }
        });
        double all = votes.values().stream().mapToLong(n -> n).sum();
        return votes.entrySet().stream()
                .max(Comparator.comparing((Map.Entry<String, Long> vote) -> vote.getValue())
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .filter(vote -> vote.getValue() >= least * all)
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}

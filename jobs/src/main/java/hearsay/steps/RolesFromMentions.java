package hearsay.steps;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import hearsay.settings.Weights;
import hearsay.tables.Records;
import hearsay.text.names.Titles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * mentions with their entities -> one row per entity and day on which it is named: the roles that articles of that day and of
 * the days before give it, in lower case and alphabetical.
 *
 * <p>Later days teach nothing: a new role would else have every older article read again, and nobody was mayor before.
 */
public final class RolesFromMentions {
    private static final int MOST = Weights.of("names").whole("known_most_roles");

    private RolesFromMentions() {}

    /**
     * @param mentions   rows of {@link hearsay.tables.Tables#MENTIONS} of the days in question and of the window before
     * @param windowDays days before a day whose roles are known on it
     * @return columns entity_id, undated, published_date, roles: articles without a day of their own learn of each other only
     */
    public static Dataset<Row> derive(Dataset<Row> mentions, int windowDays) {
        Dataset<Row> given = mentions.where(col("entity_id").isNotNull())
                .withColumn("undated", col("date_doubt").isNotNull())
                .groupBy("entity_id", "undated", "published_date", "role")
                .agg(count(lit(1)).as("times"))
                .groupBy("entity_id", "undated")
                .agg(collect_list(struct("published_date", "role", "times")).as("roles"));
        Records<Named> named = Records.of(Named.class);
        return Records.of(Known.class).rows(given, row -> known(named.record(row), windowDays));
    }

    private static Iterator<Known> known(Named named, int windowDays) {
        TreeMap<LocalDate, List<Role>> byDay = named.roles.stream()
                .collect(Collectors.groupingBy(Role::publishedDate, TreeMap::new, Collectors.toList()));
        Map<String, Long> times = new HashMap<>(); // in the window
        List<Known> known = new ArrayList<>();
        LocalDate oldest = byDay.firstKey().minusDays(windowDays);
        for (LocalDate day : byDay.keySet()) {
            tally(times, byDay.get(day), 1);
            LocalDate from = day.minusDays(windowDays);
            byDay.subMap(oldest, from).values().forEach(left -> tally(times, left, -1));
            oldest = from;
            known.add(new Known(named.entityId, named.undated, day, mostFrequent(times)));
        }
        return known.iterator();
    }

    private static void tally(Map<String, Long> times, List<Role> roles, int sign) {
        for (Role role : roles) {
            if (role.role != null && !Titles.isAddress(role.role)) {
                times.merge(role.role.toLowerCase(Locale.ROOT), sign * role.times, Long::sum);
            }
        }
    }

    private static List<String> mostFrequent(Map<String, Long> times) {
        return times.entrySet().stream()
                .filter(role -> role.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    private record Named(String entityId, boolean undated, List<Role> roles) {}

    /** @param role null where a mention has none: on that day too the entity is named */
    private record Role(LocalDate publishedDate, String role, long times) {}

    private record Known(String entityId, boolean undated, LocalDate publishedDate, List<String> roles) {}
}

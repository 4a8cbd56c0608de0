package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.SmallArchive;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RolesFromMentionsTest {
    private final SmallArchive archive = new SmallArchive()
            .add("a", "o", "2025-06-01", null, "Governor {PER Ann Jansen} spoke.")
            .add("b", "o", "2025-06-10", null, "{PER Ann Jansen} left.")
            .add("c", "o", "2025-06-11", null, "{PER Ann Jansen} met Mayor {PER Bob Smith}.")
            .add("d", "o", "2025-06-20", null, "Senator {PER Ann Jansen} met Mr. {PER Bob Smith}.")
            .add("e", "o", "2025-07-30", null, "{PER Bob Smith} slept.");

    /** As {@code day name: roles}. */
    private List<String> known(int windowDays) {
        Dataset<Row> mentions = archive.mentions();
        return RolesFromMentions.derive(mentions, windowDays)
                .join(EntityRowsFromMentions.derive(mentions, Defaults.NAMES).select("entity_id", "name"), "entity_id")
                .orderBy("published_date", "name")
                .collectAsList()
                .stream()
                .map(row -> row.getAs("published_date") + " " + row.getAs("name") + ": "
                        + String.join(", ", row.<String>getList(row.fieldIndex("roles"))))
                .toList();
    }

    @Test
    void aDayKnowsTheRolesOfItsArticlesAndOfTheDaysBefore() {
        assertThat(known(10))
                .containsExactly(
                        "2025-06-01 Ann Jansen: governor",
                        "2025-06-10 Ann Jansen: governor",
                        "2025-06-11 Ann Jansen: governor",
                        "2025-06-11 Bob Smith: mayor",
                        "2025-06-20 Ann Jansen: senator",
                        "2025-06-20 Bob Smith: mayor",
                        "2025-07-30 Bob Smith: ");
    }

    @Test
    void withoutAWindowADayKnowsItself() {
        assertThat(known(0))
                .contains("2025-06-10 Ann Jansen: ", "2025-06-20 Ann Jansen: senator", "2025-06-20 Bob Smith: ");
    }
}

package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearsay.Defaults;
import hearsay.SmallArchive;
import hearsay.tables.CoMentionPair;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.entities.Aliases;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/** Who meets whom, on hand-made articles whose numbers can be counted by eye. */
class PairsTest {
    private final SmallArchive archive = new SmallArchive()
            .add(
                    "a1",
                    "one.example",
                    "2025-06-01",
                    null,
                    "{PER Ann Jansen} met {PER Bob Smith} in {LOC Israel}.",
                    "The {MISC Israeli} press liked it.",
                    "{PER Jansen} smiled.")
            .add("a2", "two.example", "2025-06-01", "a1", "{PER Ann Jansen} met {PER Bob Smith}.")
            .add(
                    "a3",
                    "three.example",
                    "2025-06-02",
                    null,
                    "{PER Ann Jansen} spoke.",
                    "Rain fell.",
                    "{PER Bob Smith} left.")
            .add("a4", "three.example", "2025-06-03", null, "{PER Cleo Brown} was alone.");

    @Test
    void pairsOfADay() {
        Dataset<Row> mentions = archive.mentions();
        Map<String, String> names = names(mentions);
        List<String> rows =
                CoMentionsFromMentions.derive(mentions, archive.articles(), Defaults.PAIRS).collectAsList().stream()
                        .map(row -> pair(row, names) + " articles " + row.getAs("articles") + " sentences "
                                + row.getAs("sentences") + " weight "
                                + String.format("%.2f", (double) row.getAs("weight"))
                                + " stories " + row.getAs("stories") + " " + row.getAs("published_date"))
                        .sorted()
                        .toList();
        assertThat(rows)
                .containsExactly(
                        "Ann Jansen+Bob Smith articles 1 sentences 0 weight 0.33 stories 1 2025-06-02",
                        "Ann Jansen+Bob Smith articles 2 sentences 2 weight 2.00 stories 1 2025-06-01",
                        "Ann Jansen+Israel articles 1 sentences 1 weight 1.00 stories 1 2025-06-01",
                        "Ann Jansen+Israeli articles 1 sentences 0 weight 0.50 stories 1 2025-06-01",
                        "Bob Smith+Israel articles 1 sentences 1 weight 1.00 stories 1 2025-06-01",
                        "Bob Smith+Israeli articles 1 sentences 0 weight 0.50 stories 1 2025-06-01");
    }

    @Test
    void weightsDoNotDependOnTheOrderInWhichTheyAreAddedUp() {
        for (int articles : new int[] {10, 20, 30, 45}) { // sums of doubles differ for each of them
            List<Integer> distances =
                    IntStream.range(0, articles).mapToObj(i -> 1 + i * i % 10).toList();
            List<Integer> otherWay = new ArrayList<>(distances);
            Collections.reverse(otherWay);
            assertThat(weight(otherWay)).isEqualTo(weight(distances));
        }
    }

    /** Of two people who stand so many sentences apart in the first article, the second ... of one day. */
    private static double weight(List<Integer> distances) {
        SmallArchive day = new SmallArchive();
        for (int i = 0; i < distances.size(); i++) {
            List<String> lines = new ArrayList<>(Collections.nCopies(distances.get(i) + 1, "Rain fell."));
            lines.set(0, "{PER Ann Jansen} spoke.");
            lines.set(distances.get(i), "{PER Bob Smith} left.");
            day.add(String.format("a%02d", i), "one.example", "2025-06-01", null, lines.toArray(String[]::new));
        }
        return CoMentionsFromMentions.derive(day.mentions(), day.articles(), Defaults.PAIRS)
                .head()
                .getAs("weight");
    }

    @Test
    void pairsOverAllDaysAndTheirPlaceInTheNetwork() {
        Dataset<Row> mentions = archive.mentions();
        Dataset<Row> entities =
                EntityRowsFromMentions.derive(mentions, Aliases.NONE).localCheckpoint();
        Dataset<Row> network = CoMentionNetworkFromMentions.derive(
                        mentions, archive.articles(), archive.sentences(), entities, Defaults.PAIRS)
                .localCheckpoint();
        Records<CoMentionPair> records = Tables.CO_MENTION_NETWORK.records();
        CoMentionPair pair = network.collectAsList().stream()
                .map(records::record)
                .filter(p -> List.of("Ann Jansen", "Bob Smith").containsAll(List.of(p.aName(), p.bName())))
                .findFirst()
                .orElseThrow();
        assertThat(pair.articles()).isEqualTo(3);
        assertThat(pair.stories()).isEqualTo(2);
        assertThat(pair.firstSeen()).hasToString("2025-06-01");
        assertThat(pair.lastSeen()).hasToString("2025-06-02");
        assertThat(pair.npmi()).isCloseTo(1, within(1e-9));
        assertThat(pair.npmiLow()).isLessThan(0.5);
        assertThat(pair.evidence()).extracting("articleId").containsExactly("a1", "a3");
        assertThat(pair.evidence().get(0).text()).isEqualTo("Ann Jansen met Bob Smith in Israel.");

        Dataset<Row> placed = EntitiesWithRanks.derive(entities, network).localCheckpoint();
        assertThat(placed.where("name = 'Ann Jansen'").head().<Long>getAs("degree"))
                .isEqualTo(3);
        assertThat(placed.where("name = 'Cleo Brown'").head().<Double>getAs("pagerank"))
                .isZero();
        assertThat(placed.where("community is not null").count()).isZero();
    }

    @Test
    void groupsThatMeetOftenAreFoundTheSameWayInAnyOrder() {
        SmallArchive cliques = new SmallArchive();
        for (int day = 1; day <= 24; day++) {
            String group = day % 2 == 0 ? "Even" : "Odd";
            cliques.add(
                    "c" + day,
                    "o",
                    "2025-06-" + String.format("%02d", day),
                    null,
                    IntStream.range(0, 4)
                                    .mapToObj(i -> "{PER " + group + " Name" + (char) ('a' + i) + "}")
                                    .collect(Collectors.joining(" and "))
                            + " met.");
        }
        Dataset<Row> mentions = cliques.mentions();
        Dataset<Row> entities =
                EntityRowsFromMentions.derive(mentions, Aliases.NONE).localCheckpoint();
        Dataset<Row> network = CoMentionNetworkFromMentions.derive(
                        mentions, cliques.articles(), cliques.sentences(), entities, Defaults.PAIRS)
                .localCheckpoint();
        List<Row> placed =
                EntitiesWithRanks.derive(entities, network).orderBy("entity_id").collectAsList();
        assertThat(placed.stream().map(row -> row.<String>getAs("community")).distinct())
                .hasSize(2)
                .doesNotContainNull();
        assertThat(EntitiesWithRanks.derive(entities, network.repartition(7))
                        .orderBy("entity_id")
                        .collectAsList())
                .isEqualTo(placed);
    }

    @Test
    void aTextThatIsOneSentenceIsNotTheEvidenceOfEachPair() {
        SmallArchive endless = new SmallArchive()
                .add(
                        "a",
                        "o",
                        "2025-06-01",
                        null,
                        "{PER Ann Jansen} met {PER Bob Smith} and then " + "the ship went on and ".repeat(1_000)
                                + "{PER Cleo Brown} left");
        Dataset<Row> mentions = endless.mentions();
        Dataset<Row> entities =
                EntityRowsFromMentions.derive(mentions, Aliases.NONE).localCheckpoint();
        assertThat(CoMentionNetworkFromMentions.derive(
                                mentions, endless.articles(), endless.sentences(), entities, Defaults.PAIRS)
                        .selectExpr("evidence[0].text")
                        .as(Encoders.STRING())
                        .collectAsList())
                .hasSize(3)
                .allMatch(text ->
                        text.length() == 1_000 && text.startsWith("Ann Jansen met Bob Smith and then the ship"));
    }

    @Test
    void anArticleOfManyNamesIsCapped() {
        SmallArchive crowd = new SmallArchive()
                .add(
                        "crowd",
                        "o",
                        "2025-06-01",
                        null,
                        IntStream.range(0, 300)
                                .mapToObj(i -> "{PER First" + i + " Last" + i + "}")
                                .collect(Collectors.joining(", ")));
        assertThat(CoMentionsFromMentions.derive(crowd.mentions(), crowd.articles(), Defaults.PAIRS)
                        .count())
                .isEqualTo(60 * 59 / 2);
        Row leftOut = PairsLeftOut.derive(crowd.mentions(), Defaults.PAIRS).head();
        assertThat(leftOut.<Long>getAs("articles")).isEqualTo(1);
        assertThat(leftOut.<Long>getAs("pairs")).isEqualTo(300 * 299 / 2 - 60 * 59 / 2);
    }

    private static Map<String, String> names(Dataset<Row> mentions) {
        return EntityRowsFromMentions.derive(mentions, Aliases.NONE).collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getAs("entity_id"), row -> row.getAs("name")));
    }

    private static String pair(Row row, Map<String, String> names) {
        List<String> pair =
                new ArrayList<>(List.of(names.get(row.<String>getAs("a_id")), names.get(row.<String>getAs("b_id"))));
        pair.sort(null);
        return String.join("+", pair);
    }
}

package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hearsay.Defaults;
import hearsay.SmallArchive;
import hearsay.steps.Strength.Party;
import hearsay.tables.CoMentionPair;
import hearsay.tables.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
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
        Dataset<Row> mentions = forPairs(archive, Defaults.PAIRS);
        Map<String, String> names = names(archive.mentions());
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
                        "Bob Smith+Israel articles 1 sentences 1 weight 1.00 stories 1 2025-06-01");
    }

    @Test
    void withoutFoldingAPeopleMakesPairsOfItsOwn() {
        PairSettings apart = new PairSettings(10, 60, 3, 2, false);
        Map<String, String> names = names(archive.mentions());
        assertThat(CoMentionsFromMentions.derive(forPairs(archive, apart), archive.articles(), apart)
                        .collectAsList())
                .extracting(row -> pair(row, names))
                .contains("Ann Jansen+Israeli", "Israel+Israeli");
    }

    @Test
    void evidenceNamesBothAndPrefersTheSentenceThatNamesFewestOthers() {
        SmallArchive meetings = new SmallArchive()
                .add(
                        "m1",
                        "one.example",
                        "2025-06-01",
                        null,
                        "{PER Ann Jansen}, {PER Cleo Brown} and {PER Bob Smith} were invited.",
                        "{PER Ann Jansen} met {PER Bob Smith}.")
                .add("m2", "two.example", "2025-06-02", null, "{PER Ann Jansen} wrote to {PER Bob Smith}.")
                .add("m3", "one.example", "2025-06-03", null, "{PER Ann Jansen} spoke.", "{PER Dan Green} left.")
                .add(
                        "m4",
                        "two.example",
                        "2025-06-04",
                        null,
                        "{PER Ann Jansen} spoke.",
                        "Rain.",
                        "{PER Dan Green} left.");
        List<CoMentionPair> network = network(meetings);
        assertThat(network)
                .extracting(CoMentionPair::aName, CoMentionPair::bName)
                .hasSize(2)
                .doesNotContain(tuple("Cleo Brown", "Bob Smith"), tuple("Bob Smith", "Cleo Brown"));
        CoMentionPair met = pairOf(network, "Bob Smith");
        assertThat(met.evidence())
                .extracting("text")
                .containsExactly("Ann Jansen met Bob Smith.", "Ann Jansen wrote to Bob Smith.");
        assertThat(met.distance()).isZero();
        assertThat(met.npmi()).as("two stories tell nothing").isNull();
        CoMentionPair apart = pairOf(network, "Dan Green");
        assertThat(apart.evidence()).isEmpty();
        assertThat(apart.distance()).isEqualTo(1);
        assertThat(apart.strength()).isLessThan(met.strength());
    }

    @Test
    void aSenatorAndTheStateTellLessThanTwoPersons() {
        Party senator = new Party("PER", "Ann Jansen", 5, List.of("Jansen"), List.of("Texas Senator"));
        Party other = new Party("PER", "Bob Smith", 5, List.of("Smith"), List.of("mayor"));
        Party state = new Party("LOC", "Texas", 5, List.of("Texas"), List.of());
        Party town = new Party("LOC", "Leiden", 5, List.of("Leiden"), List.of());
        Party paper = new Party("ORG", "The New York Times", 5, List.of("Times"), List.of());
        assertThat(strength(senator, state)).isLessThan(strength(senator, town));
        assertThat(strength(senator, town)).isLessThan(strength(senator, other));
        assertThat(strength(senator, paper))
                .isLessThan(strength(senator, new Party("ORG", "Acme", 5, List.of(), List.of())));
    }

    private static double strength(Party a, Party b) {
        return Strength.of(3, 3, a, b, 100);
    }

    @Test
    void whereTwoMeetLessOftenThanChanceTheNumbersSaySo() {
        Association apart = Association.of(4, 50, 60, 100);
        assertThat(apart.npmi()).isNegative();
        assertThat(apart.logLikelihood()).isNegative().isBetween(apart.logLikelihoodLow(), apart.logLikelihoodHigh());
        Association together = Association.of(20, 25, 24, 100);
        assertThat(together.logLikelihood())
                .isPositive()
                .isBetween(together.logLikelihoodLow(), together.logLikelihoodHigh());
    }

    private static Dataset<Row> forPairs(SmallArchive archive, PairSettings settings) {
        Dataset<Row> mentions = archive.mentions();
        return MentionsForPairs.derive(mentions, EntityRowsFromMentions.derive(mentions, Defaults.NAMES), settings)
                .localCheckpoint();
    }

    private static List<CoMentionPair> network(SmallArchive archive) {
        Dataset<Row> mentions = archive.mentions();
        Dataset<Row> entities =
                EntityRowsFromMentions.derive(mentions, Defaults.NAMES).localCheckpoint();
        return CoMentionNetworkFromMentions.derive(
                        mentions, archive.articles(), archive.sentences(), entities, Defaults.PAIRS)
                .collectAsList()
                .stream()
                .map(Tables.CO_MENTION_NETWORK.records()::record)
                .toList();
    }

    private static CoMentionPair pairOf(List<CoMentionPair> network, String name) {
        return network.stream()
                .filter(pair -> pair.aName().equals(name) || pair.bName().equals(name))
                .findFirst()
                .orElseThrow();
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
                EntityRowsFromMentions.derive(mentions, Defaults.NAMES).localCheckpoint();
        Dataset<Row> network = CoMentionNetworkFromMentions.derive(
                        mentions, archive.articles(), archive.sentences(), entities, Defaults.PAIRS)
                .localCheckpoint();
        CoMentionPair pair = pairOf(
                network.collectAsList().stream()
                        .map(Tables.CO_MENTION_NETWORK.records()::record)
                        .toList(),
                "Bob Smith");
        assertThat(pair.articles()).isEqualTo(3);
        assertThat(pair.stories()).isEqualTo(2);
        assertThat(pair.firstSeen()).hasToString("2025-06-01");
        assertThat(pair.lastSeen()).hasToString("2025-06-02");
        assertThat(pair.npmi()).isNull();
        assertThat(pair.evidence()).extracting("articleId").containsExactly("a2");
        assertThat(pair.evidence().get(0).text()).isEqualTo("Ann Jansen met Bob Smith.");

        Dataset<Row> placed = EntitiesWithRanks.derive(entities, network).localCheckpoint();
        assertThat(placed.where("name = 'Ann Jansen'").head().<Long>getAs("degree"))
                .isEqualTo(1);
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
                EntityRowsFromMentions.derive(mentions, Defaults.NAMES).localCheckpoint();
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
        SmallArchive endless = new SmallArchive();
        for (String article : List.of("a", "b")) {
            endless.add(
                    article,
                    "o",
                    "2025-06-01",
                    null,
                    "{PER Ann Jansen} met {PER Bob Smith} and then " + "the ship went on and ".repeat(1_000)
                            + "{PER Cleo Brown} left {PER Dan Green}");
        }
        List<CoMentionPair> network = network(endless);
        assertThat(network).hasSize(6);
        assertThat(network.stream().filter(pair -> !pair.evidence().isEmpty()))
                .extracting(pair -> pair.evidence().get(0).text())
                .satisfiesExactlyInAnyOrder(
                        text -> assertThat(text).hasSize(1_000).startsWith("Ann Jansen met Bob Smith and then"),
                        text -> assertThat(text).isEqualTo("Cleo Brown left Dan Green"));
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
        return EntityRowsFromMentions.derive(mentions, Defaults.NAMES).collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getAs("entity_id"), row -> row.getAs("name")));
    }

    private static String pair(Row row, Map<String, String> names) {
        List<String> pair =
                new ArrayList<>(List.of(names.get(row.<String>getAs("a_id")), names.get(row.<String>getAs("b_id"))));
        pair.sort(null);
        return String.join("+", pair);
    }
}

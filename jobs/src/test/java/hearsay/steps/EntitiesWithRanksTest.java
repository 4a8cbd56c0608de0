package hearsay.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearsay.TestSpark;
import hearsay.tables.CoMentionPair;
import hearsay.tables.Entity;
import hearsay.tables.Ids;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.lib.PageRank;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import org.junit.jupiter.api.Test;
import scala.Tuple2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

class EntitiesWithRanksTest {
    private static final LocalDate DAY = LocalDate.of(2025, 6, 1);
    private static final int ENTITIES = 40;
    private static final Map<String, Long> BY_ID = LongStream.range(0, ENTITIES)
            .boxed()
            .collect(Collectors.toMap(EntitiesWithRanksTest::id, entity -> entity));

    /** Pairs of a random network, as {@code a, b, stories}. */
    private static List<long[]> network(int mostStories) {
        Random random = new Random(7);
        List<long[]> pairs = new ArrayList<>();
        for (int a = 0; a < ENTITIES; a++) {
            for (int b = a + 1; b < ENTITIES; b++) {
                if (b == a + 1 || random.nextInt(12) == 0) {
                    pairs.add(new long[] {a, b, 1 + random.nextInt(mostStories)});
                }
            }
        }
        return pairs;
    }

    private static Map<Long, Double> ranks(List<long[]> pairs) {
        return places(pairs, 0).stream()
                .collect(Collectors.toMap(
                        row -> BY_ID.get(row.<String>getAs("entity_id")), row -> row.<Double>getAs("pagerank")));
    }

    /** @param meeting npmi and G2 of each pair */
    private static List<Row> places(List<long[]> pairs, int meeting) {
        Dataset<Row> pairRows = Tables.CO_MENTION_NETWORK.rows(
                TestSpark.session(),
                pairs.stream()
                        .map(p -> new CoMentionPair(
                                id(p[0]),
                                id(p[1]),
                                "A",
                                "B",
                                p[2],
                                p[2],
                                p[2],
                                (double) meeting,
                                0.0,
                                0.0,
                                (double) meeting,
                                DAY,
                                DAY,
                                List.of(),
                                0.0,
                                0.0,
                                0,
                                1.0))
                        .toList());
        Dataset<Row> entityRows = Tables.ENTITIES.rows(
                TestSpark.session(),
                IntStream.range(0, ENTITIES)
                        .mapToObj(i -> new Entity(
                                id(i), "Name", "PER", List.of(), List.of(), 1, 1, DAY, DAY, null, 0, 0, null, null,
                                null, null, null, null, null, null))
                        .toList());
        return EntitiesWithRanks.derive(entityRows, pairRows.repartition(3)).collectAsList();
    }

    /** The group that each entity is in. @param pairs as {@code a, b}, each of five stories */
    private static Map<Long, String> groups(long[]... pairs) {
        List<long[]> ofFive =
                Arrays.stream(pairs).map(p -> new long[] {p[0], p[1], 5}).toList();
        return places(ofFive, 20).stream()
                .filter(row -> row.getAs("community") != null)
                .collect(Collectors.toMap(
                        row -> BY_ID.get(row.<String>getAs("entity_id")), row -> row.getAs("community")));
    }

    private static String id(long entity) {
        return Ids.entity("PER", "Person " + entity);
    }

    @Test
    void whereEveryPairHasOneStoryTheRanksAreThoseOfGraphX() {
        List<long[]> pairs = network(1);
        ClassTag<Object> any = ClassTag$.MODULE$.apply(Object.class);
        JavaRDD<Edge<Object>> edges = new JavaSparkContext(TestSpark.session().sparkContext())
                .parallelize(
                        pairs.stream()
                                .flatMap(
                                        p -> Arrays.asList(
                                                new Edge<Object>(p[0], p[1], 1L), new Edge<Object>(p[1], p[0], 1L))
                                                .stream())
                                .toList(),
                        2);
        Graph<Object, Object> graph =
                Graph.fromEdges(edges.rdd(), 0L, StorageLevel.MEMORY_ONLY(), StorageLevel.MEMORY_ONLY(), any, any);
        List<Tuple2<Object, Object>> expected = PageRank.run(
                        graph, EntitiesWithRanks.STEPS, EntitiesWithRanks.RESET, any, any)
                .vertices()
                .toJavaRDD()
                .collect();

        Map<Long, Double> ranks = ranks(pairs);

        assertThat(expected)
                .hasSize(ENTITIES)
                .allSatisfy(
                        vertex -> assertThat(ranks.get((Long) vertex._1)).isCloseTo((double) vertex._2, within(1e-4)));
    }

    @Test
    void aPairOfManyStoriesHandsOnMoreRank() {
        List<long[]> pairs = network(9);
        double[][] share = new double[ENTITIES][ENTITIES];
        pairs.forEach(p -> share[(int) p[0]][(int) p[1]] = share[(int) p[1]][(int) p[0]] = p[2]);
        double[] ranks = new double[ENTITIES];
        Arrays.fill(ranks, 1);
        for (int step = 0; step < EntitiesWithRanks.STEPS; step++) {
            double[] next = new double[ENTITIES];
            Arrays.fill(next, EntitiesWithRanks.RESET);
            for (int from = 0; from < ENTITIES; from++) {
                for (int to = 0; to < ENTITIES; to++) {
                    next[to] += (1 - EntitiesWithRanks.RESET)
                            * ranks[from]
                            * share[from][to]
                            / Arrays.stream(share[from]).sum();
                }
            }
            ranks = next;
        }
        Map<Long, Double> found = ranks(pairs);
        for (int i = 0; i < ENTITIES; i++) {
            assertThat(found.get((long) i)).isCloseTo(ranks[i], within(1e-4));
        }
    }

    @Test
    void twoWhoMeetOnlyEachOtherAreOneGroup() {
        Map<Long, String> groups = groups(new long[] {0, 1}, new long[] {2, 3});
        assertThat(groups).hasSize(4).containsEntry(0L, groups.get(1L)).containsEntry(2L, groups.get(3L));
        assertThat(groups.get(0L)).isNotEqualTo(groups.get(2L));
    }

    @Test
    void aStarIsOneGroupWithItsHub() {
        Map<Long, String> groups = groups(IntStream.rangeClosed(1, 6)
                .mapToObj(leaf -> new long[] {0, leaf})
                .toArray(long[][]::new));
        assertThat(groups)
                .hasSize(7)
                .allSatisfy((entity, group) -> assertThat(group).isEqualTo(id(0)));
    }

    @Test
    void inATreeMostPairsAreWithinAGroup() {
        long[][] pairs = IntStream.range(1, ENTITIES)
                .mapToObj(i -> new long[] {i, (i - 1) / 3})
                .toArray(long[][]::new);
        Map<Long, String> groups = groups(pairs);
        assertThat(Arrays.stream(pairs)
                        .filter(p -> groups.get(p[0]).equals(groups.get(p[1])))
                        .count())
                .isGreaterThan(pairs.length * 3L / 4);
    }
}

package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * entities -> the same with their place in the network of pairs: how many they meet, how central they are, with whom they
 * form a group.
 *
 * <p>PageRank (Page and Brin 1998) runs over all pairs, weighed by stories. Groups come from label propagation (Raghavan 2007)
 * over the pairs that meet more often than chance: over all pairs the whole network would be one group. In each of its steps
 * half of the entities choose, by a bit of their ids: if all did, two that meet only each other would swap labels for ever, as
 * Raghavan says of all networks of two sides. Both take their steps together, one shuffle each in a single Spark job. GraphX's
 * PageRank knows no weights, and its label propagation settles equals by the order in which messages come; each starts a job for
 * every step, which is most of a small night.
 */
public final class EntitiesWithRanks {
    /** PageRank's error shrinks by 0.85 at least each time: after 20 it is below a twentieth; labels settle in fewer (Raghavan). */
    static final int STEPS = 20;

    static final double RESET = 0.15;
    /** 10.8 of G2 is chance in one pair of a thousand. */
    private static final double NOT_CHANCE = 10.8;

    private EntitiesWithRanks() {}

    /**
     * @param entities rows of the table entities; what they say about ranks is not read
     * @param network  all pairs
     */
    public static Dataset<Row> derive(Dataset<Row> entities, Dataset<Row> network) {
        Column label = coalesce(col("label"), col("entity_id"));
        Column first = max(struct("pagerank", "entity_id"))
                .over(Window.partitionBy(label))
                .getField("entity_id");
        Dataset<Row> places = places(network)
                .withColumn(
                        "pagerank",
                        round(col("pagerank"), 4)) // a sum of doubles depends on its order in the last digits
                .withColumn("community", when(col("label").isNotNull(), first));
        return Tables.ENTITIES.fit(entities.drop("degree", "pagerank", "community")
                .join(places, new String[] {"entity_id"}, "left")
                .withColumn("degree", coalesce(col("degree"), lit(0L)))
                .withColumn("pagerank", coalesce(col("pagerank"), lit(0.0))));
    }

    /** One row of {@link Place} for every entity that makes a pair. */
    private static Dataset<Row> places(Dataset<Row> network) {
        JavaRDD<Row> pairs = network.select(
                        col("a_id"),
                        col("b_id"),
                        col("stories"),
                        coalesce(col("log_likelihood").geq(NOT_CHANCE), lit(false)))
                .toJavaRDD();
        HashPartitioner partitions = new HashPartitioner(Math.max(1, pairs.getNumPartitions()));
        JavaPairRDD<Long, Neighbours> neighbours = pairs.flatMapToPair(EntitiesWithRanks::bothWays)
                .groupByKey(partitions)
                .mapValues(Neighbours::of)
                .persist(StorageLevel.MEMORY_AND_DISK());
        JavaPairRDD<Long, State> states = neighbours.mapToPair(n -> new Tuple2<>(n._1, new State(1, n._1)));
        for (int step = 0; step < STEPS; step++) {
            int now = step;
            states = withStates(neighbours, states)
                    .flatMapToPair(n -> n.neighbours.messages(n.vertex, n.state, now))
                    .combineByKey(Tally::new, Tally::with, Tally::with, partitions)
                    .mapValues(Tally::state);
        }
        JavaRDD<Row> rows =
                withStates(neighbours, states).map(n -> Records.of(Place.class).row(n.place()));
        return network.sparkSession()
                .createDataFrame(rows, Records.of(Place.class).schema());
    }

    /** Both lie in the same partitions; Spark's own join would first gather what belongs to each vertex, and weigh it. */
    private static JavaRDD<Vertex> withStates(
            JavaPairRDD<Long, Neighbours> neighbours, JavaPairRDD<Long, State> states) {
        return neighbours.zipPartitions(states, (those, known) -> {
            Map<Long, State> byVertex = new HashMap<>();
            known.forEachRemaining(state -> byVertex.put(state._1, state._2));
            Iterable<Tuple2<Long, Neighbours>> all = () -> those;
            return StreamSupport.stream(all.spliterator(), false)
                    .map(n -> new Vertex(n._1, n._2, byVertex.get(n._1)))
                    .iterator();
        });
    }

    /** A vertex is the entity's id read as the 64 bits it is. */
    private static Iterator<Tuple2<Long, Neighbour>> bothWays(Row pair) {
        long a = Long.parseUnsignedLong(pair.getString(0), 16);
        long b = Long.parseUnsignedLong(pair.getString(1), 16);
        long stories = pair.getLong(2);
        boolean close = pair.getBoolean(3);
        return List.of(
                        new Tuple2<>(a, new Neighbour(b, stories, close)),
                        new Tuple2<>(b, new Neighbour(a, stories, close)))
                .iterator();
    }

    private static String id(long vertex) {
        return String.format("%016x", vertex);
    }

    /** @param label of the group, null for an entity that meets none more often than chance */
    record Place(String entityId, long degree, double pagerank, String label) {}

    /** @param close whether the two meet more often than chance */
    private record Neighbour(long vertex, long stories, boolean close) implements Serializable {}

    /** What a vertex knows after a step. */
    private record State(double rank, long label) implements Serializable {}

    /** What a vertex tells another: its share of rank, and votes for its label. */
    private record Message(double rank, long label, long votes) implements Serializable {}

    /** All neighbours of a vertex. @param stories of all pairs that it makes @param close neighbours that are close */
    private record Neighbours(List<Neighbour> all, long stories, long close) implements Serializable {
        static Neighbours of(Iterable<Neighbour> neighbours) {
            List<Neighbour> all = new ArrayList<>();
            neighbours.forEach(all::add);
            return new Neighbours(
                    all,
                    all.stream().mapToLong(Neighbour::stories).sum(),
                    all.stream().filter(Neighbour::close).count());
        }

        /** What a vertex tells itself keeps its label where it does not choose in this step, and of equals its own where it does. */
        Iterator<Tuple2<Long, Message>> messages(long vertex, State state, int step) {
            boolean chooses = (vertex >>> step & 1) == 1;
            List<Tuple2<Long, Message>> messages = new ArrayList<>(all.size() + 1);
            messages.add(new Tuple2<>(vertex, new Message(0, state.label, chooses ? 1 : Long.MAX_VALUE / 2)));
            for (Neighbour to : all) {
                messages.add(new Tuple2<>(
                        to.vertex,
                        new Message(state.rank * to.stories / stories, state.label, to.close ? 2 * to.stories : 0)));
            }
            return messages.iterator();
        }
    }

    private record Vertex(long vertex, Neighbours neighbours, State state) {
        Place place() {
            return new Place(
                    id(vertex), neighbours.all.size(), state.rank, neighbours.close > 0 ? id(state.label) : null);
        }
    }

    /** What a vertex receives in one step: every vertex takes the label with most votes, of equals the smallest. */
    private static final class Tally implements Serializable {
        private double rank;
        private final Map<Long, Long> votes = new HashMap<>();

        Tally(Message message) {
            with(message);
        }

        Tally with(Message message) {
            rank += message.rank;
            if (message.votes > 0) {
                votes.merge(message.label, message.votes, Long::sum);
            }
            return this;
        }

        Tally with(Tally other) {
            rank += other.rank;
            other.votes.forEach((label, count) -> votes.merge(label, count, Long::sum));
            return this;
        }

        State state() {
            long label = votes.entrySet().stream()
                    .max(Map.Entry.<Long, Long>comparingByValue()
                            .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                    .orElseThrow()
                    .getKey();
            return new State(RESET + (1 - RESET) * rank, label);
        }
    }
}

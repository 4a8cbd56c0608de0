package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.round;
import static org.apache.spark.sql.functions.struct;

import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.graphx.Edge;
import org.apache.spark.graphx.EdgeDirection;
import org.apache.spark.graphx.EdgeTriplet;
import org.apache.spark.graphx.Graph;
import org.apache.spark.graphx.Pregel$;
import org.apache.spark.graphx.lib.PageRank;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;
import scala.Function1;
import scala.Function2;
import scala.Function3;
import scala.Tuple2;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;

/**
 * entities -> the same with their place in the network of pairs: how many they meet, how central they are, with whom they
 * form a group.
 *
 * <p>PageRank (Page and Brin 1998) runs over all pairs. Groups come from label propagation (Raghavan 2007) over the pairs
 * that meet more often than chance: over all pairs the whole network would be one group.
 */
public final class EntitiesWithRanks {
    /** PageRank's error shrinks by 0.85 at least each time: after 20 it is below a twentieth of what it was. */
    private static final int PAGERANK_STEPS = 20;
    private static final double RESET = 0.15;
    private static final int LABEL_STEPS = 10;
    /** 10.8 of G2 is chance in one pair of a thousand. */
    private static final double NOT_CHANCE = 10.8;

    private EntitiesWithRanks() {}

    /**
     * @param entities rows of the table entities; what they say about ranks is not read
     * @param network  all pairs
     */
    public static Dataset<Row> derive(Dataset<Row> entities, Dataset<Row> network) {
        Dataset<Row> ranks = pageranks(network);
        Dataset<Row> placed = entities.drop("degree", "pagerank", "community")
                .join(degrees(network), by("entity_id"), "left")
                .join(ranks, by("entity_id"), "left")
                .join(communities(network, ranks), by("entity_id"), "left")
                .withColumn("degree", coalesce(col("degree"), lit(0L)))
                .withColumn("pagerank", coalesce(col("pagerank"), lit(0.0)));
        return Tables.ENTITIES.fit(placed);
    }

    private static Dataset<Row> degrees(Dataset<Row> network) {
        return network.select(col("a_id").as("entity_id"))
                .union(network.select("b_id"))
                .groupBy("entity_id")
                .agg(count(lit(1)).as("degree"));
    }

    /** Rounded, since sums of doubles depend on their order in the last digits. */
    private static Dataset<Row> pageranks(Dataset<Row> network) {
        Graph<Object, Object> ranked = PageRank.run(graph(network), PAGERANK_STEPS, RESET, tag(Object.class), tag(Object.class));
        JavaRDD<Row> rows = vertices(ranked)
                .map(vertex -> Records.of(Ranked.class).row(new Ranked(id(vertex._1()), (double) vertex._2())));
        return network.sparkSession().createDataFrame(rows, Records.of(Ranked.class).schema())
                .withColumn("pagerank", round(col("pagerank"), 4));
    }

    /** Every group is named after its highest ranked entity. */
    private static Dataset<Row> communities(Dataset<Row> network, Dataset<Row> ranks) {
        Dataset<Row> strong = network.where(col("log_likelihood").geq(NOT_CHANCE).and(col("npmi").gt(0)));
        JavaRDD<Row> rows = vertices(labelled(graph(strong)))
                .map(vertex -> Records.of(Labelled.class).row(new Labelled(id(vertex._1()), id(vertex._2()))));
        Dataset<Row> labels = network.sparkSession().createDataFrame(rows, Records.of(Labelled.class).schema());
        Dataset<Row> names = labels.join(ranks, "entity_id")
                .groupBy("label")
                .agg(max(struct("pagerank", "entity_id")).as("first"))
                .select(col("label"), col("first.entity_id").as("community"));
        return labels.join(names, "label").select("entity_id", "community");
    }

    /**
     * Every vertex takes the label that most of its neighbours have, weighed by stories; of equals the smallest. GraphX's own
     * label propagation settles equals by the order in which messages come, and swaps labels for ever between two sides.
     */
    private static Graph<Object, Object> labelled(Graph<Object, Object> graph) {
        return Pregel$.MODULE$.apply(
                graph.mapVertices((Function2<Object, Object, Object> & Serializable) (id, none) -> id, tag(Object.class), null),
                new HashMap<Long, Long>(),
                LABEL_STEPS,
                EdgeDirection.Either(),
                (Function3<Object, Object, HashMap<Long, Long>, Object> & Serializable) (id, label, votes) ->
                        elected((long) label, votes),
                (Function1<EdgeTriplet<Object, Object>, scala.collection.Iterator<Tuple2<Object, HashMap<Long, Long>>>>
                                & Serializable)
                        EntitiesWithRanks::vote,
                (Function2<HashMap<Long, Long>, HashMap<Long, Long>, HashMap<Long, Long>> & Serializable)
                        EntitiesWithRanks::together,
                tag(Object.class), tag(Object.class), EntitiesWithRanks.<HashMap<Long, Long>>tag(HashMap.class));
    }

    private static Object elected(long label, HashMap<Long, Long> votes) {
        return votes.entrySet().stream()
                .max(Map.Entry.<Long, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElse(label);
    }

    /** The source votes for its label at the target, and the target for its own, so that two cannot swap theirs for ever. */
    private static scala.collection.Iterator<Tuple2<Object, HashMap<Long, Long>>> vote(EdgeTriplet<Object, Object> pair) {
        HashMap<Long, Long> votes = new HashMap<>(Map.of((Long) pair.srcAttr(), 2 * (Long) pair.attr()));
        votes.merge((Long) pair.dstAttr(), 1L, Long::sum);
        return JavaConverters.asScalaIterator(List.of(new Tuple2<Object, HashMap<Long, Long>>(pair.dstId(), votes)).iterator());
    }

    private static HashMap<Long, Long> together(HashMap<Long, Long> some, HashMap<Long, Long> others) {
        HashMap<Long, Long> all = new HashMap<>(some);
        others.forEach((label, votes) -> all.merge(label, votes, Long::sum));
        return all;
    }

    /** Both directions of every pair; a vertex is the entity's id read as the 64 bits it is. */
    private static Graph<Object, Object> graph(Dataset<Row> pairs) {
        RDD<Edge<Object>> edges = pairs.select("a_id", "b_id", "stories").toJavaRDD()
                .flatMap(row -> {
                    long a = Long.parseUnsignedLong(row.getString(0), 16);
                    long b = Long.parseUnsignedLong(row.getString(1), 16);
                    return List.of(new Edge<Object>(a, b, row.getLong(2)), new Edge<Object>(b, a, row.getLong(2))).iterator();
                })
                .rdd();
        return Graph.fromEdges(
                edges, 0L, StorageLevel.MEMORY_AND_DISK(), StorageLevel.MEMORY_AND_DISK(), tag(Object.class), tag(Object.class));
    }

    private static JavaRDD<Tuple2<Object, Object>> vertices(Graph<Object, Object> graph) {
        return graph.vertices().toJavaRDD();
    }

    private static String id(Object vertex) {
        return String.format("%016x", (long) vertex);
    }

    private static <T> ClassTag<T> tag(Class<?> type) {
        return ClassTag$.MODULE$.apply(type);
    }

    private static scala.collection.Seq<String> by(String column) {
        return JavaConverters.asScalaBuffer(List.of(column)).toSeq();
    }

    record Ranked(String entityId, double pagerank) {}

    record Labelled(String entityId, String label) {}
}

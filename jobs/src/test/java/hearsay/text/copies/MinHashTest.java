package hearsay.text.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hearsay.TestSpark;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.ml.feature.MinHashLSH;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class MinHashTest {
    @Test
    void signaturesAreThoseOfSparkMl() {
        int[] set = numbers(new Random(3), 300);
        Vector vector = Vectors.sparse(
                Shingles.RANGE, set, IntStream.of(set).mapToDouble(i -> 1).toArray());
        Dataset<Row> one = TestSpark.session()
                .createDataFrame(
                        List.of(RowFactory.create(vector)),
                        new StructType().add("features", SQLDataTypes.VectorType()));
        List<Vector> hashes = new MinHashLSH()
                .setInputCol("features")
                .setOutputCol("hashes")
                .setNumHashTables(50)
                .setSeed(1)
                .fit(one)
                .transform(one)
                .head()
                .getList(1);
        assertThat(new MinHash(50, 1).signature(set))
                .containsExactly(hashes.stream().mapToInt(h -> (int) h.apply(0)).toArray());
    }

    @Test
    void setsAgreeInTheShareThatTheyHaveInCommon() {
        Random random = new Random(4);
        int[] one = numbers(random, 400);
        int[] other = IntStream.concat(IntStream.of(one).limit(200), IntStream.of(numbers(random, 200)))
                .toArray();
        MinHash hash = new MinHash(2000, 1);
        int[] ofOne = hash.signature(one);
        int[] ofOther = hash.signature(other);
        double agree =
                IntStream.range(0, 2000).filter(i -> ofOne[i] == ofOther[i]).count() / 2000.0;
        assertThat(agree).isCloseTo(200 / 600.0, within(0.04));
    }

    @Test
    void setsAsBytesShareWhatTheyShare() {
        byte[] one = Shingles.bytes(new int[] {1, 5, 9, 1 << 23});
        assertThat(Shingles.ofBytes(one)).containsExactly(1, 5, 9, 1 << 23);
        assertThat(Shingles.inCommon(one, Shingles.bytes(new int[] {0, 5, 6, 9, 10, 1 << 23})))
                .isEqualTo(3);
        assertThat(Shingles.inCommon(one, new byte[0])).isZero();
    }

    private static int[] numbers(Random random, int many) {
        return random.ints(0, Shingles.RANGE).distinct().limit(many).sorted().toArray();
    }
}

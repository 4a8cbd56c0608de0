package hearsay.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.tables.Span;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowMatchingTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "half of both                          | 0-10        | 5-15       | 0",
                "less than half                        | 0-10        | 6-16       | -1",
                "half of the judged, not of the found  | 0-10        | 0-21       | -1",
                "half of the found, not of the judged  | 0-21        | 0-10       | -1",
                "a piece of half the length            | 0-20        | 0-10       | 0",
                "they only touch                       | 0-10        | 10-20      | -1",
                "the most similar one                  | 0-10        | 0-20 0-12  | 1",
                "in place before moved                 | 0-10 2-12   | 2-12 0-10  | 1 0",
                "one found row is one judged row only  | 0-10 1-11   | 0-10       | 0 -1",
                "the second best, where the best is taken | 0-10 0-12 | 0-12 0-16 | 1 0",
                "nothing is found                      | 0-10        | ''         | -1"
            })
    void partners(String name, String judged, String found, String expected) {
        assertThat(RowMatching.partners(spans(judged), spans(found)))
                .containsExactly(Stream.of(expected.split(" "))
                        .mapToInt(Integer::parseInt)
                        .toArray());
    }

    private static List<Span> spans(String spans) {
        return Arrays.stream(spans.split(" "))
                .filter(span -> !span.isEmpty())
                .map(span -> span.split("-"))
                .map(ends -> new Span(Integer.parseInt(ends[0]), Integer.parseInt(ends[1])))
                .toList();
    }
}

package hearsay.text.sentences;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OutletLinesTest {
    @Test
    void onlyShortLinesThatQuoteNobodyMayBeFurnitureAndThoseNearTheEdgesAreKnown() {
        String text =
                "  The Morning Ledger \n\nBridge to close\n\n“It must close,” the mayor said.\n12.11.2026\nFour.\nFive.\n"
                        + IntStream.range(0, 20)
                                .mapToObj(i -> "Middle " + i + ".")
                                .collect(Collectors.joining("\n"))
                        + "\nOne two three four five six.\nThe end.";
        List<String> lines = OutletLines.of(text, 5).stream()
                .filter(OutletLines.OutletLine::edge)
                .map(line -> text.substring(line.begin())
                        .lines()
                        .findFirst()
                        .orElseThrow()
                        .strip())
                .toList();
        assertThat(lines)
                .containsExactly(
                        "The Morning Ledger",
                        "Bridge to close",
                        "Four.",
                        "Middle 12.",
                        "Middle 13.",
                        "Middle 14.",
                        "Middle 15.",
                        "Middle 16.",
                        "Middle 17.",
                        "Middle 18.",
                        "Middle 19.",
                        "The end.");
        assertThat(OutletLines.of(text, 5)).hasSize(lines.size() + 13);
    }

    @Test
    void numbersBlanksAndCaseMakeNoOtherLine() {
        List<OutletLines.OutletLine> lines = OutletLines.of(
                "Published 3 min ago | 14 comments\nPUBLISHED  12 min ago |\u00a02 comments\nPublished 3 min ago | comments",
                60);
        assertThat(lines).extracting(OutletLines.OutletLine::line).hasSize(3);
        assertThat(lines.get(0).line())
                .isEqualTo(lines.get(1).line())
                .isNotEqualTo(lines.get(2).line());
    }
}

package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookQuestionsTest {
    @Test
    void tenQuestionsRun() throws Exception {
        assertThat(NotebookQuestions.answers(SmallWarehouse.path())).hasSize(10);
    }

    @Test
    void theViewsHaveTrustedQuotationsPeopleAndPairs() throws Exception {
        try (Connection duckdb = NotebookQuestions.opened(SmallWarehouse.path())) {
            assertThat(NotebookQuestions.rows(duckdb, "SELECT outlet, day, speaker, act FROM quotes ORDER BY ALL"))
                    .containsExactly(
                            List.of("a.example", "2025-03-03", "Ada Brook", "said"),
                            List.of("b.example", "2025-03-04", SmallWarehouse.HOSTILE, "said"),
                            List.of("b.example", "2025-03-04", "Ada Brook", "thinks"),
                            Arrays.asList("b.example", null, "Ada Brook", "said"));
            assertThat(
                            NotebookQuestions.rows(
                                    duckdb,
                                    "SELECT about_name, count(*) FROM said_about WHERE speaker = 'Ada Brook' GROUP BY 1 ORDER BY 1"))
                    .containsExactly(List.of("Carl Dunn", "2"), List.of("Harbour Board", "2"));
            assertThat(NotebookQuestions.rows(
                            duckdb, "SELECT name, quotes, quotes_about FROM people ORDER BY 2 DESC, 1 DESC"))
                    .containsExactly(
                            List.of("Ada Brook", "3", "1"),
                            List.of(SmallWarehouse.HOSTILE, "1", "0"),
                            List.of("Carl Dunn", "0", "2"));
            assertThat(
                            NotebookQuestions.rows(
                                    duckdb,
                                    "SELECT name, other, other_type, stories, sentence FROM pairs ORDER BY strength DESC, name LIMIT 2"))
                    .containsExactly(
                            List.of("Ada Brook", "Harbour Board", "ORG", "2", "Ada Brook met Harbour Board"),
                            List.of("Harbour Board", "Ada Brook", "PER", "2", "Ada Brook met Harbour Board"));
            assertThat(NotebookQuestions.rows(duckdb, "SELECT outlet, no_speaker_because FROM without_speaker"))
                    .containsExactly(List.of("b.example", "no source was found"));
        }
    }
}

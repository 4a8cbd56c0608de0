package hearsay.tables;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.TestSpark;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Sentence SENTENCE = new Sentence(
            "a1",
            0,
            0,
            0,
            9,
            "body",
            "Ann spoke",
            List.of(new Token(0, 3, "B-PER", 0.9, "O", 0.8)),
            null,
            LocalDate.of(2025, 6, 18));

    @Test
    void aRecordComesBackFromARowAsItWas() {
        Records<Sentence> records = Tables.SENTENCES.records();
        Dataset<Row> rows = records.dataset(TestSpark.session(), List.of(SENTENCE));
        assertThat(records.record(rows.head())).isEqualTo(SENTENCE);
    }

    @Test
    void columnsAreTheComponentsInOrder() {
        assertThat(Tables.SPEAKER_LINKS.schema().fieldNames())
                .containsExactly("speaker_id", "about_id", "quotes", "articles", "published_date");
    }

    @Test
    void groupsAreReadAsRecordsAndWrittenAsRows() {
        Records<Sentence> records = Tables.SENTENCES.records();
        Dataset<Row> rows = records.dataset(TestSpark.session(), List.of(SENTENCE));
        Dataset<Row> same = records.rowsByGroup(rows, "article_id", (key, group) -> {
            assertThat(key).isEqualTo("a1");
            return List.of(records.record(group.next())).iterator();
        });
        assertThat(same.schema()).isEqualTo(rows.schema());
        assertThat(records.record(same.head())).isEqualTo(SENTENCE);
    }
}

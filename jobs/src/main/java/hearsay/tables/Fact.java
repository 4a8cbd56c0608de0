package hearsay.tables;

import java.time.LocalDate;

@Says("one cell of the people file")
public record Fact(
        @Says("name of the column: qid, gender, party, country, role or another one of the file")
        String key,

        @Says("what the file has there") String value,

        @Says("first day on which the row holds, for what may change (party, country, role); null where it always did")
        LocalDate firstDay,

        @Says("last day on which the row holds, for what may change; null where it still does")
        LocalDate lastDay) {}

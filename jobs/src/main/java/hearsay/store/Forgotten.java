package hearsay.store;

import hearsay.tables.Says;
import hearsay.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@Says("until when the warehouse was told to forget; kept beside the tables, not one of them")
record Forgotten(
        @Says("first day of publication that is kept") LocalDate first) {
    static final Table<Forgotten> TABLE =
            new Table<>("_forgotten", Forgotten.class, List.of("first"), Optional.empty());
}

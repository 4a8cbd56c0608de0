package hearsay.store;

import hearsay.tables.InputFile;
import hearsay.tables.Says;
import hearsay.tables.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@Says("one input file as the published night read it; kept beside the tables, not one of them")
record KnownFile(
        @Says("relative to the input folder") String path,
        @Says("bytes") long bytes,

        @Says("time of last change, milliseconds since 1970 (UTC)")
        long modified,

        @Says("the input it was listed in: folder, file or glob")
        String input,

        @Says("first run date on which it is opened again, for an article of a day to come; null for none")
        LocalDate again) {

    static final Table<KnownFile> TABLE =
            new Table<>("_known_files", KnownFile.class, List.of("path"), Optional.empty());

    static KnownFile of(InputFile file) {
        return new KnownFile(file.path(), file.bytes(), file.modified().toEpochMilli(), null, null);
    }

    KnownFile in(String input, LocalDate again) {
        return new KnownFile(path, bytes, modified, input, again);
    }
}

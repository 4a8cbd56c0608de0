package hearsay.tables;

import java.time.LocalDate;

@Says("one input that could not be used")
public record Reject(
        @Says("its file, relative to the input folder") String path,

        @Says(
                "where in the file: the line, in tables and feeds the record, in web archives the byte at which it begins; 0 for the whole file")
        long position,

        @Says("why it could not be used") String reason,
        @Says("its first 200 chars, where they are text") String excerpt,
        @Says("day of the run, as given to it") LocalDate runDate) {}

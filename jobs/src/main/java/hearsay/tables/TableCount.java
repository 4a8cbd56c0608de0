package hearsay.tables;

@Says("what one run did to one table")
public record TableCount(
        @Says("table") String table,
        @Says("rows that came in") long rowsIn,
        @Says("rows written") long rowsOut,
        @Says("rows dropped") long dropped,
        @Says("why rows were dropped") String why) {}

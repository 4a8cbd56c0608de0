package hearsay.tables;

import java.time.LocalDate;
import java.util.List;

@Says("one run")
public record Run(
        @Says("hash of the run before, the run date, the input and the versions")
        String runId,

        @Says("number of the run in this warehouse, from 1") long night,
        @Says("day of the run, as given to it") LocalDate runDate,
        @Says("version of the job") String jobVersion,
        @Says("the models, by name and hash") String models,

        @Says("hash of the lists of the language rules, the aliases and the settings that alter rows")
        String rules,

        @Says("per table: rows in, rows out, dropped and why")
        List<TableCount> tables,

        @Says("dates whose rows were written") List<LocalDate> touched,

        @Says("what else the run wants said, one sentence each")
        List<String> notes,

        @Says("duration in seconds") double seconds) {}

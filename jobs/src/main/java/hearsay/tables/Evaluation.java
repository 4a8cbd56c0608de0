package hearsay.tables;

import java.time.LocalDate;

@Says("one measure of one evaluation that was asked to be kept")
public record Evaluation(
        @Says("run that measured") String runId,
        @Says("what was measured, such as names ALL") String measure,
        @Says("the gold file or folder, by its name") String gold,
        @Says("the models, by name and hash") String models,
        @Says("share of what was found that is right") double precision,
        @Says("share of what is right that was found") double recall,
        @Says("harmonic mean of the two") double f1,
        @Says("day of the run, as given to it") LocalDate runDate) {}

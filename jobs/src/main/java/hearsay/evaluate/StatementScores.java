package hearsay.evaluate;

import static hearsay.evaluate.Reliability.share;

import hearsay.evaluate.Reliability.Stated;
import hearsay.evaluate.Reliability.Threshold;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Quote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How many rows of quotes a reader would call true, and whether their confidence says so. Every judged row is listed once.
 * A row counts where it has a partner with a speaker.
 */
record StatementScores(List<Scored> rows) {
    private static final String CONFIDENCE = "confidence";
    private static final List<String> KINDS = List.of("direct", "mixed", "indirect");

    /**
     * The row of a run that has the words of a judged one.
     *
     * @param speaker    null where it names nobody
     * @param confidence between 0 and 1
     * @param isInPlace  whether begin and end are those of the judged row
     */
    record Partner(
            String kind,
            String text,
            String speaker,
            String act,
            String decidedBy,
            double confidence,
            boolean isInPlace) {
        /** Of a row that stands where the judged one did, or elsewhere. */
        static Partner of(Quote quote, boolean isInPlace) {
            return new Partner(
                    quote.kind(),
                    quote.text(),
                    quote.speaker(),
                    quote.act(),
                    quote.decidedBy(),
                    quote.confidence(),
                    isInPlace);
        }
    }

    /** @param partner null where no row has the words any more */
    record Scored(Judgement judgement, Partner partner) {
        boolean counts() {
            return partner != null && partner.speaker != null;
        }

        /** The same with another confidence. */
        Scored stating(double confidence) {
            return new Scored(
                    judgement,
                    new Partner(
                            partner.kind,
                            partner.text,
                            partner.speaker,
                            partner.act,
                            partner.decidedBy,
                            confidence,
                            partner.isInPlace));
        }

        boolean isTrue() {
            return counts() && judgement.isTrueOf(partner.speaker);
        }

        /** Whether a row that was true is so no more. */
        boolean isMissed() {
            return Boolean.TRUE.equals(judgement.isTrue()) && !isTrue();
        }

        boolean isMended() {
            return counts() && !isTrue() && judgement.isMendedBy(partner.speaker, partner.text);
        }

        boolean changedSpeaker() {
            return counts()
                    && judgement.speaker() != null
                    && !judgement.speaker().equals(partner.speaker);
        }
    }

    List<Scored> counting() {
        return rows.stream().filter(Scored::counts).toList();
    }

    Reliability reliability() {
        return Reliability.of(
                counting().stream()
                        .map(row -> new Stated(row.partner.confidence(), row.isTrue()))
                        .toList(),
                count(rows, Scored::isMissed));
    }

    /**
     * Precision is the share of true rows. Recall is their share of all true rows that are known: those that were judged true and
     * are not found count too, under the kind that was judged.
     */
    List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        measures.add(measure("statements all", counting(), rows));
        for (String kind : KINDS) {
            measures.add(measure(
                    "statements " + kind,
                    counting().stream()
                            .filter(row -> row.partner.kind.equals(kind))
                            .toList(),
                    rows.stream()
                            .filter(row -> kind.equals(row.judgement.kind()))
                            .toList()));
        }
        for (Threshold threshold : reliability().thresholds()) {
            measures.add(Measure.of(
                    String.format(Locale.ROOT, "statements from %.2f", threshold.from()),
                    threshold.precision(),
                    threshold.recall()));
        }
        return measures;
    }

    private static Measure measure(String what, List<Scored> counting, List<Scored> judged) {
        int right = count(counting, Scored::isTrue);
        int known = right + count(judged, Scored::isMissed);
        return Measure.of(what, share(right, counting.size()), share(right, known));
    }

    private static int count(List<Scored> rows, Predicate<Scored> which) {
        return (int) rows.stream().filter(which).count();
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        List<Scored> partners = rows.stream().filter(row -> row.partner != null).toList();
        List<Scored> counting = counting();
        line(out, "judged rows", rows.size(), rows.size());
        line(out, "found again", partners.size(), rows.size());
        line(out, "  begin and end the same", count(partners, row -> row.partner.isInPlace()), rows.size());
        line(out, "with a speaker", counting.size(), rows.size());
        line(out, "  that had none", count(counting, row -> row.judgement.speaker() == null), rows.size());
        line(out, "  another than judged", count(counting, Scored::changedSpeaker), rows.size());
        line(out, "judged true, not true now", count(rows, Scored::isMissed), rows.size());
        line(out, "false, but words mended", count(rows, Scored::isMended), rows.size());
        table(out, counts());
        return out.append(System.lineSeparator()).append(reliability()).toString();
    }

    private static void line(StringBuilder out, String what, int rows, int all) {
        out.append(String.format(Locale.ROOT, "%-26s %6d %8.1f %%%n", what, rows, 100 * share(rows, all)));
    }

    /**
     * Rows with a speaker by kind, by act as it was judged and as it was found, by the rule that decided the speaker and by band of
     * confidence: in each part the group with most rows first, bands in their order, and all rows last.
     */
    List<Count> counts() {
        List<Count> counts = new ArrayList<>();
        counts.addAll(counts("kind", row -> row.partner.kind));
        counts.addAll(counts("act, as judged", StatementScores::act));
        counts.addAll(counts("act, as found", row -> String.valueOf(row.partner.act)));
        counts.addAll(counts("decided by", row -> String.valueOf(row.partner.decidedBy)));
        counts.addAll(counts(CONFIDENCE, row -> band(row.partner.confidence)));
        return counts;
    }

    /**
     * Rows of one group.
     *
     * @param by     what the rows are grouped by
     * @param value  of all rows of the group; {@code all} for the rows of all groups
     * @param right  the true ones
     * @param stated mean of their confidences, between 0 and 1
     */
    record Count(String by, String value, int rows, int right, double stated) {
        private static Count of(String by, String value, List<Scored> rows) {
            double stated =
                    rows.stream().mapToDouble(row -> row.partner.confidence).sum();
            return new Count(by, value, rows.size(), count(rows, Scored::isTrue), share(stated, rows.size()));
        }
    }

    private List<Count> counts(String by, Function<Scored, String> group) {
        List<Scored> rows = counting();
        Map<String, List<Scored>> groups =
                rows.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
        Comparator<Map.Entry<String, List<Scored>>> largest =
                Comparator.comparingInt(entry -> -entry.getValue().size());
        List<Count> counts = groups.entrySet().stream()
                .sorted(by.equals(CONFIDENCE) ? Map.Entry.comparingByKey() : largest)
                .map(entry -> Count.of(by, entry.getKey(), entry.getValue()))
                .collect(Collectors.toCollection(ArrayList::new));
        counts.add(Count.of(by, "all", rows));
        return counts;
    }

    private static void table(StringBuilder out, List<Count> counts) {
        String by = "";
        for (Count count : counts) {
            if (!count.by.equals(by)) {
                by = count.by;
                out.append(String.format(Locale.ROOT, "%n%-22s %6s %6s %8s%n", by, "rows", "true", "% true"));
            }
            out.append(String.format(
                    Locale.ROOT,
                    "%-22s %6d %6d %8.1f%n",
                    count.value,
                    count.rows,
                    count.right,
                    100 * share(count.right, count.rows)));
        }
    }

    /**
     * Writes {@link #counts()} as comma-separated values, one group a line: no word of an article is in them.
     *
     * @throws OperatorMistake where the file cannot be written
     */
    void writeCounts(Path file) {
        StringBuilder lines = new StringBuilder("by,value,rows,true,stated\n");
        for (Count count : counts()) {
            lines.append(String.format(
                    Locale.ROOT,
                    "\"%s\",\"%s\",%d,%d,%.4f\n",
                    count.by,
                    count.value,
                    count.rows,
                    count.right,
                    count.stated));
        }
        try {
            Files.writeString(file, lines);
        } catch (IOException e) {
            throw new OperatorMistake("The counts cannot be written to " + file + ".", e);
        }
    }

    private static String act(Scored row) {
        return row.judgement.act() == null ? "not said" : Judgement.lower(row.judgement.act());
    }

    /** "0.0 to 0.5", then a tenth each; 1 is of the last. */
    static String band(double confidence) {
        if (confidence < 0.5) {
            return "0.0 to 0.5";
        }
        int tenth = 5;
        while (tenth < 9 && confidence >= (tenth + 1) / 10.0) {
            tenth++;
        }
        return String.format(Locale.ROOT, "%.1f to %.1f", tenth / 10.0, (tenth + 1) / 10.0);
    }
}

package hearsay.report.export;

import static org.apache.spark.sql.functions.col;

import hearsay.settings.OperatorMistake;
import hearsay.settings.Settings;
import hearsay.settings.WholeFile;
import hearsay.steps.PairSettings;
import hearsay.steps.QuoteSettings;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.Run;
import hearsay.tables.Tables;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Writes rows of a warehouse as one file for a spreadsheet, a program or Gephi, and beside it what its columns are.
 *
 * <pre>jobs/hearsay export --warehouse warehouse --what quotes --format csv --out files</pre>
 */
public final class ExportJob {
    /**
     * What is asked for.
     *
     * @param out           folder of the file, which is called after {@code what} and {@code format}
     * @param from          first day of publication
     * @param to            last day
     * @param minConfidence least confidence of a quotation; by default that of {@code quotes.trusted}
     * @param bom           whether a CSV file begins with a byte order mark
     */
    public record Request(
            What what,
            Format format,
            Path out,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<Double> minConfidence,
            boolean bom) {}

    private final Published warehouse;
    private final Selection selection;
    private final PairSettings pairs;
    private final Request request;

    private ExportJob(Published warehouse, Selection selection, PairSettings pairs, Request request) {
        this.warehouse = warehouse;
        this.selection = selection;
        this.pairs = pairs;
        this.request = request;
    }

    /** @throws OperatorMistake where options do not go together, or no night was published */
    public static void run(SparkSession spark, Settings settings, String path, Request request, PrintStream out) {
        check(request);
        QuoteSettings shown =
                request.minConfidence().map(QuoteSettings::new).orElse(settings.section("quotes", QuoteSettings.class));
        Selection selection = new Selection(request.from(), request.to(), shown);
        Published warehouse = Warehouse.existing(spark, path);
        new ExportJob(warehouse, selection, settings.section("pairs", PairSettings.class), request).write(out);
    }

    private static void check(Request request) {
        String what = request.what().name().toLowerCase(Locale.ROOT);
        if (request.format().isGraph() && !request.what().isGraph()) {
            throw new OperatorMistake("--format " + request.format().name().toLowerCase(Locale.ROOT)
                    + " is for graphs, --what network or speakers; for " + what + " take csv or jsonl.");
        }
        if (request.minConfidence().isPresent() && request.what() == What.NETWORK) {
            throw new OperatorMistake(
                    "--min-confidence is for quotations, and --what network has none; pairs have their strength.");
        }
        if (request.minConfidence().filter(least -> !(least >= 0 && least <= 1)).isPresent()) {
            throw new OperatorMistake(
                    "--min-confidence is " + request.minConfidence().get() + ", and a confidence is between 0 and 1.");
        }
        if (request.bom() && request.format() != Format.CSV) {
            throw new OperatorMistake("--bom is for --format csv; the other formats say their encoding themselves.");
        }
    }

    private void write(PrintStream out) {
        Run run = lastRun();
        String name = (request.what() + "." + request.format()).toLowerCase(Locale.ROOT);
        Path file = request.out().resolve(name);
        Path beside = request.out().resolve(name + ".md");
        Sidecar sidecar = new Sidecar(name, which(), run);
        String[] counted = new String[1];
        if (request.format().isGraph()) {
            Graph graph = graph();
            WholeFile.write(file, to -> {
                GraphFile.Size size = request.format() == Format.GEXF
                        ? GraphFile.gexf(graph, warehouse, which(), to)
                        : GraphFile.graphml(graph, warehouse, which(), to);
                counted[0] = String.format(Locale.ROOT, "%,d nodes and %,d edges", size.nodes(), size.edges());
            });
            explain(sidecar, graph);
        } else {
            Exported exported = rows();
            WholeFile.write(
                    file,
                    to -> counted[0] = String.format(
                            Locale.ROOT,
                            "%,d rows",
                            request.format() == Format.CSV
                                    ? RowsFile.csv(exported.rows(), request.bom(), to)
                                    : RowsFile.jsonl(exported.rows(), to)));
            explain(sidecar, exported);
        }
        WholeFile.write(beside, to -> to.write(sidecar.markdown().getBytes(StandardCharsets.UTF_8)));
        out.println("Wrote " + file + ", " + counted[0] + ". " + which());
        out.println("Its columns are explained in " + beside + ".");
    }

    private Run lastRun() {
        List<Row> runs = warehouse
                .read(Tables.RUNS)
                .orderBy(col("night").desc())
                .limit(1)
                .collectAsList();
        if (runs.isEmpty()) {
            throw new OperatorMistake("No night was published in " + warehouse.path() + " yet.");
        }
        return Tables.RUNS.records().record(runs.get(0));
    }

    private Exported rows() {
        return switch (request.what()) {
            case QUOTES -> QuotesToExport.of(warehouse, selection);
            case PEOPLE -> PeopleToExport.of(warehouse, selection);
            case QUOTED -> QuotedToExport.of(warehouse, selection);
            case NETWORK, SPEAKERS -> graph().edges();
        };
    }

    private Graph graph() {
        return request.what() == What.SPEAKERS
                ? SpeakersToExport.of(warehouse, selection, pairs)
                : NetworkToExport.of(warehouse, selection);
    }

    /** Which rows the file has, in sentences. */
    private String which() {
        String of = selection.articles(", of");
        return switch (request.what()) {
            case QUOTES -> "It has the quotations " + selection.trust() + of + "; the table quotes has all.";
            case SPEAKERS ->
                "It has who speaks about whom, by the quotations " + selection.trust() + of
                        + "; speaking of oneself is left out.";
            case PEOPLE ->
                "It has the people" + selection.articles(" named in") + ", and counts the quotations "
                        + selection.trust() + ".";
            case QUOTED ->
                "It has the shares of the persons who are quoted, by the quotations " + selection.trust() + of + ".";
            case NETWORK ->
                "It has the pairs of names that stand near each other in enough stories (pairs.least-stories)"
                        + selection.articles(", with the counts of") + ".";
        };
    }

    private void explain(Sidecar sidecar, Exported exported) {
        sidecar.columns("One row is " + exported.row(), exported.columns());
        if (request.format() == Format.CSV) {
            sidecar.note("Lists are one text, with \"" + Cells.BETWEEN.strip()
                    + "\" between. A text that a spreadsheet would take for a"
                    + " formula or a number has an apostrophe in front that is not part of it.");
        }
    }

    private void explain(Sidecar sidecar, Graph graph) {
        Exported nodes = graph.nodes(warehouse);
        sidecar.columns("A node is " + nodes.row(), nodes.columns())
                .columns("An edge is " + graph.edges().row(), graph.attributes())
                .note("The weight of an edge is its column `" + graph.weight() + "`."
                        + (graph.directed() ? " It leads from the speaker to the entity spoken about." : ""));
        if (request.format() == Format.GEXF) {
            sidecar.note("A node is there from `first_seen` to `last_seen`, an edge on each day that it has, with `"
                    + graph.weight() + "_of_day` for the day. What has no day is always there.");
        }
    }
}

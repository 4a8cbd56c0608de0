package hearsay.report.export;

/** The format of an exported file. */
public enum Format {
    /** Comma-separated values for spreadsheets. */
    CSV,
    /** One JSON object on each line. */
    JSONL,
    /** A graph for Gephi, with days: GEXF 1.3. */
    GEXF,
    /** A graph for yEd, igraph, NetworkX and their like. */
    GRAPHML;

    boolean isGraph() {
        return this == GEXF || this == GRAPHML;
    }
}

package hearsay.report.export;

/** What can be exported. */
public enum What {
    /** One row per quotation, with its article. */
    QUOTES,
    /** One row per pair of names; as a graph, undirected. */
    NETWORK,
    /** One row per speaker and entity spoken about; as a graph, directed. */
    SPEAKERS,
    /** One row per person. */
    PEOPLE,
    /** Who gets quoted: one row per outlet, week, trait and value. */
    QUOTED;

    boolean isGraph() {
        return this == NETWORK || this == SPEAKERS;
    }
}

package hearsay.report.export;

import hearsay.steps.QuotedSharesFromQuotes;
import hearsay.store.Published;
import hearsay.tables.QuotedShare;
import hearsay.tables.Tables;
import java.util.List;
import java.util.stream.Stream;

/** Who gets quoted. */
final class QuotedToExport {
    private QuotedToExport() {}

    static Exported of(Published warehouse, Selection selection) {
        List<Column> columns = Stream.of(
                        "trait",
                        "outlet",
                        "week",
                        "value",
                        "share",
                        "share_low",
                        "share_high",
                        "quotes",
                        "speakers",
                        "articles")
                .map(name -> Column.of(name, QuotedShare.class, name, name))
                .toList();
        return Exported.of(
                        "one trait and value of the persons quoted by one outlet in one week",
                        columns,
                        QuotedSharesFromQuotes.derive(
                                selection.quotes(warehouse),
                                warehouse.read(Tables.ARTICLES),
                                warehouse.read(Tables.ENTITIES),
                                selection.shown()))
                .orderedBy("trait", "outlet", "week", "value");
    }
}

package hearsay.steps;

import hearsay.tables.Quote;
import hearsay.tables.Records;
import hearsay.text.quotes.Statements.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** quotes + mentions -> what the probabilities of the quotes are made of, to learn their weights from. */
public final class FeaturesFromQuotes {
    private FeaturesFromQuotes() {}

    /** @param names of the features that are not 0, in the order of their values */
    public record Features(String quoteId, List<String> names, List<Double> values) {}

    /**
     * @param quotes of {@link QuotesWithNames#derive}
     * @return rows of {@link Features}, one for each quote
     */
    public static Dataset<Row> derive(Dataset<Row> quotes) {
        Records<QuotesWithNames.Read> in = Records.of(QuotesWithNames.Read.class);
        return Records.of(Features.class)
                .rows(quotes, row -> features(in.record(row)).iterator());
    }

    private static List<Features> features(QuotesWithNames.Read article) {
        List<Quote> quotes = article.quotesInOrder();
        List<Statement> statements = article.statements();
        List<Features> features = new ArrayList<>();
        for (int q = 0; q < quotes.size(); q++) {
            Map<String, Double> values = statements.get(q).features();
            features.add(
                    new Features(quotes.get(q).quoteId(), List.copyOf(values.keySet()), List.copyOf(values.values())));
        }
        return features;
    }
}

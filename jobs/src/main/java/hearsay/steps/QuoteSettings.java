package hearsay.steps;

import static org.apache.spark.sql.functions.col;

import hearsay.tables.QuoteAct;
import java.io.Serializable;
import org.apache.spark.sql.Column;

/**
 * Which quotes readers are shown.
 *
 * @param trusted the least confidence of a row that is shown, between 0 and 1
 */
public record QuoteSettings(double trusted) implements Serializable {
    public QuoteSettings {
        if (!(trusted >= 0 && trusted <= 1)) {
            throw new IllegalArgumentException("trusted is " + trusted + ", and a confidence is between 0 and 1");
        }
    }

    /** Whether a row of quotes can be printed as what its speaker said or thinks. */
    public Column isShown() {
        return col("confidence").geq(trusted).and(col("act").isin(QuoteAct.SAID.word(), QuoteAct.THINKS.word()));
    }
}

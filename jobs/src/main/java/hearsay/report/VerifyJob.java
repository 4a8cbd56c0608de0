package hearsay.report;

import hearsay.settings.OperatorMistake;
import hearsay.store.Verification;
import java.io.PrintStream;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Prints what is wrong with a warehouse and what to do, a numbered sentence for each. */
public final class VerifyJob {
    private VerifyJob() {}

    /**
     * @param rows whether the rows are checked too, or only the files
     * @return whether nothing is wrong
     * @throws OperatorMistake where there is nothing to verify, or a newer Hearsay wrote it
     */
    public static boolean run(SparkSession spark, String path, boolean rows, PrintStream out) {
        Verification verified = Verification.of(spark, path, rows);
        out.println("Warehouse " + path);
        verified.notes().forEach(out::println);
        List<Verification.Finding> findings = verified.findings();
        for (int i = 0; i < findings.size(); i++) {
            out.printf("%n%d. %s%n", i + 1, findings.get(i).says());
            out.println("   " + findings.get(i).remedy());
        }
        out.println(
                findings.isEmpty()
                        ? "It is sound."
                        : "\nIt is not sound: "
                                + (findings.size() == 1 ? "1 finding." : findings.size() + " findings."));
        return findings.isEmpty();
    }
}

package hearsay.store;

import hearsay.settings.OperatorMistake;
import java.util.List;

/** What a night would have published must not be; the night before stays. The command exits with 3. */
public final class CheckFailed extends OperatorMistake {
    private final List<String> findings;

    CheckFailed(List<String> findings) {
        super(
                "The night is not published, the night before stays: " + String.join("; ", findings)
                        + " (--accept publishes it all the same).",
                3);
        this.findings = List.copyOf(findings);
    }

    /** One sentence for each check that failed, naming the first rows. */
    public List<String> findings() {
        return findings;
    }
}

package hearsay.settings;

/**
 * Something the person who runs Hearsay can mend: a missing input, an unknown setting, a warehouse in use. Its message is
 * one clear sentence; the command prints it without a stack trace and exits with {@link #exitCode()}.
 */
public class OperatorMistake extends RuntimeException {
    private final int exitCode;

    public OperatorMistake(String sentence) {
        this(sentence, 2);
    }

    public OperatorMistake(String sentence, Throwable cause) {
        super(sentence, cause);
        exitCode = 2;
    }

    protected OperatorMistake(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    public int exitCode() {
        return exitCode;
    }
}

package hearsay.steps;

import java.io.Serializable;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.CollectionAccumulator;

/**
 * What one article may cost, so that none takes the night down: where the language rules fail on it or take too long, the
 * step gives no row of it, the article is refused with the reason, and the night goes on.
 *
 * <p>The rules run on a thread of their own. Java cannot stop one that does not want to: rules that take too long are left to
 * a daemon thread, which ends when they do. Texts are bounded ({@code input.largest-text}), and with them what is left.
 */
public final class ArticleLimits implements Serializable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final ExecutorService RULES = Executors.newCachedThreadPool(rules -> {
        Thread thread = new Thread(rules, "rules of one article");
        thread.setDaemon(true);
        return thread;
    });

    private final int seconds;
    private final CollectionAccumulator<Refusal> refusals;

    /** @param reason why the article cannot be used, in words */
    private record Refusal(String articleId, String reason) implements Serializable {}

    private ArticleLimits(int seconds, CollectionAccumulator<Refusal> refusals) {
        this.seconds = seconds;
        this.refusals = refusals;
    }

    /** No limit, and what the rules throw is thrown: for evaluations, which must not leave an article out. */
    public static ArticleLimits none() {
        return new ArticleLimits(0, null);
    }

    /** @param seconds that the model, or the rules of one step, may take over one article */
    public static ArticleLimits of(SparkSession spark, int seconds) {
        return new ArticleLimits(seconds, spark.sparkContext().collectionAccumulator("refused articles"));
    }

    /** Article ids and reasons, complete for the steps whose rows have been written. */
    public SortedMap<String, String> refused() {
        SortedMap<String, String> reasons = new TreeMap<>();
        refusals.value()
                .forEach(refusal -> reasons.merge(
                        refusal.articleId, refusal.reason, (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return reasons;
    }

    /** What the rules make of an article; nothing, and a refusal, where they fail on it. */
    <T> List<T> rows(String articleId, Supplier<List<T>> rules) {
        return within(rules, reason -> {
            refuse(articleId, reason);
            return List.of();
        });
    }

    /** What the rules make of an article; where they fail on it, what {@code otherwise} makes of the reason. */
    <T> T within(Supplier<T> rules, Function<String, T> otherwise) {
        if (refusals == null) {
            return rules.get();
        }
        Future<T> running = RULES.submit(rules::get);
        try {
            return running.get(seconds, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            running.cancel(true);
            return otherwise.apply(tooLong());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error && !(error instanceof StackOverflowError)) {
                throw error;
            }
            return otherwise.apply("the language rules failed on it: " + oneLine(e.getCause()));
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the task was stopped", e);
        }
    }

    void refuse(String articleId, String reason) {
        refusals.add(new Refusal(articleId, reason));
    }

    /** Nanoseconds of processor time of this thread: a busy machine makes no article long. */
    static long now() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /** Whether what this thread began then, by {@link #now}, has taken too long by now. */
    boolean areOver(long began) {
        return refusals != null && now() - began > TimeUnit.SECONDS.toNanos(seconds);
    }

    String tooLong() {
        return "its analysis took longer than " + seconds + " seconds";
    }

    private static String oneLine(Throwable fault) {
        StackTraceElement[] trace = fault.getStackTrace();
        String message = fault.getMessage() == null
                ? ""
                : " (" + fault.getMessage().lines().findFirst().orElse("") + ")";
        return fault.getClass().getSimpleName()
                + message
                + (trace.length == 0 ? "" : " in " + trace[0].getFileName() + ":" + trace[0].getLineNumber());
    }
}

package hearsay.text.quotes;

import hearsay.settings.Weights;
import java.time.LocalDate;

/**
 * How near in time two texts must be for the words that they share to be one quotation: who says the same few words again years
 * later says them again.
 */
public final class QuoteNearness {
    private static final Weights WEIGHTS = Weights.of("quotes");
    private static final int FEWEST = WEIGHTS.whole("group_fewest_words");
    private static final int FEW = WEIGHTS.whole("group_few_words");
    private static final int SOME = WEIGHTS.whole("group_some_words");
    private static final int MANY = WEIGHTS.whole("group_many_words");
    private static final int FEWEST_DAYS = WEIGHTS.whole("group_fewest_days");
    private static final int FEW_DAYS = WEIGHTS.whole("group_few_days");
    private static final int SOME_DAYS = WEIGHTS.whole("group_some_days");
    private static final double SHARE = WEIGHTS.number("group_shared");

    /** Of texts without a day of their own: they are near each other by the day under which they are filed, and near no other. */
    private static final int UNDATED = 100_000_000;

    private QuoteNearness() {}

    /** A day that {@link #days} compares. */
    public static int day(LocalDate filed, boolean dated) {
        return (int) filed.toEpochDay() + (dated ? 0 : UNDATED);
    }

    /** The days from one {@link #day} to a later one; where only one of them is known, as many as between two that are just near. */
    public static int days(int first, int later) {
        return later - first > UNDATED / 2 ? SOME_DAYS : Math.max(0, later - first);
    }

    /** The most days between two quotations with the same words, of which so many are content. */
    public static int mostDays(int content) {
        if (content >= MANY) {
            return Integer.MAX_VALUE;
        }
        return content >= SOME ? SOME_DAYS : content >= FEW ? FEW_DAYS : FEWEST_DAYS;
    }

    /**
     * Whether a quotation is a part of a longer one, or cut otherwise than it.
     *
     * @param part        the shorter one
     * @param whole       the longer one
     * @param run         words that must follow each other for them to count as shared
     * @param days        between the two
     * @param sameSpeaker false where two speakers are known: the same words are no chance only if they are many
     */
    public static boolean isPart(QuoteWording part, QuoteWording whole, int run, int days, boolean sameSpeaker) {
        boolean within = part.isWithin(whole);
        int all = part.content().size();
        int common = within ? all : part.contentInCommon(whole, run).size();
        return within
                ? all >= FEWEST && days <= mostDays(all) && (sameSpeaker || all >= MANY || days <= FEWEST_DAYS)
                : common >= (sameSpeaker ? SOME : MANY) && common >= SHARE * all && days <= SOME_DAYS;
    }
}

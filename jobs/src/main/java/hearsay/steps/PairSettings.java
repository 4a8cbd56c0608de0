package hearsay.steps;

import java.io.Serializable;

/**
 * Which names make a pair.
 *
 * @param windowSentences  two names are a pair where they stand at most so many sentences apart; 0 is the same sentence
 * @param mostEntities     an article makes at most as many pairs as so many entities make among themselves: its nearest ones
 * @param evidence         evidence sentences kept for a pair over all days
 * @param leastStories     the network holds pairs that at least so many stories name near each other
 * @param fold             whether peoples count for their country and members for their party
 */
public record PairSettings(int windowSentences, int mostEntities, int evidence, int leastStories, boolean fold)
        implements Serializable {
    /** Pairs that an article may make. */
    long mostPairs() {
        return (long) mostEntities * (mostEntities - 1) / 2;
    }
}

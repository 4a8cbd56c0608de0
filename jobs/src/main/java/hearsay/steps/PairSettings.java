package hearsay.steps;

import java.io.Serializable;

/**
 * Which names of an article make a pair.
 *
 * @param windowSentences  two names are a pair where they stand at most so many sentences apart; 0 is the same sentence
 * @param mostEntities     of an article that names more, only so many count: those it names most, then first
 * @param evidence         evidence sentences kept for a pair over all days
 */
public record PairSettings(int windowSentences, int mostEntities, int evidence) implements Serializable {}

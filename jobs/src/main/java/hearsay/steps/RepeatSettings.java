package hearsay.steps;

import java.io.Serializable;

/**
 * When an article is a copy of another.
 *
 * @param windowDays days within which a copy follows; later ones count as new stories
 * @param overlap    share of the shorter text's three-word runs that both have, 0 to 1: half is a text of which 15 words in
 *                   100 were changed here and there, or one with as much again written to it
 * @param minWords   shorter texts are never copies: they are captions and notices
 */
public record RepeatSettings(int windowDays, double overlap, int minWords) implements Serializable {}

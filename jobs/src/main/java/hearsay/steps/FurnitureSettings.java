package hearsay.steps;

import java.io.Serializable;

/**
 * When a line is boilerplate of its outlet.
 *
 * @param windowDays days before an article's own whose stories count beside those of its own
 * @param minStories stories of the outlet in these days that must have the line, copies of one story counted once
 * @param minShare   share of all stories of the outlet in these days that must have it
 * @param minShareInside the same for a line that stands neither near the beginning nor near the end
 * @param mostWords  words of the longest line that may be boilerplate
 */
public record FurnitureSettings(int windowDays, int minStories, double minShare, double minShareInside, int mostWords)
        implements Serializable {}

package hearsay.report.page;

import hearsay.tables.Run;
import java.util.List;
import java.util.Optional;

/**
 * What the nightly page tells: small lists, read from the tables.
 *
 * @param before       the night before, where there is one
 * @param isQuiet      whether the last run found nothing new; the lists then are of all articles
 * @param people       named most, first the most
 * @param pairs        that no article read before last night names both, or the strongest of all where there are none
 * @param areNewPairs  which of the two
 * @param trusted      least confidence of the quotes that are shown
 * @param quotes       of those who speak most, all of one speaker together
 * @param unknown      quotations without a speaker, by reason
 * @param news         what differs from the nights before
 */
public record Morning(
        Run last,
        Optional<Run> before,
        boolean isQuiet,
        Counts counts,
        List<Named> people,
        List<Pair> pairs,
        boolean areNewPairs,
        double trusted,
        List<Said> quotes,
        List<Outlet> outlets,
        List<Unknown> unknown,
        List<Rejected> rejects,
        News news) {

    public record Counts(long articles, long copies, long quotations, long withSpeaker, long rejected) {}

    public record Named(String id, String name, String type, long articles, long mentions) {}

    public record Pair(
            String aId,
            String a,
            String aType,
            String bId,
            String b,
            String bType,
            long stories,
            long sentences,
            String evidence) {}

    /** @param quotations how many the speaker has in all @param link address or path of the article */
    public record Said(
            String speakerId,
            String speaker,
            long quotations,
            String kind,
            String before,
            String text,
            String after,
            String link,
            String title,
            String source,
            String day) {}

    public record Outlet(String name, long articles, long quotations, long unknown) {}

    public record Unknown(String because, long quotations, String example) {}

    public record Rejected(String reason, long inputs, String example) {}

    /**
     * What differs from the nights before.
     *
     * @param newNames    how many persons, organisations and places no article read before last night names
     * @param names       of them, those that most articles name
     * @param spoke       who spoke on whom, first the most
     * @param corrected   how many articles came with another text than before
     * @param corrections some of them
     */
    public record News(
            long newNames, List<Named> names, List<Spoke> spoke, long corrected, List<Corrected> corrections) {}

    /** @param quotations of the speaker that name the other */
    public record Spoke(String speakerId, String speaker, String aboutId, String about, long quotations) {}

    /** @param link address or path of the article */
    public record Corrected(String title, String link, String source) {}
}

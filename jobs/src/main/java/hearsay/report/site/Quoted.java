package hearsay.report.site;

import hearsay.tables.QuoteSpeaker;
import hearsay.tables.Verbatim;
import java.util.List;

/**
 * One quotation in a list, with its article.
 *
 * @param key     what the list is about: the rows of a list stand together
 * @param side    in a list of two who speak on each other, the id of the speaker
 * @param shown   whether it is trusted and reports what somebody said or thinks
 * @param about   ids of the entities that it names, peoples and members folded
 * @param carried articles that carry the same words, this one included; it is the first of them
 * @param outlets outlets that carry them
 */
record Quoted(
        String key,
        String side,
        String quoteId,
        String kind,
        String act,
        double confidence,
        boolean shown,
        String before,
        String text,
        String after,
        int begin,
        List<Verbatim> verbatim,
        int sentence,
        List<QuoteSpeaker> speakers,
        List<String> about,
        String sourceText,
        String noSpeakerBecause,
        String outlet,
        String day,
        String url,
        String path,
        String title,
        long carried,
        List<String> outlets) {}

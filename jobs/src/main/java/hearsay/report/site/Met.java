package hearsay.report.site;

import java.time.LocalDate;
import java.util.List;

/**
 * Two who are named together.
 *
 * @param key   id of the one whose list it is in; in a list of pairs {@link Site#pair}
 * @param place 1 for the strongest of the list
 */
record Met(
        String key,
        long place,
        String aId,
        String aName,
        String bId,
        String bName,
        long articles,
        long stories,
        long sentences,
        LocalDate firstSeen,
        LocalDate lastSeen,
        List<InArticle> evidence) {

    boolean isA(String id) {
        return aId.equals(id);
    }

    String other(String id) {
        return isA(id) ? bId : aId;
    }

    String otherName(String id) {
        return isA(id) ? bName : aName;
    }
}

package hearsay.evaluate;

import hearsay.tables.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which found row is a judged one, moved or not. Two rows can be one where they share at least half of the chars of each.
 * Of all such pairs of an article the one with the largest share of common chars (shared by united) is taken first, then the
 * next whose rows are both free; so each row has one partner at most, and a row that stayed as it was keeps its own.
 */
final class RowMatching {
    private record Pair(int judged, int found, double share) {}

    private RowMatching() {}

    /** @return for each judged row the position of its partner among the found ones, -1 where it has none */
    static int[] partners(List<Span> judged, List<Span> found) {
        List<Pair> pairs = new ArrayList<>();
        for (int j = 0; j < judged.size(); j++) {
            for (int f = 0; f < found.size(); f++) {
                Span a = judged.get(j);
                Span b = found.get(f);
                int shared = Math.min(a.end(), b.end()) - Math.max(a.begin(), b.begin());
                int longer = Math.max(a.end() - a.begin(), b.end() - b.begin());
                if (shared > 0 && 2 * shared >= longer) {
                    int united = Math.max(a.end(), b.end()) - Math.min(a.begin(), b.begin());
                    pairs.add(new Pair(j, f, (double) shared / united));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble((Pair pair) -> -pair.share)
                .thenComparingInt(Pair::judged)
                .thenComparingInt(Pair::found));
        int[] partners = new int[judged.size()];
        Arrays.fill(partners, -1);
        boolean[] taken = new boolean[found.size()];
        for (Pair pair : pairs) {
            if (partners[pair.judged] < 0 && !taken[pair.found]) {
                partners[pair.judged] = pair.found;
                taken[pair.found] = true;
            }
        }
        return partners;
    }
}

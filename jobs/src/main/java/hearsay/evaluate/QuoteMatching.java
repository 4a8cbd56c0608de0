package hearsay.evaluate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;

/** Which found quotations answer which marked ones: one may be found in pieces, or several as one. */
final class QuoteMatching {
    /** Positions of the quotations on both sides. */
    record Group(List<Integer> gold, List<Integer> predicted) {}

    private record Star(double similarity, boolean ofGold, int centre, List<Integer> members) {}

    private static final Comparator<Star> MOST_SIMILAR = Comparator.comparingDouble((Star s) -> -s.similarity)
            .thenComparingInt(s -> -s.members.size())
            .thenComparing(s -> !s.ofGold)
            .thenComparingInt(Star::centre);

    final List<ScoredQuote> gold;
    final List<ScoredQuote> predicted;
    final double overlap;
    final Set<Integer> usedGold = new HashSet<>();
    final Set<Integer> usedPredicted = new HashSet<>();
    final PriorityQueue<Star> queue = new PriorityQueue<>(MOST_SIMILAR);

    private QuoteMatching(List<ScoredQuote> gold, List<ScoredQuote> predicted, double overlap) {
        this.gold = gold;
        this.predicted = predicted;
        this.overlap = overlap;
    }

    /** Groups of which one side has one member. */
    static List<Group> groups(List<ScoredQuote> gold, List<ScoredQuote> predicted, double overlap) {
        return new QuoteMatching(gold, predicted, overlap).groups();
    }

    private List<Group> groups() {
        for (int i = 0; i < gold.size(); i++) {
            push(true, i);
        }
        for (int j = 0; j < predicted.size(); j++) {
            push(false, j);
        }
        List<Group> groups = new ArrayList<>();
        while (!queue.isEmpty()) {
            Star star = queue.poll();
            Set<Integer> used = star.ofGold ? usedGold : usedPredicted;
            Set<Integer> others = star.ofGold ? usedPredicted : usedGold;
            if (used.contains(star.centre)) {
                continue;
            }
            if (star.members.stream().anyMatch(others::contains)) {
                push(star.ofGold, star.centre); // a member is gone: measure again
                continue;
            }
            used.add(star.centre);
            others.addAll(star.members);
            groups.add(
                    star.ofGold
                            ? new Group(List.of(star.centre), star.members)
                            : new Group(star.members, List.of(star.centre)));
        }
        return groups;
    }

    private void push(boolean ofGold, int centre) {
        Star star = star(ofGold, centre);
        if (star != null && star.similarity >= overlap) {
            queue.add(star);
        }
    }

    /** One item and the items of the other side that together are most similar to it, taken greedily. */
    private Star star(boolean ofGold, int k) {
        List<ScoredQuote> others = ofGold ? predicted : gold;
        Set<Integer> used = ofGold ? usedPredicted : usedGold;
        BitSet centre = (ofGold ? gold : predicted).get(k).words;
        List<Integer> candidates = new ArrayList<>();
        for (int x = 0; x < others.size(); x++) {
            if (!used.contains(x) && others.get(x).words.intersects(centre)) {
                candidates.add(x);
            }
        }
        candidates.sort(Comparator.comparingDouble((Integer x) -> -jaccard(centre, others.get(x).words))
                .thenComparingInt(x -> x));
        if (candidates.isEmpty()) {
            return null;
        }
        List<Integer> members = new ArrayList<>(List.of(candidates.get(0)));
        ScoredQuote first = others.get(candidates.get(0));
        BitSet union = (BitSet) first.words.clone();
        for (int x : candidates.subList(1, candidates.size())) {
            BitSet more = (BitSet) union.clone();
            more.or(others.get(x).words);
            if (half(others.get(x), centre)
                    && half(first, centre)
                    && jaccard(centre, more) > jaccard(centre, union)
                    && (ofGold || ScoredQuote.canShareSpeaker(others.get(x), first))) {
                members.add(x);
                union = more;
            }
        }
        return new Star(jaccard(centre, union), ofGold, k, members);
    }

    private static boolean half(ScoredQuote item, BitSet centre) {
        return 2 * ScoredQuote.both(item.words, centre) >= item.words.cardinality();
    }

    private static double jaccard(BitSet a, BitSet b) {
        int both = ScoredQuote.both(a, b);
        return both == 0 ? 0 : (double) both / (a.cardinality() + b.cardinality() - both);
    }
}

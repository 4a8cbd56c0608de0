package hearsay.evaluate;

import hearsay.tables.EntityType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Precision, recall and F1 of names: a name is right when its begin, end and type are (Tjong Kim Sang and De Meulder 2003).
 * Micro averages, per type, over all, and over all whatever the type.
 */
public record NameScores(List<Score> scores) {
    private static final List<String> TYPES = EntityType.WORDS;

    /** @param correct predicted names that are in the gold; precision, recall and F1 lie between 0 and 1 */
    record Score(String type, int correct, int predicted, int gold) {
        double precision() {
            return predicted == 0 ? 0 : (double) correct / predicted;
        }

        double recall() {
            return gold == 0 ? 0 : (double) correct / gold;
        }

        double f1() {
            return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
        }
    }

    record Name(int begin, int end, String type) {}

    /**
     * @param gold      tags of all tokens, in IOB1, IOB2 or BIOES
     * @param predicted tags of the same tokens
     * @param breaks    whether a sentence begins at the token; a name never reaches over
     */
    static NameScores of(List<String> gold, List<String> predicted, List<Boolean> breaks) {
        Set<Name> right = names(gold, breaks);
        Set<Name> found = names(predicted, breaks);
        List<Score> scores = new ArrayList<>();
        for (String type : TYPES) {
            scores.add(score(type, ofType(right, type), ofType(found, type)));
        }
        scores.add(score("ALL", right, found));
        scores.add(score("UNTYPED", untyped(right), untyped(found)));
        return new NameScores(scores);
    }

    Score all() {
        return scores.get(TYPES.size());
    }

    public List<Measure> measures() {
        return scores.stream()
                .map(s -> new Measure("names " + s.type(), s.precision(), s.recall(), s.f1()))
                .toList();
    }

    /** The names of a tag sequence, by the rule of conlleval: B-, S-, or I- after O, another type or an ended name begins one. */
    static Set<Name> names(List<String> tags, List<Boolean> breaks) {
        Set<Name> names = new HashSet<>();
        int begin = 0;
        String open = null;
        for (int i = 0; i < tags.size(); i++) {
            char prefix = tags.get(i).charAt(0);
            String type = prefix == 'O' ? null : tags.get(i).substring(2);
            if (open != null && (breaks.get(i) || "OBSU".indexOf(prefix) >= 0 || !open.equals(type))) {
                names.add(new Name(begin, i, open));
                open = null;
            }
            if (type != null && open == null) {
                begin = i;
                open = type;
            }
            if (open != null && "ESLU".indexOf(prefix) >= 0) {
                names.add(new Name(begin, i + 1, open));
                open = null;
            }
        }
        if (open != null) {
            names.add(new Name(begin, tags.size(), open));
        }
        return names;
    }

    private static Score score(String type, Set<Name> gold, Set<Name> predicted) {
        Set<Name> correct = new HashSet<>(gold);
        correct.retainAll(predicted);
        return new Score(type, correct.size(), predicted.size(), gold.size());
    }

    private static Set<Name> ofType(Set<Name> names, String type) {
        return names.stream().filter(n -> n.type().equals(type)).collect(Collectors.toSet());
    }

    private static Set<Name> untyped(Set<Name> names) {
        return names.stream().map(n -> new Name(n.begin(), n.end(), "")).collect(Collectors.toSet());
    }

    @Override
    public String toString() {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s %9s %9s %9s %8s %8s %8s%n",
                "type",
                "precision",
                "recall",
                "F1",
                "correct",
                "pred",
                "gold"));
        for (Score s : scores) {
            table.append(String.format(
                    Locale.ROOT,
                    "%-8s %9.2f %9.2f %9.2f %8d %8d %8d%n",
                    s.type(),
                    100 * s.precision(),
                    100 * s.recall(),
                    100 * s.f1(),
                    s.correct(),
                    s.predicted(),
                    s.gold()));
        }
        return table.toString();
    }
}

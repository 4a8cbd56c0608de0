package hearsay.evaluate;

import hearsay.evaluate.BratFolder.Article;
import hearsay.evaluate.BratFolder.Attribution;
import hearsay.tables.QuoteKind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Scores predicted quotations and their sources against marked ones.
 *
 * <p>Similarity is the Jaccard index of word positions; a pair counts from 0.3 and from 0.8 on. Several predictions, each at
 * least half inside, may match one marked quotation together, and the reverse where the speaker can be the same; otherwise one
 * to one, most similar first. A speaker is right if it shares a word position with the marked source, or has the same
 * head word (pronouns: only by position). Marked quotations without source, and predictions matched to those, are left
 * out of speaker accuracy and of end to end (quotation matched and speaker right).
 *
 * <p>Agrees to the digit with the Python scorer by which the numbers of other systems were taken.
 */
public final class QuoteScores {
    public static final List<Double> OVERLAPS = List.of(0.3, 0.8);

    private QuoteScores() {}

    /**
     * A predicted quotation; stretches count code points.
     *
     * @param speaker source as the text has it, or null
     * @param because where it came from, for the list of worst cases
     */
    public record Prediction(List<Stretch> parts, String speaker, Stretch speakerAt, String because) {}

    /** Precision, recall and F1 of quotations or of quotations with the right speaker. */
    public record Rates(
            double precision,
            double recall,
            double f1,
            int matchedPredictions,
            int predictions,
            int matchedGold,
            int gold) {
        static Rates of(int matchedPredictions, int predictions, int matchedGold, int gold) {
            double p = predictions == 0 ? 0 : (double) matchedPredictions / predictions;
            double r = gold == 0 ? 0 : (double) matchedGold / gold;
            return new Rates(
                    p, r, p + r == 0 ? 0 : 2 * p * r / (p + r), matchedPredictions, predictions, matchedGold, gold);
        }
    }

    /** @param speakerAccuracy share of right speakers among the matched marked quotations that have a source */
    public record Scores(Rates quotes, double speakerAccuracy, int speakerRight, int speakerOf, Rates endToEnd) {}

    /** Of the marked quotations of one kind: how many were found, and with the right speaker. */
    public record Recall(int gold, int matched, double recall, double speakerAccuracy) {}

    /** Scores at one overlap: for "direct+mixed" and "all", and recall by kind of the marked quotation. */
    public record AtOverlap(Map<String, Scores> scores, Map<String, Recall> recalls) {}

    /** A mistake, with as many words as it costs. */
    public record Case(String article, String what, int words, String detail) {}

    /**
     * @param overlaps by overlap, 0.3 and 0.8
     * @param mistakes at overlap 0.3, the costliest first
     */
    public record Result(
            Map<Double, AtOverlap> overlaps,
            int articles,
            int gold,
            int predictions,
            int directWithoutSource,
            int direct,
            List<Case> mistakes) {
        private static final int WORST = 10;
        private static final int SHOWN = 160;

        /** Found quotations, and those with the right speaker too, at both overlaps. */
        public List<Measure> measures() {
            List<Measure> measures = new ArrayList<>();
            for (String kinds : List.of("direct+mixed", "all")) {
                overlaps.forEach((overlap, at) -> {
                    Scores s = at.scores.get(kinds);
                    measures.add(new Measure(
                            "quotes " + kinds + " at " + overlap, s.quotes.precision, s.quotes.recall, s.quotes.f1));
                    measures.add(new Measure(
                            "quotes with speaker " + kinds + " at " + overlap,
                            s.endToEnd.precision,
                            s.endToEnd.recall,
                            s.endToEnd.f1));
                });
            }
            return measures;
        }

        /** The scores as tables, then the ten worst cases. */
        @Override
        public String toString() {
            StringBuilder out = new StringBuilder();
            out.append("%d articles, %d marked quotations, %d found; %d of %d found direct ones have no source%n%n"
                    .formatted(articles, gold, predictions, directWithoutSource, direct));
            out.append("%-14s %-8s %22s   %-21s %22s%n"
                    .formatted("", "overlap", "quotations P / R / F1", "speaker right", "end to end P / R / F1"));
            for (String kinds : List.of("direct+mixed", "all")) {
                overlaps.forEach((overlap, at) -> {
                    Scores s = at.scores.get(kinds);
                    out.append("%-14s %-8.1f %8.2f%7.2f%7.2f   %6.2f %-14s %8.2f%7.2f%7.2f%n"
                            .formatted(
                                    kinds,
                                    overlap,
                                    100 * s.quotes.precision,
                                    100 * s.quotes.recall,
                                    100 * s.quotes.f1,
                                    100 * s.speakerAccuracy,
                                    "(" + s.speakerRight + "/" + s.speakerOf + ")",
                                    100 * s.endToEnd.precision,
                                    100 * s.endToEnd.recall,
                                    100 * s.endToEnd.f1));
                });
            }
            out.append("%n%-26s %8s   %s%n"
                    .formatted("recall by marked kind", "marked", "at 0.3 (speaker)   at 0.8 (speaker)"));
            for (String kind : overlaps.get(OVERLAPS.get(0)).recalls.keySet()) {
                out.append("%-26s %8d"
                        .formatted(kind, overlaps.get(OVERLAPS.get(0)).recalls.get(kind).gold));
                overlaps.values()
                        .forEach(at -> out.append("   %6.1f  (%5.1f)  "
                                .formatted(
                                        100 * at.recalls.get(kind).recall,
                                        100 * at.recalls.get(kind).speakerAccuracy)));
                out.append("%n".formatted());
            }
            out.append("%nThe %d worst cases%n".formatted(Math.min(WORST, mistakes.size())));
            mistakes.stream()
                    .limit(WORST)
                    .forEach(c -> out.append("%s: %s, %d words: %s%n"
                            .formatted(
                                    c.article,
                                    c.what,
                                    c.words,
                                    c.detail.length() <= SHOWN
                                            ? c.detail
                                            : c.detail.substring(0, SHOWN / 2) + " ... "
                                                    + c.detail.substring(c.detail.length() - SHOWN / 2))));
            return out.toString();
        }
    }

    private record Scored(String article, ScoredQuote item, ScoredQuote partner, boolean right, boolean counts) {
        boolean matched() {
            return partner != null;
        }
    }

    /** An article's quotations, as people marked them and as they were found. */
    record Document(String name, List<ScoredQuote> gold, List<ScoredQuote> predicted) {}

    /**
     * @param gold        articles as people marked them
     * @param predictions by article name; articles without an entry have none
     */
    public static Result score(List<Article> gold, Map<String, List<Prediction>> predictions) {
        List<Document> documents = new ArrayList<>();
        for (Article article : gold) {
            documents.add(document(article, predictions.getOrDefault(article.name(), List.of())));
        }
        Map<Double, AtOverlap> overlaps = new LinkedHashMap<>();
        List<Case> mistakes = List.of();
        for (double overlap : OVERLAPS) {
            List<Scored> golds = new ArrayList<>();
            List<Scored> predicted = new ArrayList<>();
            documents.forEach(document -> compare(document, overlap, golds, predicted));
            overlaps.put(overlap, new AtOverlap(scores(golds, predicted), recalls(golds)));
            mistakes = overlap == OVERLAPS.get(0) ? mistakes(golds, predicted) : mistakes;
        }
        List<ScoredQuote> all =
                documents.stream().flatMap(d -> d.predicted.stream()).toList();
        List<ScoredQuote> direct =
                all.stream().filter(item -> item.kind == QuoteKind.DIRECT).toList();
        return new Result(
                overlaps,
                documents.size(),
                documents.stream().mapToInt(d -> d.gold.size()).sum(),
                all.size(),
                (int) direct.stream().filter(item -> item.speaker == null).count(),
                direct.size(),
                mistakes);
    }

    private static Document document(Article article, List<Prediction> predictions) {
        ScoredText text = new ScoredText(article.text());
        List<ScoredQuote> gold = new ArrayList<>();
        for (Attribution a : article.attributions()) {
            ScoredQuote item = new ScoredQuote(text, a.content(), a.sourceText(), a.source(), a.cue(), null);
            if (!item.words.isEmpty()) {
                gold.add(item);
            }
        }
        BitSet discard = text.words(article.discard());
        List<ScoredQuote> predicted = new ArrayList<>();
        for (Prediction p : predictions) {
            List<Stretch> at = p.speaker() == null || p.speakerAt() == null ? List.of() : List.of(p.speakerAt());
            ScoredQuote item = new ScoredQuote(text, p.parts(), p.speaker(), at, null, p.because());
            boolean discarded =
                    !item.words.isEmpty() && 2 * ScoredQuote.both(item.words, discard) > item.words.cardinality();
            if (!discarded) {
                predicted.add(item);
            }
        }
        return new Document(article.name(), gold, predicted);
    }

    private static void compare(Document document, double overlap, List<Scored> golds, List<Scored> predicted) {
        ScoredQuote[] ofGold = new ScoredQuote[document.gold.size()];
        ScoredQuote[] ofPredicted = new ScoredQuote[document.predicted.size()];
        for (QuoteMatching.Group group : QuoteMatching.groups(document.gold, document.predicted, overlap)) {
            for (int i : group.gold()) {
                ofGold[i] = best(document.gold.get(i), document.predicted, group.predicted());
            }
            for (int j : group.predicted()) {
                ofPredicted[j] = best(document.predicted.get(j), document.gold, group.gold());
            }
        }
        for (int i = 0; i < ofGold.length; i++) {
            ScoredQuote item = document.gold.get(i);
            boolean right = ofGold[i] != null && ScoredQuote.sameSpeaker(ofGold[i], item);
            golds.add(new Scored(document.name, item, ofGold[i], right, item.speaker != null));
        }
        for (int j = 0; j < ofPredicted.length; j++) {
            ScoredQuote item = document.predicted.get(j);
            ScoredQuote partner = ofPredicted[j];
            boolean right = partner != null && ScoredQuote.sameSpeaker(item, partner);
            predicted.add(new Scored(document.name, item, partner, right, partner == null || partner.speaker != null));
        }
    }

    private static ScoredQuote best(ScoredQuote item, List<ScoredQuote> others, List<Integer> members) {
        return members.stream()
                .max(Comparator.comparingInt((Integer x) -> ScoredQuote.both(item.words, others.get(x).words))
                        .thenComparingInt(x -> -x))
                .map(others::get)
                .orElseThrow();
    }

    private static Map<String, Scores> scores(List<Scored> golds, List<Scored> predicted) {
        Map<String, Scores> scores = new LinkedHashMap<>();
        scores.put("direct+mixed", scores(golds, predicted, s -> s.item.kind != QuoteKind.INDIRECT));
        scores.put("all", scores(golds, predicted, s -> true));
        return scores;
    }

    private static Scores scores(List<Scored> golds, List<Scored> predicted, Predicate<Scored> kind) {
        List<Scored> g = golds.stream().filter(kind).toList();
        List<Scored> p = predicted.stream().filter(kind).toList();
        List<Scored> withSource = g.stream().filter(Scored::counts).toList();
        List<Scored> counting = p.stream().filter(Scored::counts).toList();
        List<Scored> hits = withSource.stream().filter(Scored::matched).toList();
        int right = count(hits, Scored::right);
        return new Scores(
                Rates.of(count(p, Scored::matched), p.size(), count(g, Scored::matched), g.size()),
                hits.isEmpty() ? 0 : (double) right / hits.size(),
                right,
                hits.size(),
                Rates.of(
                        count(counting, Scored::right),
                        counting.size(),
                        count(withSource, Scored::right),
                        withSource.size()));
    }

    private static Map<String, Recall> recalls(List<Scored> golds) {
        Map<String, Recall> recalls = new LinkedHashMap<>();
        for (QuoteKind kind : QuoteKind.values()) {
            recalls.put(kind.word(), recall(golds, s -> s.item.kind == kind));
        }
        Predicate<Scored> indirect = s -> s.item.kind == QuoteKind.INDIRECT;
        recalls.put("indirect, speech verb", recall(golds, indirect.and(s -> SpeechCues.isSpeech(s.item.cue))));
        recalls.put("indirect, other cue", recall(golds, indirect.and(s -> !SpeechCues.isSpeech(s.item.cue))));
        return recalls;
    }

    private static Recall recall(List<Scored> golds, Predicate<Scored> kind) {
        List<Scored> g = golds.stream().filter(kind).toList();
        List<Scored> hits = g.stream().filter(s -> s.matched() && s.counts).toList();
        int matched = count(g, Scored::matched);
        return new Recall(
                g.size(),
                matched,
                g.isEmpty() ? 0 : (double) matched / g.size(),
                hits.isEmpty() ? 0 : (double) count(hits, Scored::right) / hits.size());
    }

    private static int count(List<Scored> scored, Predicate<Scored> which) {
        return (int) scored.stream().filter(which).count();
    }

    /** What went wrong at the lower overlap, the costliest first; direct speech counts double. */
    private static List<Case> mistakes(List<Scored> golds, List<Scored> predicted) {
        List<Case> mistakes = new ArrayList<>();
        for (Scored g : golds) {
            int cost = g.item.words.cardinality() * (g.item.kind == QuoteKind.DIRECT ? 2 : 1);
            if (!g.matched()) {
                mistakes.add(new Case(
                        g.article, "missed " + g.item.kind.word(), cost, "“" + g.item.text + "” by " + g.item.speaker));
            } else if (g.counts && !g.right) {
                mistakes.add(new Case(
                        g.article,
                        "wrong speaker",
                        cost,
                        "“" + g.item.text + "” by " + g.item.speaker + ", not " + g.partner.speaker));
            }
        }
        for (Scored p : predicted) {
            if (!p.matched()) {
                int cost = p.item.words.cardinality() * (p.item.kind == QuoteKind.DIRECT ? 2 : 1);
                String because = p.item.because == null ? "" : " (" + p.item.because + ")";
                mistakes.add(new Case(
                        p.article,
                        "invented " + p.item.kind.word(),
                        cost,
                        "“" + p.item.text + "” by " + p.item.speaker + because));
            }
        }
        mistakes.sort(Comparator.comparingInt((Case c) -> -c.words())
                .thenComparing(Case::article)
                .thenComparing(Case::detail));
        return mistakes;
    }
}

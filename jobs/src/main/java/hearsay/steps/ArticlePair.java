package hearsay.steps;

import hearsay.settings.Weights;
import hearsay.tables.Mention;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Two entities that one article names near each other.
 *
 * @param publishedDate null where the article has no day of its own
 * @param sentences sentences that name both
 * @param distance  sentences between their nearest mentions, 0 in one sentence
 * @param sentence  of the sentences that name both the one that names fewest others, of equals the first; else the first of the
 *                  two nearest
 * @param others    entities that this sentence names beside one of the two, 0 where no sentence names both
 * @param begin     first char of the first mention of the two in that sentence
 * @param end       char after the last of the two
 */
record ArticlePair(
        String aId,
        String bId,
        String articleId,
        LocalDate publishedDate,
        long sentences,
        int distance,
        int sentence,
        int others,
        int begin,
        int end) {
    private static final int MOST_LOOKED_AT = Weights.of("pairs").whole("most_looked_at");

    /** The pairs of every article; an entity makes no pair with itself. Of a long article the nearest ones. */
    static Dataset<Row> of(Dataset<Row> mentions, PairSettings settings) {
        return rows(mentions, settings, settings.mostPairs());
    }

    /** The pairs of every article, however many there are. */
    static Dataset<Row> ofAll(Dataset<Row> mentions, PairSettings settings) {
        return rows(mentions, settings, Long.MAX_VALUE);
    }

    private static Dataset<Row> rows(Dataset<Row> mentions, PairSettings settings, long most) {
        Records<Mention> in = Tables.MENTIONS.records();
        return Records.of(ArticlePair.class).rowsByGroup(mentions, "article_id", (articleId, rows) -> {
            List<Mention> article = new ArrayList<>();
            rows.forEachRemaining(row -> article.add(in.record(row)));
            article.sort(Comparator.comparing(Mention::begin));
            return pairs(articleId, Named.of(article), settings.windowSentences(), most)
                    .iterator();
        });
    }

    private static Stream<ArticlePair> pairs(String articleId, List<Named> named, int window, long most) {
        Map<Integer, Integer> crowds = new HashMap<>(); // entities that a sentence names
        named.forEach(one -> one.places.keySet().forEach(sentence -> crowds.merge(sentence, 1, Integer::sum)));
        List<Weighed> pairs = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            for (int j = i + 1; j < named.size(); j++) {
                ArticlePair pair = pair(articleId, named.get(i), named.get(j), crowds);
                if (pair.distance <= window) {
                    pairs.add(new Weighed(pair, named.get(i).mentions + named.get(j).mentions));
                }
            }
        }
        Stream<Weighed> kept = pairs.size() <= most
                ? pairs.stream()
                : pairs.stream()
                        .sorted(Comparator.comparing((Weighed weighed) -> weighed.pair.distance)
                                .thenComparing(weighed -> -weighed.mentions)
                                .thenComparing(weighed -> weighed.pair.sentence)
                                .thenComparing(weighed -> weighed.pair.aId)
                                .thenComparing(weighed -> weighed.pair.bId))
                        .limit(most);
        return kept.map(Weighed::pair);
    }

    private record Weighed(ArticlePair pair, int mentions) {}

    private static ArticlePair pair(String articleId, Named a, Named b, Map<Integer, Integer> crowds) {
        long both = 0;
        int distance = Integer.MAX_VALUE;
        int at = 0;
        int others = 0;
        for (int sentence : a.places.keySet()) {
            if (b.places.containsKey(sentence)) {
                int crowd = crowds.get(sentence) - 1;
                if (both == 0 || crowd < others) {
                    at = sentence;
                    others = crowd;
                }
                distance = 0;
                both++;
            }
            if (both == 0) {
                for (Integer other : new Integer[] {b.places.floorKey(sentence), b.places.ceilingKey(sentence)}) {
                    if (other != null && Math.abs(other - sentence) < distance) {
                        distance = Math.abs(other - sentence);
                        at = Math.min(other, sentence);
                    }
                }
            }
        }
        Place ofA = a.places.getOrDefault(at, b.places.get(at));
        Place ofB = b.places.getOrDefault(at, ofA);
        return new ArticlePair(
                a.id,
                b.id,
                articleId,
                a.day,
                both,
                distance,
                at,
                others,
                Math.min(ofA.begin, ofB.begin),
                Math.max(ofA.end, ofB.end));
    }

    /** Where a sentence names an entity first. */
    private record Place(int begin, int end) {}

    /** One entity of an article, and where it stands. */
    private static final class Named {
        final String id;
        final LocalDate day;
        final TreeMap<Integer, Place> places = new TreeMap<>();
        int mentions;

        Named(String id, LocalDate day) {
            this.id = id;
            this.day = day;
        }

        /** The entities of an article by id. */
        static List<Named> of(List<Mention> article) {
            Map<String, Named> byId = new TreeMap<>();
            for (Mention mention : article) {
                if (mention.entityId() != null) {
                    byId.computeIfAbsent(
                                    mention.entityId(),
                                    id -> new Named(id, mention.dateDoubt() == null ? mention.publishedDate() : null))
                            .add(mention);
                }
            }
            if (byId.size() <= MOST_LOOKED_AT) {
                return List.copyOf(byId.values());
            }
            return byId.values().stream()
                    .sorted(Comparator.comparing((Named named) -> -named.mentions)
                            .thenComparing(named -> named.places.firstKey())
                            .thenComparing(named -> named.id))
                    .limit(MOST_LOOKED_AT)
                    .sorted(Comparator.comparing(named -> named.id))
                    .toList();
        }

        void add(Mention mention) {
            places.putIfAbsent(mention.sentence(), new Place(mention.begin(), mention.end()));
            mentions++;
        }
    }
}

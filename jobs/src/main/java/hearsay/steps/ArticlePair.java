package hearsay.steps;

import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.names.Countries;
import hearsay.text.names.NameForms;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Two entities that one article names near each other.
 *
 * @param publishedDate null where the article has no day of its own
 * @param sentences sentences that name both
 * @param distance  sentences between their nearest mentions, 0 in one sentence
 * @param sentence  the first sentence that names both, else the first of the two nearest
 */
record ArticlePair(
        String aId, String bId, String articleId, LocalDate publishedDate, long sentences, int distance, int sentence) {

    /** The pairs of every article. An entity makes no pair with itself, a people none with its country. */
    static Dataset<Row> of(Dataset<Row> mentions, PairSettings settings) {
        Records<Mention> in = Tables.MENTIONS.records();
        return Records.of(ArticlePair.class).rowsByGroup(mentions, "article_id", (articleId, rows) -> {
            List<Mention> article = new ArrayList<>();
            rows.forEachRemaining(row -> article.add(in.record(row)));
            article.sort(Comparator.comparing(Mention::begin));
            return pairs(articleId, Named.of(article, settings.mostEntities()), settings.windowSentences());
        });
    }

    private static Iterator<ArticlePair> pairs(String articleId, List<Named> named, int window) {
        List<ArticlePair> pairs = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            for (int j = i + 1; j < named.size(); j++) {
                Named a = named.get(i);
                Named b = named.get(j);
                if (!a.id.equals(b.about) && !b.id.equals(a.about)) {
                    ArticlePair pair = pair(articleId, a, b);
                    if (pair.distance <= window) {
                        pairs.add(pair);
                    }
                }
            }
        }
        return pairs.iterator();
    }

    private static ArticlePair pair(String articleId, Named a, Named b) {
        long both = 0;
        int distance = Integer.MAX_VALUE;
        int at = 0;
        for (int sentence : a.sentences) {
            if (b.sentences.contains(sentence)) {
                both++;
            }
            for (Integer other : new Integer[] {b.sentences.floor(sentence), b.sentences.ceiling(sentence)}) {
                if (other != null && Math.abs(other - sentence) < distance) {
                    distance = Math.abs(other - sentence);
                    at = Math.min(other, sentence);
                }
            }
        }
        return new ArticlePair(a.id, b.id, articleId, a.day, both, distance, at);
    }

    /** One entity of an article, and where it stands. */
    private static final class Named {
        final String id;
        final LocalDate day;
        final TreeSet<Integer> sentences = new TreeSet<>();
        String about;
        int mentions;
        int first = Integer.MAX_VALUE;

        Named(String id, LocalDate day) {
            this.id = id;
            this.day = day;
        }

        /** The entities of an article by id, at most {@code most} of them. */
        static List<Named> of(List<Mention> article, int most) {
            Map<String, Named> byId = new TreeMap<>();
            for (Mention mention : article) {
                if (mention.entityId() != null) {
                    byId.computeIfAbsent(
                                    mention.entityId(),
                                    id -> new Named(id, mention.dateDoubt() == null ? mention.publishedDate() : null))
                            .add(mention);
                }
            }
            return byId.values().stream()
                    .sorted(Comparator.comparing((Named named) -> -named.mentions)
                            .thenComparing(named -> named.first))
                    .limit(most)
                    .sorted(Comparator.comparing(named -> named.id))
                    .toList();
        }

        void add(Mention mention) {
            sentences.add(mention.sentence());
            mentions++;
            first = Math.min(first, mention.begin());
            if (mention.type().equals("MISC")) {
                String country = Countries.ofDemonym(NameForms.form(mention.text()));
                about = country == null ? about : Ids.entity("LOC", country);
            }
        }
    }
}

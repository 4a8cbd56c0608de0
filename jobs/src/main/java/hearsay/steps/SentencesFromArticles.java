package hearsay.steps;

import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import hearsay.tables.Token;
import hearsay.text.Paragraphs;
import hearsay.text.Paragraphs.Paragraph;
import hearsay.text.SentenceBreaks;
import hearsay.text.TagDecoder;
import hearsay.text.TagDecoder.Tagged;
import hearsay.text.TagNames;
import hearsay.text.TagNames.Shares;
import hearsay.text.Tokens;
import hearsay.text.Windows;
import hearsay.text.Windows.Window;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Articles to sentences with tokens and tags; the only step that runs a model, and the only one that uses Spark NLP.
 *
 * <p>Articles are read a chunk at a time, so that windows of like length from many articles share a batch. Articles in other
 * languages than those of the taggers give no sentences.
 */
public final class SentencesFromArticles {
    /** Articles whose windows are sorted by length together; some 300 windows, a few hundred kB. */
    private static final int CHUNK = 32;

    /** Chars of a chunk, whose probabilities are in memory together, 1 kB a word; a longer article is a chunk of its own. */
    private static final int CHUNK_CHARS = 250_000;

    /** Windows of a long article that are read before its time is looked at: a second or two. */
    private static final int SLICE = 64;

    /** A day's articles lie in one small file, one task; the models need every core, and tasks enough to even out. */
    private static final int TASKS_PER_CORE = 3;

    private static final TagDecoder ENTITIES = new TagDecoder(TagNames.ENTITY_TYPES);
    private static final TagDecoder ATTRIBUTION = new TagDecoder(TagNames.ATTRIBUTION_TYPES);

    private SentencesFromArticles() {}

    /**
     * @param articles rows of {@link Tables#ARTICLES}; a column {@code furniture} as {@link ArticlesWithFurniture} gives it
     *                 is heeded
     * @param taggers  the model or models
     * @param limits   of one article; the refused give no sentences
     * @return rows of {@link Tables#SENTENCES}
     */
    public static Dataset<Row> derive(Dataset<Row> articles, Taggers taggers, ArticleLimits limits) {
        Records<Told> read = Records.of(Told.class);
        Records<Sentence> write = Tables.SENTENCES.records();
        return articles.where(articles.col("language").isInCollection(taggers.languages()).or(articles.col("language").isNull()))
                .repartition(TASKS_PER_CORE * articles.sparkSession().sparkContext().defaultParallelism(), articles.col("article_id"))
                .mapPartitions(
                        (MapPartitionsFunction<Row, Row>) rows -> new Chunks(rows, read, write, taggers, limits),
                        write.encoder());
    }

    /** What the models are given of an article without furniture: windows of words. */
    static List<List<String>> windows(Article article) {
        return new Document(Told.of(article)).inWindows();
    }

    /** What is read of an article. @param furniture first chars of the lines that its outlet repeats, or null */
    record Told(String articleId, String title, String text, LocalDate publishedDate, List<Integer> furniture) {
        static Told of(Article article) {
            return new Told(article.articleId(), article.title(), article.text(), article.publishedDate(), null);
        }
    }

    /** The sentences of an article, tokens untagged. */
    static List<Sentence> sentences(Told article) {
        List<Sentence> sentences = new ArrayList<>();
        Set<Integer> furniture = article.furniture() == null ? Set.of() : Set.copyOf(article.furniture());
        List<Paragraph> paragraphs = Paragraphs.in(article.text(), article.title(), furniture);
        for (int p = 0; p < paragraphs.size(); p++) {
            Paragraph paragraph = paragraphs.get(p);
            List<Span> tokens = Tokens.in(article.text(), paragraph.begin(), paragraph.end());
            int from = 0;
            for (int to : SentenceBreaks.ends(article.text(), tokens)) {
                List<Token> untagged = tokens.subList(from, to).stream()
                        .map(t -> new Token(t.begin(), t.end(), "O", 1, "O", 1))
                        .toList();
                int begin = tokens.get(from).begin();
                int end = tokens.get(to - 1).end();
                sentences.add(new Sentence(article.articleId(), sentences.size(), p, begin, end, paragraph.kind(),
                        article.text().substring(begin, end), untagged, article.publishedDate()));
                from = to;
            }
        }
        return sentences;
    }

    private static List<Sentence> tagged(List<Told> articles, Taggers taggers, ArticleLimits limits) {
        List<Document> documents = articles.stream()
                .flatMap(article -> limits.rows(article.articleId(), () -> List.of(new Document(article))).stream())
                .toList();
        List<List<String>> windows = new ArrayList<>();
        documents.forEach(document -> windows.addAll(document.inWindows()));
        List<Tags> tags = new ArrayList<>(windows.size());
        boolean alone = documents.size() == 1; // of several none is long
        int slice = alone ? SLICE : Math.max(1, windows.size());
        long began = System.nanoTime();
        for (int w = 0; w < windows.size(); w += slice) {
            tags.addAll(tags(windows.subList(w, Math.min(w + slice, windows.size())), taggers));
            if (alone && limits.areOver(began)) {
                limits.refuse(documents.get(0).articleId, limits.tooLong());
                return List.of();
            }
        }
        Iterator<Tags> next = tags.iterator();
        List<Sentence> sentences = new ArrayList<>();
        for (Document document : documents) {
            document.windows.forEach(window -> document.keep(window, next.next()));
            sentences.addAll(document.sentences());
        }
        return sentences;
    }

    private static List<Tags> tags(List<List<String>> windows, Taggers taggers) {
        List<List<float[]>> entities = taggers.entities().probabilities(windows);
        List<List<float[]>> attribution = taggers.attribution() == taggers.entities()
                ? entities
                : taggers.attribution().probabilities(windows);
        Shares entityTags = TagNames.entities(taggers.entities().labels());
        Shares attributionTags = TagNames.attribution(taggers.attribution().labels());
        List<Tags> tags = new ArrayList<>(windows.size());
        for (int w = 0; w < windows.size(); w++) {
            tags.add(new Tags(
                    ENTITIES.decode(entities.get(w).stream().map(entityTags::of).toList()),
                    ATTRIBUTION.decode(attribution.get(w).stream().map(attributionTags::of).toList())));
        }
        return tags;
    }

    private record Tags(List<Tagged> entities, List<Tagged> attribution) {}

    /** An article's sentences, and the words of those that are told to the reader, in windows. */
    private static final class Document {
        private final String articleId;
        final List<Sentence> untagged;
        final List<String> words = new ArrayList<>();
        final List<Window> windows;
        final List<Tagged> entities = new ArrayList<>();
        final List<Tagged> attribution = new ArrayList<>();

        Document(Told article) {
            articleId = article.articleId();
            untagged = SentencesFromArticles.sentences(article);
            List<Integer> ends = new ArrayList<>();
            for (Sentence sentence : untagged) {
                if (Paragraphs.TOLD.contains(sentence.kind())) {
                    sentence.tokens().forEach(t -> words.add(article.text().substring(t.begin(), t.end())));
                    ends.add(words.size());
                }
            }
            windows = Windows.over(words, ends);
        }

        List<List<String>> inWindows() {
            return windows.stream().map(window -> words.subList(window.begin(), window.end())).toList();
        }

        void keep(Window window, Tags tags) {
            int from = window.keepBegin() - window.begin();
            int to = window.keepEnd() - window.begin();
            entities.addAll(tags.entities().subList(from, to));
            attribution.addAll(tags.attribution().subList(from, to));
        }

        List<Sentence> sentences() {
            List<Sentence> sentences = new ArrayList<>(untagged.size());
            int at = 0;
            for (Sentence s : untagged) {
                if (!Paragraphs.TOLD.contains(s.kind())) {
                    sentences.add(s);
                    continue;
                }
                List<Token> tokens = new ArrayList<>(s.tokens().size());
                for (Token t : s.tokens()) {
                    Tagged entity = entities.get(at);
                    Tagged part = attribution.get(at++);
                    tokens.add(new Token(t.begin(), t.end(), entity.tag(), entity.probability(), part.tag(), part.probability()));
                }
                sentences.add(new Sentence(s.articleId(), s.sentence(), s.paragraph(), s.begin(), s.end(), s.kind(), s.text(),
                        tokens, s.publishedDate()));
            }
            return sentences;
        }
    }

    /** The rows of a partition, tagged a chunk at a time. */
    private static final class Chunks implements Iterator<Row> {
        private final Iterator<Row> articles;
        private final Records<Told> read;
        private final Records<Sentence> write;
        private final Taggers taggers;
        private final ArticleLimits limits;
        private Told waiting;
        private Iterator<Sentence> ready = List.<Sentence>of().iterator();

        Chunks(Iterator<Row> articles, Records<Told> read, Records<Sentence> write, Taggers taggers, ArticleLimits limits) {
            this.articles = articles;
            this.read = read;
            this.write = write;
            this.taggers = taggers;
            this.limits = limits;
        }

        @Override
        public boolean hasNext() {
            while (!ready.hasNext() && (waiting != null || articles.hasNext())) {
                ready = tagged(chunk(), taggers, limits).iterator();
            }
            return ready.hasNext();
        }

        private List<Told> chunk() {
            List<Told> chunk = new ArrayList<>();
            long chars = 0;
            while (chunk.size() < CHUNK && (waiting != null || articles.hasNext())) {
                Told next = waiting != null ? waiting : read.record(articles.next());
                waiting = null;
                chars += next.text().length();
                if (!chunk.isEmpty() && chars > CHUNK_CHARS) {
                    waiting = next;
                    break;
                }
                chunk.add(next);
            }
            return chunk;
        }

        @Override
        public Row next() {
            return write.row(ready.next());
        }
    }
}

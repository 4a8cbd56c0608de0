package hearsay.steps;

import hearsay.model.TagDecoder;
import hearsay.model.TagDecoder.Tagged;
import hearsay.model.TagNames;
import hearsay.model.TagNames.Shares;
import hearsay.model.Taggers;
import hearsay.model.Windows;
import hearsay.model.Windows.Window;
import hearsay.tables.Article;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.SentenceKind;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import hearsay.tables.Token;
import hearsay.text.sentences.Asides;
import hearsay.text.sentences.Paragraphs;
import hearsay.text.sentences.Paragraphs.Paragraph;
import hearsay.text.sentences.SentenceBreaks;
import hearsay.text.sentences.Tokens;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Articles to sentences with tokens and tags; the only step that runs a model, and the only one that uses Spark NLP.
 *
 * <p>What is found in an article depends on its text and its boilerplate alone, never on the articles beside it or on the number of
 * tasks. Articles in other languages than those of the taggers give no sentences.
 */
public final class SentencesFromArticles {
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
        int tasks = TASKS_PER_CORE * articles.sparkSession().sparkContext().defaultParallelism();
        Dataset<Row> readable = articles.where(articles.col("language")
                        .isInCollection(taggers.languages())
                        .or(articles.col("language").isNull()))
                .repartition(tasks, articles.col("article_id"));
        return Tables.SENTENCES
                .records()
                .rows(readable, row -> tagged(read.record(row), taggers, limits).iterator());
    }

    /** What the models are given of an article without boilerplate: windows of words. */
    static List<List<String>> windows(Article article) {
        Document document = new Document(Told.of(article));
        return document.windows.stream().map(document::words).toList();
    }

    /** What is read of an article. @param furniture first chars of the lines that its outlet repeats, or null */
    record Told(
            String articleId,
            String title,
            String text,
            String dateDoubt,
            LocalDate publishedDate,
            List<Integer> furniture) {
        static Told of(Article article) {
            return new Told(
                    article.articleId(),
                    article.title(),
                    article.text(),
                    article.dateDoubt(),
                    article.publishedDate(),
                    null);
        }
    }

    /** The sentences of an article, tokens untagged. */
    static List<Sentence> sentences(Told article) {
        List<Sentence> sentences = new ArrayList<>();
        Set<Integer> furniture = article.furniture() == null ? Set.of() : Set.copyOf(article.furniture());
        List<Paragraph> paragraphs = Paragraphs.in(article.text(), article.title(), furniture);
        String text = Asides.blanked(article.text());
        for (int p = 0; p < paragraphs.size(); p++) {
            Paragraph paragraph = paragraphs.get(p);
            List<Span> tokens = Tokens.in(text, paragraph.begin(), paragraph.end());
            int from = 0;
            for (int to : SentenceBreaks.ends(text, tokens)) {
                List<Token> untagged = tokens.subList(from, to).stream()
                        .map(t -> new Token(t.begin(), t.end(), "O", 1, "O", 1))
                        .toList();
                int begin = tokens.get(from).begin();
                int end = tokens.get(to - 1).end();
                sentences.add(new Sentence(
                        article.articleId(),
                        sentences.size(),
                        p,
                        begin,
                        end,
                        paragraph.kind().word(),
                        article.text().substring(begin, end),
                        untagged,
                        article.dateDoubt(),
                        article.publishedDate()));
                from = to;
            }
        }
        return sentences;
    }

    private static List<Sentence> tagged(Told article, Taggers taggers, ArticleLimits limits) {
        return limits.rows(article.articleId(), () -> List.of(new Document(article))).stream()
                .flatMap(document -> tagged(article.articleId(), document, taggers, limits).stream())
                .toList();
    }

    private static List<Sentence> tagged(String articleId, Document document, Taggers taggers, ArticleLimits limits) {
        long began = ArticleLimits.now();
        for (Window window : document.windows) {
            if (limits.areOver(began)) {
                limits.refuse(articleId, limits.tooLong());
                return List.of();
            }
            document.keep(window, tags(document.words(window), taggers));
        }
        return document.sentences();
    }

    private static Tags tags(List<String> window, Taggers taggers) {
        List<float[]> entities = taggers.entities().probabilities(window);
        List<float[]> attribution = taggers.attribution() == taggers.entities()
                ? entities
                : taggers.attribution().probabilities(window);
        Shares entityTags = TagNames.entities(taggers.entities().labels());
        Shares attributionTags = TagNames.attribution(taggers.attribution().labels());
        return new Tags(
                ENTITIES.decode(entities.stream().map(entityTags::of).toList()),
                ATTRIBUTION.decode(attribution.stream().map(attributionTags::of).toList()));
    }

    private record Tags(List<Tagged> entities, List<Tagged> attribution) {}

    /** An article's sentences, and the words of those that give names and quotes, in windows. */
    private static final class Document {
        final List<Sentence> untagged;
        final List<String> words = new ArrayList<>();
        final List<Window> windows;
        final List<Tagged> entities = new ArrayList<>();
        final List<Tagged> attribution = new ArrayList<>();

        Document(Told article) {
            untagged = SentencesFromArticles.sentences(article);
            List<Integer> ends = new ArrayList<>();
            for (Sentence sentence : untagged) {
                if (SentenceKind.READ.contains(sentence.kind())) {
                    sentence.tokens().forEach(t -> words.add(article.text().substring(t.begin(), t.end())));
                    ends.add(words.size());
                }
            }
            windows = Windows.over(words, ends);
        }

        List<String> words(Window window) {
            return words.subList(window.begin(), window.end());
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
                if (!SentenceKind.READ.contains(s.kind())) {
                    sentences.add(s);
                    continue;
                }
                List<Token> tokens = new ArrayList<>(s.tokens().size());
                for (Token t : s.tokens()) {
                    Tagged entity = entities.get(at);
                    Tagged part = attribution.get(at++);
                    tokens.add(new Token(
                            t.begin(), t.end(), entity.tag(), entity.probability(), part.tag(), part.probability()));
                }
                sentences.add(new Sentence(
                        s.articleId(),
                        s.sentence(),
                        s.paragraph(),
                        s.begin(),
                        s.end(),
                        s.kind(),
                        s.text(),
                        tokens,
                        s.dateDoubt(),
                        s.publishedDate()));
            }
            return sentences;
        }
    }
}

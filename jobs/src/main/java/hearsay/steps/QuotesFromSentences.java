package hearsay.steps;

import hearsay.tables.Ids;
import hearsay.tables.Quote;
import hearsay.tables.QuoteAct;
import hearsay.tables.Records;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Tables;
import hearsay.tables.Verbatim;
import hearsay.text.quotes.Quotation;
import hearsay.text.quotes.Quotations;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * articles + sentences -> quoted and reported spans with cue and source, not yet with the speaker.
 *
 * <p>Only titles, body and headings give quotes: a repeated paragraph counts once. Every text is the article's at its offsets.
 */
public final class QuotesFromSentences {
    /** Words shown before and after a quotation, in chars. */
    private static final int AROUND = 200;

    private QuotesFromSentences() {}

    /** An article with its sentences. */
    private record Read(
            String articleId, String text, String dateDoubt, LocalDate publishedDate, List<Sentence> sentences) {}

    /**
     * @param articles  rows of {@link Tables#ARTICLES}
     * @param sentences rows of {@link Tables#SENTENCES}
     * @param limits    of one article; the refused give no quotes
     * @return rows of {@link Tables#QUOTES} without speakers
     */
    public static Dataset<Row> derive(Dataset<Row> articles, Dataset<Row> sentences, ArticleLimits limits) {
        Records<Read> in = Records.of(Read.class);
        return Tables.QUOTES.records().rows(ArticlesWithSentences.of(articles, sentences), row -> {
            Read article = in.record(row);
            return limits.rows(article.articleId, () -> quotes(article)).iterator();
        });
    }

    private static List<Quote> quotes(Read article) {
        List<Sentence> sentences = article.sentences.stream()
                .sorted(Comparator.comparingInt(Sentence::sentence))
                .toList();
        List<Quote> quotes = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int at = 0;
        for (Quotation quotation : Quotations.in(article.text, sentences)) {
            while (at + 1 < sentences.size() && sentences.get(at).end() <= quotation.begin()) {
                at++;
            }
            Quote quote = quote(article, quotation, sentences, at);
            if (ids.add(quote.quoteId())) {
                quotes.add(quote);
            }
        }
        return quotes;
    }

    private static Quote quote(Read article, Quotation quotation, List<Sentence> sentences, int at) {
        String text = article.text;
        int begin = quotation.begin();
        int end = quotation.end();
        Span cue = quotation.cue();
        Span source = quotation.source();
        return new Quote(
                article.articleId,
                Ids.span(article.articleId, begin, end),
                sentences.get(at).sentence(),
                quotation.kind().word(),
                begin,
                end,
                quotation.parts(),
                text.substring(begin, end),
                before(text, begin, sentences, at),
                after(text, end, sentences, at),
                cue == null ? null : text.substring(cue.begin(), cue.end()),
                cue == null ? null : cue.begin(),
                cue == null ? null : cue.end(),
                source == null ? null : text.substring(source.begin(), source.end()),
                source == null ? null : source.begin(),
                source == null ? null : source.end(),
                null,
                null,
                null,
                0,
                null,
                List.of(),
                QuoteAct.SAID.word(),
                0.0,
                article.dateDoubt,
                quotation.verbatim().stream()
                        .map(words ->
                                new Verbatim(words.begin(), words.end(), text.substring(words.begin(), words.end())))
                        .toList(),
                quotation.inside() == null
                        ? null
                        : Ids.span(
                                article.articleId,
                                quotation.inside().begin(),
                                quotation.inside().end()),
                List.of(),
                article.publishedDate);
    }

    /** The words before, from the beginning of the paragraph, whole words only. */
    private static String before(String text, int begin, List<Sentence> sentences, int at) {
        int first = at;
        int paragraph = sentences.get(at).paragraph();
        while (first > 0
                && sentences.get(first - 1).paragraph() == paragraph
                && sentences.get(first).begin() > begin - AROUND) {
            first--;
        }
        int from = Math.min(begin, sentences.get(first).begin());
        if (from < begin - AROUND) {
            from = begin - AROUND;
            while (from < begin && !Character.isWhitespace(text.charAt(from - 1))) {
                from++;
            }
        }
        return text.substring(from, begin).strip();
    }

    /** The words after, to the end of the paragraph, whole words only. */
    private static String after(String text, int end, List<Sentence> sentences, int at) {
        int last = at;
        while (last + 1 < sentences.size() && sentences.get(last).end() < end) {
            last++;
        }
        int paragraph = sentences.get(last).paragraph();
        while (last + 1 < sentences.size()
                && sentences.get(last + 1).paragraph() == paragraph
                && sentences.get(last).end() < end + AROUND) {
            last++;
        }
        int to = Math.max(end, sentences.get(last).end());
        if (to > end + AROUND) {
            to = end + AROUND;
            while (to > end && !Character.isWhitespace(text.charAt(to))) {
                to--;
            }
        }
        return text.substring(end, to).strip();
    }
}

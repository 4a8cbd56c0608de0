package hearsay.evaluate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sha2;

import hearsay.settings.OperatorMistake;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.Article;
import hearsay.tables.CsvSheet;
import hearsay.tables.Quote;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/** Rows of quotes drawn at random, with their context, for a reader to judge; see {@link AnsweredRows}. */
final class RowsToRead {
    static final List<String> COLUMNS = List.of(
            "quote_id",
            "article",
            "published_date",
            "speaker",
            "cue",
            "kind",
            "confidence",
            "decided_by",
            "before",
            "text",
            "after",
            "act",
            "by",
            "speaker_right",
            "span",
            "true",
            "why");
    private static final int CONTEXT = 300;
    private static final int SHA = 256;
    private static final int ANSWERS = 6;

    private RowsToRead() {}

    /**
     * Draws rows that have a speaker, each with the same chance, and writes them in the order drawn, the last six columns empty.
     * The same seed draws the same of the same rows: those with the smallest SHA-256 of seed, line end and quote_id.
     *
     * @return how many were written, fewer than asked for where the warehouse has no more
     * @throws OperatorMistake where there is no warehouse or no such row in it, and where the file is there already: it may
     *                         hold answers
     */
    static int write(SparkSession spark, String path, int sample, long seed, Path out) {
        Published warehouse = Warehouse.existing(spark, path);
        List<Quote> quotes = warehouse
                .read(Tables.QUOTES)
                .where(col("speaker").isNotNull())
                .orderBy(sha2(concat(lit(seed + "\n"), col("quote_id")).cast("binary"), SHA), col("quote_id"))
                .limit(sample)
                .collectAsList()
                .stream()
                .map(Tables.QUOTES.records()::record)
                .toList();
        if (quotes.isEmpty()) {
            throw new OperatorMistake("The warehouse " + path + " has no quote with a speaker.");
        }
        Map<String, Article> articles = articles(warehouse, quotes);
        StringBuilder sheet = new StringBuilder(CsvSheet.line(COLUMNS));
        quotes.forEach(quote -> sheet.append(CsvSheet.line(cells(quote, articles.get(quote.articleId())))));
        try {
            Files.writeString(out, sheet, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new OperatorMistake(
                    "There is a file " + out + " already, which may hold answers; give another name.", e);
        } catch (IOException e) {
            throw new OperatorMistake("The rows cannot be written to " + out + ".", e);
        }
        return quotes.size();
    }

    private static Map<String, Article> articles(Published warehouse, List<Quote> quotes) {
        Set<LocalDate> days = quotes.stream().map(Quote::publishedDate).collect(Collectors.toSet());
        Object[] ids = quotes.stream().map(Quote::articleId).distinct().toArray();
        return warehouse.read(Tables.ARTICLES, days).where(col("article_id").isin(ids)).collectAsList().stream()
                .map(Tables.ARTICLES.records()::record)
                .collect(Collectors.toMap(Article::articleId, Function.identity()));
    }

    private static List<String> cells(Quote quote, Article article) {
        String text = article.text();
        List<String> cells = new ArrayList<>(Arrays.asList(
                quote.quoteId(),
                article.url() == null ? article.path() : article.url(),
                quote.publishedDate().toString(),
                quote.speaker(),
                quote.cue(),
                quote.kind(),
                Double.toString(quote.confidence()),
                quote.decidedBy(),
                text.substring(edge(text, Math.max(0, quote.begin() - CONTEXT)), quote.begin()),
                quote.text(),
                text.substring(quote.end(), edge(text, Math.min(text.length(), quote.end() + CONTEXT)))));
        for (int i = 0; i < ANSWERS; i++) {
            cells.add("");
        }
        return cells;
    }

    /** The offset, or the one behind it where it would cut a letter of two chars. */
    private static int edge(String text, int at) {
        boolean cuts = at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at));
        return cuts && Character.isHighSurrogate(text.charAt(at - 1)) ? at + 1 : at;
    }
}

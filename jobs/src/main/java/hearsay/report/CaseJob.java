package hearsay.report;

import static org.apache.spark.sql.functions.col;

import hearsay.settings.OperatorMistake;
import hearsay.store.Published;
import hearsay.store.Warehouse;
import hearsay.tables.Article;
import hearsay.tables.Entity;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.QuoteSpeaker;
import hearsay.tables.Sentence;
import hearsay.tables.SourceMark;
import hearsay.tables.SpeakerRule;
import hearsay.tables.Tables;
import hearsay.text.quotes.Name;
import hearsay.text.quotes.QuoteCase;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Prints one row of quotes, what decided it and where that rule is, and a ready line for the case table of the rules. */
public final class CaseJob {
    private static final int NAMED = 5;
    private static final String CASES = "jobs/src/test/resources/hearsay/text/quotes/cases.csv";

    private CaseJob() {}

    /**
     * @param id id of a quote, or the beginning of one
     * @throws OperatorMistake where the warehouse has no such quote, or several
     */
    public static void run(SparkSession spark, String path, String id, PrintStream out) {
        Published warehouse = Warehouse.existing(spark, path);
        Quote quote = quote(warehouse, path, id);
        Article article = Tables.ARTICLES
                .records()
                .record(warehouse
                        .read(Tables.ARTICLES, Set.of(quote.publishedDate()))
                        .where(ofArticle(quote))
                        .head());
        QuoteCase found = found(warehouse, article, quote);
        print(quote, article, out);
        out.println();
        out.println(
                found.same()
                        ? "A line for " + CASES + ", with what came out:"
                        : "The rules make another row of the paragraphs alone (roles known from other days, or a doubtful tag). As the row has it:");
        out.println(found.line(quote.quoteId()));
    }

    static QuoteCase found(Published warehouse, Article article, Quote quote) {
        List<Sentence> sentences =
                warehouse
                        .read(Tables.SENTENCES, Set.of(quote.publishedDate()))
                        .where(ofArticle(quote))
                        .collectAsList()
                        .stream()
                        .map(Tables.SENTENCES.records()::record)
                        .sorted(Comparator.comparingInt(Sentence::sentence))
                        .toList();
        return QuoteCase.of(article.text(), sentences, names(warehouse, quote), quote);
    }

    private static Column ofArticle(Quote quote) {
        return col("article_id").equalTo(quote.articleId());
    }

    private static Quote quote(Published warehouse, String path, String id) {
        List<Row> rows = warehouse
                .read(Tables.QUOTES)
                .where(col("quote_id").startsWith(id))
                .limit(NAMED)
                .collectAsList();
        if (rows.isEmpty()) {
            throw new OperatorMistake("The warehouse " + path + " has no quote " + id + "; quotes.quote_id has them.");
        }
        List<Quote> quotes = rows.stream().map(Tables.QUOTES.records()::record).toList();
        if (quotes.size() > 1) {
            throw new OperatorMistake("Several quotes begin with " + id + ": "
                    + quotes.stream().map(Quote::quoteId).sorted().collect(Collectors.joining(", ")) + ".");
        }
        return quotes.get(0);
    }

    private static List<Name> names(Published warehouse, Quote quote) {
        List<Mention> mentions =
                warehouse
                        .read(Tables.MENTIONS, Set.of(quote.publishedDate()))
                        .where(ofArticle(quote))
                        .collectAsList()
                        .stream()
                        .map(Tables.MENTIONS.records()::record)
                        .sorted(Comparator.comparingInt(Mention::begin))
                        .toList();
        Map<String, String> entities = warehouse
                .read(Tables.ENTITIES)
                .where(col("entity_id")
                        .isInCollection(mentions.stream().map(Mention::entityId).collect(Collectors.toSet())))
                .collectAsList()
                .stream()
                .map(Tables.ENTITIES.records()::record)
                .collect(Collectors.toMap(Entity::entityId, Entity::name));
        return mentions.stream()
                .map(mention -> new Name(
                        mention, entities.getOrDefault(String.valueOf(mention.entityId()), mention.text()), List.of()))
                .toList();
    }

    private static void print(Quote quote, Article article, PrintStream out) {
        out.println("quote      " + quote.quoteId() + " of " + article.path() + ", chars " + quote.begin() + " to "
                + quote.end());
        out.println("kind       " + quote.kind());
        out.println("text       " + quote.text());
        out.println("cue        " + (quote.cue() == null ? "none" : quote.cue()));
        out.println("source     " + (quote.sourceText() == null ? "none" : quote.sourceText()));
        out.println("speaker    "
                + (quote.speaker() == null
                        ? "none: " + quote.noSpeakerBecause()
                        : quote.speakersOrNone().stream()
                                .map(QuoteSpeaker::speaker)
                                .collect(Collectors.joining(", "))));
        out.printf(Locale.ROOT, "confidence %.2f%n", quote.confidence());
        out.println("decided by " + (quote.decidedBy() == null ? "no rule found a speaker" : quote.decidedBy()));
        out.println("look at    " + place(quote));
    }

    private static String place(Quote quote) {
        String rules = "jobs/src/main/java/hearsay/text/quotes/";
        if (quote.decidedBy() == null) {
            return rules
                    + (quote.sourceText() == null
                            ? "QuotationSpans.java: why no source was found"
                            : "Speakers.java: why nobody was found");
        }
        SpeakerRule rule = SpeakerRule.of(quote.decidedBy());
        if (rule == SpeakerRule.GROUP) {
            return "jobs/src/main/java/hearsay/steps/SpeakerOfGroup.java: " + rule.says();
        }
        SourceMark mark = SourceMark.of(quote.decidedBy());
        return rules + (mark == SourceMark.MODEL ? "Quotations.java: " : "Cues.java and Subjects.java: ") + mark.says()
                + "; "
                + switch (rule) {
                    case NAME, RELATIVE -> "SourceNames.java: ";
                    case ISSUER -> "Documents.java: ";
                    case SURNAME, TOGETHER -> "Speakers.java: ";
                    case BODY -> "Bodies.java: ";
                    case REPEATED -> "Repeated.java: ";
                    case SIGNED -> "Signatures.java: ";
                    case ROLE, APPOSITION, PRONOUN, IT, LAST_SPEAKER -> "Candidates.java: ";
                    case GROUP -> throw new IllegalStateException(quote.decidedBy());
                }
                + rule.says();
    }
}

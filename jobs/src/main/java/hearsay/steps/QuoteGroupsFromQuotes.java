package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import hearsay.tables.Quote;
import hearsay.tables.QuoteGroup;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.Ids;
import hearsay.text.QuoteWording;
import hearsay.text.Shingles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * quotes of all days -> one row per quotation over all outlets, whatever the marks, the case, and what an outlet left out.
 *
 * <p>A shorter quotation belongs to the one that holds it, pieces in order: of several the one of the same speaker, then
 * with most words. So a phrase that many speeches share ties no two speeches together. Quotations of few words are one only
 * where speaker and words are the same.
 */
public final class QuoteGroupsFromQuotes {
    /** Words that must follow each other for two quotations to meet; shorter quotations stay among their equals. */
    private static final int RUN = 5;
    /** Two different speakers do not say so many words in the same order by chance. */
    private static final int NOT_CHANCE = 8;
    /** Quotations that meet in one run of words beyond so many are not compared: it is a formula. */
    private static final int MOST = 400;

    private static final int LARGEST_GROUP = 10_000;

    private QuoteGroupsFromQuotes() {}

    /**
     * @param quotes   quotes of all days; speakers taken from a group are not read
     * @param articles their articles, with source
     */
    public static Dataset<Row> derive(Dataset<Row> quotes, Dataset<Row> articles) {
        Dataset<Row> said = said(quotes);
        Dataset<Row> wordings = wordings(said);
        Dataset<Row> holders = holders(wordings);
        Column group = coalesce(col("top"), col("holder"), col("key"));
        Dataset<Row> grouped = said.join(holders, col("key").equalTo(col("held")), "left")
                .withColumn("group", group)
                .drop("source")
                .join(articles.select("article_id", "source"), "article_id", "left");
        Records<Said> rows = Records.of(Said.class);
        return Tables.QUOTE_GROUPS.records()
                .rowsByGroup(grouped, "group", (key, members) -> List.of(group(key, members, rows)).iterator());
    }

    private static Dataset<Row> said(Dataset<Row> quotes) {
        Records<Quote> in = Tables.QUOTES.records();
        return Records.of(Said.class).rows(quotes, row -> Said.of(in.record(row)).iterator());
    }

    /** Every wording once, with the speaker whom most of its quotes name. */
    private static Dataset<Row> wordings(Dataset<Row> said) {
        Records<Said> in = Records.of(Said.class);
        return Records.of(Wording.class).rowsByGroup(said, "key", (key, rows) -> {
            List<Said> same = new ArrayList<>();
            rows.forEachRemaining(row -> same.add(in.record(row)));
            Speaker speaker = Speaker.of(same);
            return List.of(new Wording(key, speaker == null ? null : speaker.id)).iterator();
        });
    }

    /** Wording -> the one that holds it, and the one that holds that. */
    private static Dataset<Row> holders(Dataset<Row> wordings) {
        Records<Wording> in = Records.of(Wording.class);
        Records<Meeting> meetings = Records.of(Meeting.class);
        Dataset<Row> met = Records.of(Held.class).rowsByGroup(
                meetings.rows(wordings, row -> Meeting.of(in.record(row))), "run",
                (run, rows) -> held(rows, meetings));
        Records<Held> held = Records.of(Held.class);
        Dataset<Row> best = Records.of(Held.class).rowsByGroup(met, "held", (key, rows) -> {
            Held first = null;
            while (rows.hasNext()) {
                Held next = held.record(rows.next());
                first = first == null || Held.BEST.compare(next, first) < 0 ? next : first;
            }
            return List.of(first).iterator();
        });
        Dataset<Row> next = best.select(col("held").as("next_held"), col("holder").as("top"));
        return best.select("held", "holder").join(next, col("holder").equalTo(col("next_held")), "left").drop("next_held");
    }

    private static Iterator<Held> held(Iterator<Row> rows, Records<Meeting> meetings) {
        List<Meeting> members = new ArrayList<>();
        rows.forEachRemaining(row -> members.add(meetings.record(row)));
        members.sort(Comparator.comparing((Meeting m) -> !m.asks).thenComparing(m -> m.key));
        List<Compared> compared = members.stream().limit(MOST).map(Compared::of).toList();
        List<Held> held = new ArrayList<>();
        for (Compared part : compared) {
            for (Compared whole : part.member.asks ? compared : List.<Compared>of()) {
                String speaker = part.member.speaker;
                boolean sameSpeaker = speaker != null && speaker.equals(whole.member.speaker);
                boolean mayBe = sameSpeaker || speaker == null || whole.member.speaker == null || part.words >= NOT_CHANCE;
                if (mayBe && whole.words > part.words && part.wording.isWithin(whole.wording)) {
                    held.add(new Held(part.member.key, whole.member.key, sameSpeaker, whole.words));
                }
            }
        }
        return held.iterator();
    }

    private record Compared(Meeting member, QuoteWording wording, int words) {
        static Compared of(Meeting member) {
            QuoteWording wording = QuoteWording.ofKey(member.key);
            return new Compared(member, wording, wording.words());
        }
    }

    private static QuoteGroup group(String key, Iterator<Row> rows, Records<Said> records) {
        List<Said> members = new ArrayList<>();
        rows.forEachRemaining(row -> members.add(records.record(row)));
        members.sort(Comparator.comparing((Said said) -> said.publishedDate).thenComparing(said -> said.quoteId));
        Speaker speaker = Speaker.of(members);
        Said fullest = members.stream()
                .min(Comparator.comparing((Said said) -> -said.words).thenComparing(said -> said.publishedDate)
                        .thenComparing(said -> said.quoteId))
                .orElseThrow();
        return new QuoteGroup(
                Ids.hash(key),
                fullest.text,
                speaker == null ? null : speaker.id,
                speaker == null ? null : speaker.name,
                members.get(0).publishedDate,
                members.stream().map(said -> said.articleId).distinct().count(),
                List.copyOf(members.stream().map(said -> said.source).filter(Objects::nonNull)
                        .collect(java.util.stream.Collectors.toCollection(TreeSet::new))),
                members.stream().map(said -> said.quoteId).limit(LARGEST_GROUP).toList());
    }

    /** A quote, as far as its group asks. @param key its wording; short ones are told apart by their speaker or article */
    record Said(
            String quoteId, String articleId, String key, int words, String text, String speakerId, String speaker,
            double confidence, String source, LocalDate publishedDate) {
        static List<Said> of(Quote quote) {
            QuoteWording wording = QuoteWording.of(quote);
            boolean own = !"group".equals(quote.decidedBy());
            String speakerId = own ? quote.speakerId() : null;
            String key = wording.words() >= RUN
                    ? wording.key()
                    : wording.key() + " — " + (speakerId == null ? quote.articleId() : speakerId);
            return List.of(new Said(quote.quoteId(), quote.articleId(), key, wording.words(), quote.text(), speakerId,
                    own ? quote.speaker() : null, own ? quote.confidence() : 0, null, quote.publishedDate()));
        }
    }

    record Wording(String key, String speaker) {}

    /** A wording at a run of words that it has. @param asks whether it looks for its holder there: at one of its runs only */
    record Meeting(String run, String key, String speaker, boolean asks) {
        static Iterator<Meeting> of(Wording wording) {
            List<int[]> runs = QuoteWording.ofKey(wording.key).pieces().stream().map(piece -> Shingles.of(piece, RUN)).toList();
            int[] own = runs.stream().max(Comparator.comparing(piece -> piece.length)).orElse(new int[0]);
            int[] all = runs.stream().flatMapToInt(IntStream::of).distinct().toArray();
            return IntStream.of(all)
                    .mapToObj(run -> new Meeting(
                            Integer.toString(run), wording.key, wording.speaker, own.length > 0 && run == own[0]))
                    .iterator();
        }
    }

    record Held(String held, String holder, boolean sameSpeaker, int words) {
        static final Comparator<Held> BEST = Comparator.comparing((Held held) -> !held.sameSpeaker)
                .thenComparing(held -> -held.words)
                .thenComparing(held -> held.holder);
    }

    /** The speaker whom the quotes name with most confidence together. */
    record Speaker(String id, String name) {
        static Speaker of(List<Said> quotes) {
            Map<String, Double> trust = new TreeMap<>();
            Map<String, String> names = new TreeMap<>();
            for (Said quote : quotes) {
                if (quote.speakerId != null) {
                    trust.merge(quote.speakerId, quote.confidence, Double::sum);
                    names.putIfAbsent(quote.speakerId, quote.speaker);
                }
            }
            return trust.entrySet().stream()
                    .min(Comparator.comparing((Map.Entry<String, Double> entry) -> -entry.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .map(entry -> new Speaker(entry.getKey(), names.get(entry.getKey())))
                    .orElse(null);
        }
    }
}

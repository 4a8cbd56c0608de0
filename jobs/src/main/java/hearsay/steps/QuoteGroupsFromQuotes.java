package hearsay.steps;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;

import hearsay.settings.Weights;
import hearsay.tables.Ids;
import hearsay.tables.Quote;
import hearsay.tables.QuoteGroup;
import hearsay.tables.QuoteKind;
import hearsay.tables.Records;
import hearsay.tables.SpeakerRule;
import hearsay.tables.Tables;
import hearsay.text.copies.Shingles;
import hearsay.text.quotes.QuoteNearness;
import hearsay.text.quotes.QuoteWording;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * quotes of all days -> one row per quotation over all outlets, whatever the marks, the case, and what an outlet left out.
 *
 * <p>A shorter quotation belongs to the one that holds it, pieces in order, or that was cut otherwise from the same words
 * ({@link QuoteNearness}): of several the one of the same speaker, then with most words. So a phrase that many speeches share ties no
 * two speeches together. The fewer words they share, the nearer in time the articles must be: what is said again years later is a
 * catchphrase. Quotations of few words, and indirect ones, are one only where speaker and words are the same: "he would run for
 * president" was said of many.
 */
public final class QuoteGroupsFromQuotes {
    /** Words that must follow each other for two quotations to meet; shorter quotations stay among their equals. */
    private static final int RUN = 5;
    /** Two different speakers do not say so many words in the same order by chance. */
    private static final int NOT_CHANCE = 8;
    /** At so many of its runs a quotation looks for a longer one: half of them may be in what the other has not. */
    private static final int ASKING_RUNS = 4;
    /** Quotations that meet in one run of words beyond so many are not compared: it is a formula. */
    private static final int MOST = 400;

    private static final double RIVAL = Weights.of("quotes").number("group_rival");

    private static final int LARGEST_GROUP = 10_000;

    private QuoteGroupsFromQuotes() {}

    /**
     * @param quotes   quotes of all days; speakers taken from a group are not read
     * @param articles their articles, with source
     */
    public static Dataset<Row> derive(Dataset<Row> quotes, Dataset<Row> articles, QuoteSettings settings) {
        Dataset<Row> keyed = keyed(said(quotes, settings.trusted()));
        Dataset<Row> holders = holders(keyed.select("key", "wording", "key_speaker", "formula", "first", "last")
                .distinct());
        Column group = coalesce(col("top"), col("holder"), col("key"));
        Dataset<Row> grouped = keyed.join(holders, col("key").equalTo(col("held")), "left")
                .withColumn("group", group)
                .drop("source")
                .join(articles.select("article_id", "source"), "article_id", "left");
        Records<Keyed> rows = Records.of(Keyed.class);
        return Tables.QUOTE_GROUPS
                .records()
                .rowsByGroup(
                        grouped,
                        "group",
                        (key, members) -> List.of(group(key, members, rows)).iterator());
    }

    private static Dataset<Row> said(Dataset<Row> quotes, double trusted) {
        Records<Quote> in = Tables.QUOTES.records();
        return Records.of(Said.class)
                .rows(quotes, row -> List.of(Said.of(in.record(row), trusted)).iterator());
    }

    /** The quotes of one wording, told apart where different speakers may have said it. */
    private static Dataset<Row> keyed(Dataset<Row> said) {
        Records<Said> in = Records.of(Said.class);
        return Records.of(Keyed.class).rowsByGroup(said, "wording", (wording, rows) -> {
            List<Said> same = new ArrayList<>();
            rows.forEachRemaining(row -> same.add(in.record(row)));
            Speaker main =
                    Speaker.of(same.stream().filter(quote -> !quote.indirect).toList());
            Set<String> speakers =
                    same.stream().map(Said::speakerId).filter(Objects::nonNull).collect(Collectors.toSet());
            Map<String, List<Said>> byKey =
                    same.stream().collect(Collectors.groupingBy(quote -> quote.key(main, speakers)));
            int mostDays =
                    QuoteNearness.mostDays(QuoteWording.ofKey(wording).content().size());
            return byKey.entrySet().stream()
                    .flatMap(key -> inTime(key.getValue(), mostDays).stream()
                            .flatMap(near -> keyed(
                                    near.contains(first(key.getValue()))
                                            ? key.getKey()
                                            : key.getKey() + " — " + near.get(0).day,
                                    near)))
                    .iterator();
        });
    }

    private static Said first(List<Said> quotes) {
        return quotes.stream().min(Said.IN_TIME).orElseThrow();
    }

    /** The quotes in the order of their days, in a new list wherever more than so many days lie between one and the next. */
    private static List<List<Said>> inTime(List<Said> quotes, int mostDays) {
        List<List<Said>> near = new ArrayList<>();
        Said before = null;
        for (Said quote : quotes.stream().sorted(Said.IN_TIME).toList()) {
            if (before == null || QuoteNearness.days(before.day, quote.day) > mostDays) {
                near.add(new ArrayList<>());
            }
            near.get(near.size() - 1).add(quote);
            before = quote;
        }
        return near;
    }

    private static Stream<Keyed> keyed(String key, List<Said> quotes) {
        Speaker speaker = Speaker.of(quotes);
        boolean formula = quotes.stream().allMatch(Said::indirect);
        int first = quotes.get(0).day;
        int last = quotes.get(quotes.size() - 1).day;
        return quotes.stream()
                .map(quote -> new Keyed(
                        key,
                        speaker == null ? null : speaker.id,
                        formula,
                        first,
                        last,
                        quote.wording,
                        quote.articleId,
                        quote,
                        null));
    }

    /** Wording -> the one that holds it, and the one that holds that. */
    private static Dataset<Row> holders(Dataset<Row> wordings) {
        Records<Wording> in = Records.of(Wording.class);
        Records<Meeting> meetings = Records.of(Meeting.class);
        Dataset<Row> met = Records.of(Held.class)
                .rowsByGroup(
                        meetings.rows(wordings, row -> Meeting.of(in.record(row))),
                        "run",
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
        Dataset<Row> next =
                best.select(col("held").as("next_held"), col("holder").as("top"));
        return best.select("held", "holder")
                .join(next, col("holder").equalTo(col("next_held")), "left")
                .drop("next_held");
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
                boolean known = speaker != null && whole.member.speaker != null;
                boolean sameSpeaker = known && speaker.equals(whole.member.speaker);
                boolean mayBe = sameSpeaker || (!part.member.formula && (!known || part.words >= NOT_CHANCE));
                if (mayBe
                        && whole.isLongerThan(part)
                        && QuoteNearness.isPart(
                                part.wording, whole.wording, RUN, whole.daysFrom(part), sameSpeaker || !known)) {
                    held.add(new Held(part.member.key, whole.member.key, sameSpeaker, whole.words));
                }
            }
        }
        return held.iterator();
    }

    private record Compared(Meeting member, QuoteWording wording, int words) {
        static Compared of(Meeting member) {
            QuoteWording wording = QuoteWording.ofKey(member.wording);
            return new Compared(member, wording, wording.words());
        }

        /** Of two of the same length the first in the alphabet, so that no two hold each other. */
        boolean isLongerThan(Compared other) {
            return words > other.words || (words == other.words && member.wording.compareTo(other.member.wording) < 0);
        }

        /** Days between the last article with the one and the first with the other. */
        int daysFrom(Compared other) {
            return Math.max(
                    QuoteNearness.days(other.member.last, member.first),
                    QuoteNearness.days(member.last, other.member.first));
        }
    }

    private static QuoteGroup group(String key, Iterator<Row> rows, Records<Keyed> records) {
        List<Said> members = new ArrayList<>();
        Set<String> outlets = new TreeSet<>();
        rows.forEachRemaining(row -> {
            Keyed keyed = records.record(row);
            members.add(keyed.said);
            Optional.ofNullable(keyed.source).ifPresent(outlets::add);
        });
        members.sort(Said.BY_DAY.thenComparing(said -> said.quoteId));
        Speaker speaker = Speaker.of(members);
        Said fullest = members.stream()
                .min(Comparator.comparing((Said said) -> -said.words)
                        .thenComparing(Said.BY_DAY)
                        .thenComparing(said -> said.quoteId))
                .orElseThrow();
        return new QuoteGroup(
                Ids.hash(key),
                fullest.text,
                speaker == null ? null : speaker.id,
                speaker == null ? null : speaker.name,
                members.get(0).publishedDate,
                members.stream().map(said -> said.articleId).distinct().count(),
                List.copyOf(outlets),
                members.stream().map(said -> said.quoteId).limit(LARGEST_GROUP).toList());
    }

    /** A quote, as far as its group asks; its speaker counts where it is trusted, and is no other outlet's; whom it names in doubt is a rival. */
    record Said(
            String quoteId,
            String articleId,
            String wording,
            int words,
            boolean indirect,
            String text,
            String speakerId,
            String speaker,
            double confidence,
            String named,
            double namedConfidence,
            LocalDate publishedDate,
            int day) {
        static final Comparator<Said> IN_TIME = Comparator.comparing(Said::day).thenComparing(Said::quoteId);

        /** Those without a day of their own last. */
        static final Comparator<Said> BY_DAY =
                Comparator.comparing(Said::publishedDate, Comparator.nullsLast(Comparator.naturalOrder()));

        static Said of(Quote quote, double trusted) {
            QuoteWording wording = QuoteWording.of(quote);
            boolean own = !SpeakerRule.GROUP.word().equals(quote.decidedBy()) && quote.ofSpeaker() >= trusted;
            return new Said(
                    quote.quoteId(),
                    quote.articleId(),
                    wording.key(),
                    wording.words(),
                    quote.kind().equals(QuoteKind.INDIRECT.word()),
                    quote.text(),
                    own ? quote.speakerId() : null,
                    own ? quote.speaker() : null,
                    own ? quote.ofSpeaker() : 0,
                    SpeakerRule.GROUP.word().equals(quote.decidedBy()) ? null : quote.speakerId(),
                    quote.ofSpeaker(),
                    quote.dateDoubt() == null ? quote.publishedDate() : null,
                    QuoteNearness.day(quote.publishedDate(), quote.dateDoubt() == null));
        }

        /**
         * The wording, with a speaker behind it where another one may have said the same, or the article where nobody is named.
         *
         * @param main     who says these words inside quotation marks, if anyone
         * @param speakers all who say them
         */
        String key(Speaker main, Set<String> speakers) {
            boolean many = words >= NOT_CHANCE;
            boolean some = many || (!indirect && words >= RUN);
            String by = speakerId != null || !some || speakers.size() != 1
                    ? speakerId
                    : speakers.iterator().next();
            boolean one = (many && !indirect)
                    || (many && by != null && main != null && by.equals(main.id))
                    || (some && speakers.isEmpty());
            return one ? wording : wording + " — " + (by == null ? articleId : by);
        }
    }

    /** A quote with what tells its quotation apart. @param formula whether it is printed as indirect everywhere @param first day @param last day */
    record Keyed(
            String key,
            String keySpeaker,
            boolean formula,
            int first,
            int last,
            String wording,
            String articleId,
            Said said,
            String source) {}

    record Wording(String key, String wording, String keySpeaker, boolean formula, int first, int last) {}

    /** A wording at a run of words that it has. @param asks whether it looks for its holder there: at some of its runs only */
    record Meeting(
            String run,
            String key,
            String wording,
            String speaker,
            boolean formula,
            int first,
            int last,
            boolean asks) {
        static Iterator<Meeting> of(Wording wording) {
            List<int[]> runs = QuoteWording.ofKey(wording.wording).pieces().stream()
                    .map(piece -> Shingles.of(piece, RUN))
                    .toList();
            int[] all = runs.stream()
                    .flatMapToInt(IntStream::of)
                    .sorted()
                    .distinct()
                    .toArray();
            int asking = all.length == 0 ? 0 : all[Math.min(ASKING_RUNS, all.length) - 1];
            return IntStream.of(all)
                    .mapToObj(run -> new Meeting(
                            Integer.toString(run),
                            wording.key,
                            wording.wording,
                            wording.keySpeaker,
                            wording.formula,
                            wording.first,
                            wording.last,
                            run <= asking))
                    .iterator();
        }
    }

    record Held(String held, String holder, boolean sameSpeaker, int words) {
        static final Comparator<Held> BEST = Comparator.comparing((Held held) -> !held.sameSpeaker)
                .thenComparing(held -> -held.words)
                .thenComparing(held -> held.holder);
    }

    /** The speaker whom the quotes name with most confidence together, null where they name another nearly as much. */
    record Speaker(String id, String name) {
        static Speaker of(List<Said> quotes) {
            Map<String, Double> trust = new TreeMap<>();
            Map<String, Double> rivals = new TreeMap<>();
            Map<String, String> names = new TreeMap<>();
            for (Said quote : quotes) {
                if (quote.named != null) {
                    rivals.merge(quote.named, quote.namedConfidence, Double::sum);
                }
                if (quote.speakerId != null) {
                    trust.merge(quote.speakerId, quote.confidence, Double::sum);
                    names.putIfAbsent(quote.speakerId, quote.speaker);
                }
            }
            return trust.entrySet().stream()
                    .min(Comparator.comparing((Map.Entry<String, Double> entry) -> -entry.getValue())
                            .thenComparing(Map.Entry::getKey))
                    .filter(first -> rivals.entrySet().stream()
                            .noneMatch(other -> !other.getKey().equals(first.getKey())
                                    && other.getValue() >= RIVAL * first.getValue()))
                    .map(entry -> new Speaker(entry.getKey(), names.get(entry.getKey())))
                    .orElse(null);
        }
    }
}

package hearsay.input.articles;

import hearsay.input.InputSettings;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.files.Piece;
import hearsay.tables.Article;
import hearsay.tables.DateDoubt;
import hearsay.tables.DateFrom;
import hearsay.tables.Ids;
import hearsay.text.sentences.AgencyCredit;
import hearsay.text.sentences.Headline;
import hearsay.text.sentences.PublicationTime;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Whether what a file says of an article makes one.
 *
 * @param article the article, null where it is refused
 * @param refusal why it is refused, null where it is not
 * @param refusedDay its day, where that is why
 */
public record Admission(Article article, String refusal, LocalDate refusedDay) {
    private static final int LONGEST_URL = 8_000;
    private static final int LONGEST_FIELD = 2_000;
    private static final int MOST_AUTHORS = 50;
    private static final int LINES_WITH_DATES = 4;

    public static Admission of(RawArticle raw, Piece piece, InputSettings settings, LocalDate runDate) {
        String refusal = refusalOfText(raw.text(), settings);
        if (refusal != null) {
            return refused(refusal);
        }
        Dating dating = dating(raw, piece, settings, runDate);
        if (!settings.plausible(dating.time.day(), runDate)) {
            if (settings.rejectsImplausibleDates()) {
                return new Admission(
                        null,
                        "date " + dating.time.day() + " (from " + dating.from.word() + ") is not between "
                                + settings.earliestDate() + " and " + settings.daysAhead()
                                + " days after the run date",
                        dating.time.day());
            }
            dating = new Dating(dating.time, dating.from, DateDoubt.NOT_BELIEVED);
        }
        return new Admission(article(raw, piece.path(), dating, settings), null, null);
    }

    public static Admission refused(String reason) {
        return new Admission(null, reason, null);
    }

    /** The moment that a field of metadata names, or null. */
    private static Instant moment(String date) {
        return PublicationTime.parse(date).map(PublicationTime::moment).orElse(null);
    }

    private static String refusalOfText(String text, InputSettings settings) {
        if (text == null || text.isBlank()) {
            return "no text";
        }
        if (text.length() > settings.largestText()) {
            return "longer than " + settings.largestText() + " chars";
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return "a NUL at char " + i + ": no text";
            }
            if (Character.isSurrogate(c)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return "half a surrogate pair at char " + i + ": no Unicode text";
                }
                i++;
            }
        }
        return null;
    }

    private static Article article(RawArticle raw, String path, Dating dating, InputSettings settings) {
        String url = url(raw.url());
        String title = field(raw.title());
        return new Article(
                Ids.article(url == null ? null : Urls.ofArticle(url).orElse(null), place(raw, path)),
                path,
                url,
                source(raw, url, path),
                title != null ? title : Headline.of(raw.text()).orElse(null),
                authors(raw.authors()),
                dating.time.moment(),
                moment(raw.modified() != null ? raw.modified() : raw.seen()),
                dating.from.word(),
                Languages.of(
                        raw.text(), field(raw.language()), settings.languages().get(0)),
                raw.text(),
                Ids.hash(raw.text()),
                List.of(),
                null,
                null,
                dating.doubt == null ? null : dating.doubt.word(),
                dating.time.day());
    }

    /** The path that stands for an article without url: in a file of several, with its own id or the hash of its text. */
    private static String place(RawArticle raw, String path) {
        if (raw.position() == 0) {
            return path;
        }
        return path + "#" + (raw.id() != null ? raw.id() : Ids.hash(raw.text()));
    }

    private static String url(String url) {
        return url == null || url.length() > LONGEST_URL || !Urls.isWebAddress(url) ? null : clean(url.strip());
    }

    private static String source(RawArticle raw, String url, String path) {
        String named = field(raw.source());
        if (named != null) {
            return Urls.domain(named).orElse(named);
        }
        return Optional.ofNullable(url)
                .flatMap(Urls::domain)
                .or(() -> AgencyCredit.of(raw.text()))
                .orElse(path.indexOf('/') > 0 ? path.substring(0, path.indexOf('/')) : null);
    }

    private static List<String> authors(List<String> authors) {
        return authors == null
                ? List.of()
                : authors.stream()
                        .map(Admission::field)
                        .filter(a -> a != null)
                        .distinct()
                        .limit(MOST_AUTHORS)
                        .toList();
    }

    /** A short field: in one line, of bounded length, in valid Unicode; null where nothing is left. */
    private static String field(String value) {
        if (value == null) {
            return null;
        }
        String line = clean(value.length() > LONGEST_FIELD ? value.substring(0, LONGEST_FIELD) : value)
                .replaceAll("\\s+", " ")
                .strip();
        return line.isEmpty() ? null : line;
    }

    /** Text that every table can hold: NULs and halves of surrogate pairs become the replacement character. */
    public static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** The first of metadata, header, path and file that gives a day, else the run date. */
    private static Dating dating(RawArticle raw, Piece piece, InputSettings settings, LocalDate runDate) {
        return Stream.<Supplier<Optional<Dating>>>of(
                        () -> in(raw.date(), DateFrom.METADATA),
                        () -> header(raw.text()).map(time -> new Dating(time, DateFrom.HEADER)),
                        () -> Optional.ofNullable(raw.url())
                                .flatMap(PublicationTime::inPath)
                                .map(time -> new Dating(time, DateFrom.PATH)),
                        () -> PublicationTime.inPath(piece.path()).map(time -> new Dating(time, DateFrom.PATH)),
                        () -> in(raw.seen(), DateFrom.FILE),
                        () -> written(piece, settings))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(dating ->
                        !settings.passesOverImplausibleDates() || settings.plausible(dating.time.day(), runDate))
                .findFirst()
                .orElseGet(() -> new Dating(
                        new PublicationTime(runDate, null),
                        DateFrom.RUN_DATE,
                        raw.date() == null || in(raw.date(), DateFrom.METADATA).isPresent()
                                ? null
                                : DateDoubt.NOT_UNDERSTOOD));
    }

    private static Optional<Dating> in(String date, DateFrom from) {
        return Optional.ofNullable(date).flatMap(PublicationTime::inHeader).map(time -> new Dating(time, from));
    }

    private static Optional<Dating> written(Piece piece, InputSettings settings) {
        return settings.dateFromFile() && piece.modified() != null
                ? Optional.of(new Dating(
                        new PublicationTime(LocalDate.ofInstant(piece.modified(), ZoneOffset.UTC), null),
                        DateFrom.FILE))
                : Optional.empty();
    }

    private static Optional<PublicationTime> header(String text) {
        int begin = 0;
        for (int looked = 0; looked < LINES_WITH_DATES && begin < text.length(); ) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            String line = text.substring(begin, end);
            begin = end + 1;
            if (!line.isBlank()) {
                looked++;
                Optional<PublicationTime> time = PublicationTime.inHeader(line);
                if (time.isPresent()) {
                    return time;
                }
            }
        }
        return Optional.empty();
    }

    /** @param doubt null where there is none */
    private record Dating(PublicationTime time, DateFrom from, DateDoubt doubt) {
        Dating(PublicationTime time, DateFrom from) {
            this(time, from, null);
        }
    }
}

package hearsay.input.articles;

import hearsay.input.InputSettings;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.files.Piece;
import hearsay.tables.Article;
import hearsay.tables.DateDoubt;
import hearsay.tables.Ids;
import hearsay.text.sentences.AgencyCredit;
import hearsay.text.sentences.Headline;
import hearsay.text.sentences.PublicationTime;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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

    public static Admission of(RawArticle raw, Piece piece, InputSettings settings, LocalDate runDate) {
        String refusal = refusalOfText(raw.text(), settings);
        if (refusal != null) {
            return refused(refusal);
        }
        Dating dating = Dating.of(raw, piece, settings, runDate);
        if (dating.isOfArticle() && !settings.plausible(dating.day(), runDate)) {
            if (settings.rejectsImplausibleDates()) {
                return new Admission(
                        null,
                        "date " + dating.day() + " (from " + dating.from().word() + ") is not between "
                                + settings.earliestDate() + " and " + settings.daysAhead()
                                + " days after the run date",
                        dating.day());
            }
            dating = dating.with(DateDoubt.NOT_BELIEVED);
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
                Authors.of(fields(raw.authors()), raw.source(), raw.url()),
                dating.moment(),
                moment(raw.modified() != null ? raw.modified() : raw.seen()),
                dating.from().word(),
                Languages.of(
                        raw.text(), field(raw.language()), settings.languages().get(0)),
                raw.text(),
                Ids.hash(raw.text()),
                List.of(),
                null,
                null,
                dating.doubt() == null ? null : dating.doubt().word(),
                field(raw.source()),
                dating.day());
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
        return Optional.ofNullable(url)
                .flatMap(Urls::domain)
                .or(() ->
                        Optional.ofNullable(named).map(name -> Urls.domain(name).orElse(name)))
                .or(() -> AgencyCredit.of(raw.text()))
                .orElse(path.indexOf('/') > 0 ? path.substring(0, path.indexOf('/')) : null);
    }

    private static List<String> fields(List<String> values) {
        return values == null
                ? List.of()
                : values.stream().map(Admission::field).filter(Objects::nonNull).toList();
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
}

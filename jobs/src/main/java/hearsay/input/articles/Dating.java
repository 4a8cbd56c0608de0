package hearsay.input.articles;

import hearsay.input.InputSettings;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.files.Piece;
import hearsay.tables.DateDoubt;
import hearsay.tables.DateFrom;
import hearsay.text.sentences.PathDay;
import hearsay.text.sentences.PublicationTime;
import hearsay.text.sentences.WrittenDay;
import hearsay.text.sentences.WrittenDay.Label;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The day of an article, and who says so.
 *
 * @param day    day of publication; where nothing gives one, the day under which the article is filed
 * @param moment moment of publication, null where only the day is given
 * @param doubt  null where there is none
 */
record Dating(LocalDate day, Instant moment, DateFrom from, DateDoubt doubt) {
    private static final int LINES_WITH_DATES = 4;
    private static final int LONGEST_FIELD = 80; // chars: a field of metadata, no sentence

    /** The first of metadata, header, path and file that gives a day; else a month of the path; else the run date. */
    static Dating of(RawArticle raw, Piece piece, InputSettings settings, LocalDate runDate) {
        return Stream.<Supplier<Optional<Dating>>>of(
                        () -> in(raw.date(), raw.language(), DateFrom.METADATA),
                        () -> header(raw.text()),
                        () -> Optional.ofNullable(raw.url())
                                .flatMap(PathDay::day)
                                .map(day -> ofDay(day, DateFrom.PATH)),
                        () -> PathDay.day(piece.path()).map(day -> ofDay(day, DateFrom.PATH)),
                        () -> Optional.ofNullable(raw.url())
                                .flatMap(PathDay::month)
                                .map(Dating::ofMonth),
                        () -> in(raw.seen(), null, DateFrom.FILE),
                        () -> written(piece, settings))
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .filter(dating -> !settings.passesOverImplausibleDates() || settings.plausible(dating.day, runDate))
                .findFirst()
                .orElseGet(() -> new Dating(runDate, null, DateFrom.RUN_DATE, whyNone(raw)));
    }

    /** Whether anything says that this is the article's day. */
    boolean isOfArticle() {
        return from != DateFrom.RUN_DATE;
    }

    Dating with(DateDoubt other) {
        return new Dating(day, moment, from, other);
    }

    private static DateDoubt whyNone(RawArticle raw) {
        boolean understood = raw.date() == null
                || PublicationTime.isPlaceholder(raw.date())
                || in(raw.date(), raw.language(), DateFrom.METADATA).isPresent();
        return understood ? DateDoubt.NO_DAY : DateDoubt.NOT_UNDERSTOOD;
    }

    private static Dating ofDay(LocalDate day, DateFrom from) {
        return new Dating(day, null, from, null);
    }

    private static Dating ofMonth(YearMonth month) {
        return new Dating(month.atDay(1), null, DateFrom.PATH, DateDoubt.MONTH_ONLY);
    }

    private static Optional<Dating> in(String date, String language, DateFrom from) {
        if (date == null) {
            return Optional.empty();
        }
        Optional<Dating> time =
                PublicationTime.inHeader(date).map(found -> new Dating(found.day(), found.moment(), from, null));
        return time.isPresent() || date.length() > LONGEST_FIELD || PublicationTime.isPlaceholder(date)
                ? time
                : WrittenDay.in(date, language)
                        .filter(written -> written.label() != Label.CHANGED)
                        .map(written -> ofDay(written.day(), from));
    }

    private static Optional<Dating> written(Piece piece, InputSettings settings) {
        return settings.dateFromFile() && piece.modified() != null
                ? Optional.of(ofDay(LocalDate.ofInstant(piece.modified(), ZoneOffset.UTC), DateFrom.FILE))
                : Optional.empty();
    }

    private static Optional<Dating> header(String text) {
        int begin = 0;
        for (int looked = 0; looked < LINES_WITH_DATES && begin < text.length(); ) {
            int end = text.indexOf('\n', begin);
            end = end < 0 ? text.length() : end;
            String line = text.substring(begin, end);
            begin = end + 1;
            if (!line.isBlank()) {
                looked++;
                Optional<PublicationTime> time = PublicationTime.inHeader(line);
                if (time.isPresent() && !isOfChange(line)) {
                    return time.map(found -> new Dating(found.day(), found.moment(), DateFrom.HEADER, null));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOfChange(String line) {
        return WrittenDay.in(line, null)
                .filter(written -> written.label() == Label.CHANGED)
                .isPresent();
    }
}

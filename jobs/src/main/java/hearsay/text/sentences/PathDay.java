package hearsay.text.sentences;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The day or the month that an address or a path names.
 *
 * <p>On 12,000 articles the folders ({@code /2018/04/23/}, {@code /2018/apr/23/}) gave 7,368 days, all of them the article's own.
 * Other numbers are days only where they cannot well be anything else: the number of an article ({@code /2021/04/92713}) is none.
 */
public final class PathDay {
    private static final String YEAR = "(?<year>(?:19|20)\\d{2})";
    private static final String DAY = "(?<day>0[1-9]|[12]\\d|3[01])";
    private static final String CLOCK = "(?:[01]\\d|2[0-3])[0-5]\\d[0-5]\\d";
    private static final Pattern FOLDERS = Pattern.compile(
            "/" + YEAR + "/(?<month>\\d{1,2}|[a-z]{3,9})/(?<day>\\d{1,2})(?=/|$|-)", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_FOLDERS =
            Pattern.compile("/" + YEAR + "[/-](?<month>\\d{1,2}|[a-z]{3,9})(?=/)", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINED =
            Pattern.compile("(?<!\\d)" + YEAR + "(?<gap>[-/_.]?)(?<month>0[1-9]|1[0-2])\\k<gap>" + DAY + "(?!\\d)");
    /** "20190927024447" and, with milliseconds and a short year, "190927024447434". */
    private static final Pattern MOMENT = Pattern.compile("(?<!\\d)(?:" + YEAR + "(?<month>0[1-9]|1[0-2])" + DAY + CLOCK
            + "|(?<shortYear>\\d{2})(?<shortMonth>0[1-9]|1[0-2])(?<shortDay>0[1-9]|[12]\\d|3[01])" + CLOCK
            + "\\d{3})(?!\\d)");
    /** "-1498037401" at the end: seconds since 1970, from 2010 on, as smaller numbers are those of articles. */
    private static final Pattern EPOCH = Pattern.compile("[a-z]-(?<seconds>1[2-9]\\d{8})$", Pattern.CASE_INSENSITIVE);

    private static final long EPOCH_FROM = 1_262_304_000;
    private static final Pattern QUERY = Pattern.compile("[?#].*$");

    private PathDay() {}

    /** The day that a path names: in folders, else the last one joined by one mark or none. */
    public static Optional<LocalDate> day(String path) {
        String bare = QUERY.matcher(path).replaceFirst("");
        Matcher folders = FOLDERS.matcher(bare);
        while (folders.find()) {
            LocalDate day = day(folders.group("year"), folders.group("month"), folders.group("day"));
            if (day != null) {
                return Optional.of(day);
            }
        }
        Optional<LocalDate> last = Optional.empty();
        for (Matcher joined = JOINED.matcher(bare); joined.find(); ) {
            LocalDate day = day(joined.group("year"), joined.group("month"), joined.group("day"));
            last = day == null ? last : Optional.of(day);
        }
        return last.or(() -> ofMoment(bare)).filter(day -> agrees(day, bare));
    }

    /** The month that a path names in its folders: {@code /2018/04/}, {@code /2018/apr/}. */
    public static Optional<YearMonth> month(String path) {
        Matcher folders = MONTH_FOLDERS.matcher(QUERY.matcher(path).replaceFirst(""));
        while (folders.find()) {
            int month = number(folders.group("month"));
            if (month >= 1 && month <= 12) {
                return Optional.of(YearMonth.of(Integer.parseInt(folders.group("year")), month));
            }
        }
        return Optional.empty();
    }

    /** A number that reads as a day of another month than the folders say is the number of the article. */
    private static boolean agrees(LocalDate day, String path) {
        return month(path).map(YearMonth.from(day)::equals).orElse(true);
    }

    private static Optional<LocalDate> ofMoment(String path) {
        Matcher moment = MOMENT.matcher(path);
        while (moment.find()) {
            LocalDate day = moment.group("year") != null
                    ? day(moment.group("year"), moment.group("month"), moment.group("day"))
                    : day("20" + moment.group("shortYear"), moment.group("shortMonth"), moment.group("shortDay"));
            if (day != null) {
                return Optional.of(day);
            }
        }
        Matcher epoch = EPOCH.matcher(path);
        return epoch.find() && Long.parseLong(epoch.group("seconds")) >= EPOCH_FROM
                ? Optional.of(LocalDate.ofInstant(
                        Instant.ofEpochSecond(Long.parseLong(epoch.group("seconds"))), ZoneOffset.UTC))
                : Optional.empty();
    }

    private static LocalDate day(String year, String month, String day) {
        try {
            return LocalDate.of(Integer.parseInt(year), number(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static int number(String month) {
        return Character.isDigit(month.charAt(0)) ? Integer.parseInt(month) : MonthNames.month(month, "en");
    }
}

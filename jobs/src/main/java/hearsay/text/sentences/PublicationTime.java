package hearsay.text.sentences;

import hearsay.settings.WordTable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When an article was published, as metadata or a header line writes it.
 *
 * <p>A time without a zone is read as UTC, as news-please writes it. A time in a zone that is not known, or a numeric date
 * that could be day-month or month-day (06/07/2025), is not guessed at: the day alone, or nothing. With full stops the day is
 * first (06.07.2025).
 *
 * @param day    day of publication, in the zone that the time states, else in UTC
 * @param moment moment of publication, null where only the day is given
 */
public record PublicationTime(LocalDate day, Instant moment) {
    private static final String MONTH =
            "(Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
                    + "|Nov(?:ember)?|Dec(?:ember)?)\\.?";
    private static final String WEEKDAY =
            "(?:(?:Mon|Tue|Tues|Wed|Weds|Thu|Thur|Thurs|Fri|Sat|Sun)(?:day|sday|nesday|rsday|urday)?\\.?,?\\s+)?";
    private static final String CLOCK =
            "(?:(?:\\s*[,|T-]\\s*|\\s+)(?:at\\s+)?(?<hour>\\d{1,2})[:.h](?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "(?:\\s*(?<half>[ap])\\.?m\\b\\.?)?"
                    + "\\s*(?<zone>Z|(?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?|\\(?\\b[A-Za-z]{1,5}\\b\\)?)?)?";

    private static final Pattern ISO = whole("(?<year>\\d{4})[-/.](?<month>\\d{1,2})[-/.](?<day>\\d{1,2})" + CLOCK);
    private static final Pattern COMPACT = whole("(?<year>(?:19|20)\\d{2})(?<month>\\d{2})(?<day>\\d{2})"
            + "(?:T?(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})(?<zone>Z)?)?");
    private static final Pattern DAY_FIRST = whole("(?<day>\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(?:of\\s+)?(?<name>"
            + MONTH + "),?[\\s-]+(?<year>\\d{4})" + CLOCK);
    private static final Pattern MONTH_FIRST =
            whole("(?<name>" + MONTH + ")\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})" + CLOCK);
    private static final Pattern NUMERIC =
            whole("(?<first>\\d{1,2})(?<gap>[./-])(?<middle>\\d{1,2})\\k<gap>(?<year>\\d{4}|(?<=[./])\\d{2})" + CLOCK);
    /** "22 Nov 26 10:15:00 GMT": years of two digits, with a time only. */
    private static final Pattern RFC_822 =
            whole("(?<day>\\d{1,2})\\s+(?<name>" + MONTH + ")\\s+(?<year>\\d{2})(?=\\s+\\d{1,2}:)" + CLOCK);

    private static final List<Pattern> FORMS = List.of(ISO, COMPACT, DAY_FIRST, MONTH_FIRST, NUMERIC, RFC_822);

    /** Seconds or milliseconds since 1970, of moments after 2001. */
    private static final Pattern EPOCH = Pattern.compile("^1\\d{9}(?:\\d{3})?$");

    private static final Pattern LABEL = Pattern.compile(
            "^(?:(?:first\\s+|last\\s+)?(?:date|published|publication|updated|modified|posted|created|issued)\\b"
                    + "(?:\\s+(?:on|at|date|time))?\\s*[:=|-]?\\s*)+",
            Pattern.CASE_INSENSITIVE);
    /** The number that some dumps put behind the date. */
    private static final Pattern TRAILING_CODE = Pattern.compile("(?<=\\d{4}|-\\d{2})\\s+\\d{1,6}$");

    /** The first days of the clocks of Unix, with what zones make of them, of Excel, of Windows and of NTP. */
    private static final Set<LocalDate> PLACEHOLDERS = Set.of(
            LocalDate.EPOCH,
            LocalDate.EPOCH.minusDays(1),
            LocalDate.of(1899, 12, 30),
            LocalDate.of(1899, 12, 31),
            LocalDate.of(1900, 1, 1),
            LocalDate.of(1601, 1, 1));

    private static final Pattern NO_DAY = Pattern.compile("^0000-|^-0001-|^00[/.]00[/.]0000");
    private static final int LONGEST = 100; // no date is longer; keeps the patterns off paragraphs

    /** Names with one meaning; those of countries where the clock is put forward follow its rules. */
    private static final Map<String, String> ZONES = WordTable.of("time-zones").cells("zone");

    /** The time that {@code text} is, if it is nothing else: the value of a metadata field. A placeholder is none. */
    public static Optional<PublicationTime> parse(String text) {
        return read(text).filter(time -> !isPlaceholder(time.day));
    }

    private static Optional<PublicationTime> read(String text) {
        if (text == null || text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        if (EPOCH.matcher(text.strip()).matches()) {
            return Optional.of(ofEpoch(text.strip()));
        }
        String date = text.strip().replaceFirst("(?i)^" + WEEKDAY, "");
        return FORMS.stream()
                .map(form -> form.matcher(date))
                .filter(Matcher::matches)
                .findFirst()
                .flatMap(PublicationTime::of);
    }

    /** The time of a header line: a date with at most a label before it and a code number after it. */
    public static Optional<PublicationTime> inHeader(String line) {
        if (line.length() > LONGEST) {
            return Optional.empty();
        }
        String date = LABEL.matcher(line.strip()).replaceFirst("");
        Optional<PublicationTime> time = parse(date);
        return time.isPresent() ? time : parse(TRAILING_CODE.matcher(date).replaceFirst(""));
    }

    /** Whether this is what software writes where it knows no date: year 0 or 1, or the day from which a clock counts. */
    public static boolean isPlaceholder(String text) {
        return text != null
                && (NO_DAY.matcher(text.strip()).find()
                        || read(text).filter(time -> isPlaceholder(time.day)).isPresent());
    }

    private static boolean isPlaceholder(LocalDate day) {
        return day.getYear() <= 1 || PLACEHOLDERS.contains(day);
    }

    private static Pattern whole(String form) {
        return Pattern.compile("^" + form + "$", Pattern.CASE_INSENSITIVE);
    }

    private static PublicationTime ofEpoch(String digits) {
        long number = Long.parseLong(digits);
        Instant moment = digits.length() == 13 ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        return new PublicationTime(LocalDate.ofInstant(moment, ZoneOffset.UTC), moment);
    }

    private static Optional<PublicationTime> of(Matcher match) {
        try {
            LocalDate date = date(match);
            LocalTime clock = clock(match);
            ZoneId zone = clock == null ? null : zone(match);
            if (date == null) {
                return Optional.empty();
            }
            if (zone == null) {
                return Optional.of(new PublicationTime(date, null));
            }
            Instant moment = LocalDateTime.of(date, clock).atZone(zone).toInstant();
            return Optional.of(new PublicationTime(date, moment));
        } catch (DateTimeException e) { // 30 February, 25 o'clock
            return Optional.empty();
        }
    }

    private static LocalDate date(Matcher match) {
        int year = number(match, "year");
        if (match.pattern() == NUMERIC) {
            int first = number(match, "first");
            int middle = number(match, "middle");
            year += year >= 100 ? 0 : year < 50 ? 2000 : 1900;
            if (first > 12 || first == middle || match.group("gap").equals(".")) {
                return LocalDate.of(year, middle, first);
            }
            return middle > 12 ? LocalDate.of(year, first, middle) : null;
        }
        if (match.pattern() == RFC_822) {
            year += year < 50 ? 2000 : 1900; // as RFC 2822, 4.3 has it
        }
        boolean named = match.pattern() == DAY_FIRST || match.pattern() == MONTH_FIRST || match.pattern() == RFC_822;
        int month = named ? month(match.group("name")) : number(match, "month");
        return LocalDate.of(year, month, number(match, "day"));
    }

    private static int month(String name) {
        return "janfebmaraprmayjunjulaugsepoctnovdec"
                                .indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT))
                        / 3
                + 1;
    }

    private static LocalTime clock(Matcher match) {
        if (match.group("hour") == null) {
            return null;
        }
        int hour = number(match, "hour");
        String half = match.pattern() == COMPACT ? null : match.group("half");
        if (half != null) {
            hour = hour % 12 + (half.equalsIgnoreCase("p") ? 12 : 0);
        }
        String second = match.group("second");
        return LocalTime.of(hour, number(match, "minute"), second == null ? 0 : Math.min(59, Integer.parseInt(second)));
    }

    private static ZoneId zone(Matcher match) {
        String zone = match.group("zone");
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        String name = zone.replaceAll("[()]", "").toUpperCase(Locale.ROOT).replaceFirst("^(?:GMT|UTC)(?=[+-])", "");
        if (name.startsWith("+") || name.startsWith("-")) {
            return ZoneOffset.of(name.replaceFirst("^([+-])(\\d)(?!\\d)", "$10$2"));
        }
        return ZONES.containsKey(name) ? ZoneId.of(ZONES.get(name)) : null;
    }

    private static int number(Matcher match, String group) {
        return Integer.parseInt(match.group(group));
    }
}

package hearsay.text.sentences;

import hearsay.settings.WordLists;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day as a page shows it, among other words and in many languages: "Posted on 3. října 2020 by Ann", "2020年10月3日", "03/10/2020".
 *
 * <p>The names of the months are those of {@link MonthNames}. Where a numeric date could be day-month or month-day, the language
 * decides, and nothing does in English of no country.
 *
 * @param day   the day
 * @param label what the words before it say of it
 */
public record WrittenDay(LocalDate day, Label label) {
    /** What a line says its day is. */
    public enum Label {
        PUBLISHED,
        CHANGED,
        NONE
    }

    private static final int LONGEST = 300; // chars of a line that is looked into
    private static final int MOST_WORDS = 2; // "de", "gada": words between the parts of a date
    private static final int LONGEST_FILLER = 4; // chars of one
    private static final int THAI_YEARS = 543; // ahead of the common era
    private static final int MOST_NAME_WORDS = 3;

    private static final Set<String> CHANGED = WordLists.of("change-labels");
    private static final Set<String> PUBLISHED = WordLists.of("publication-labels");

    private static final Pattern TOKEN = Pattern.compile("\\p{Nd}+|[\\p{L}\\p{M}]+|\\S");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");
    private static final Pattern EAST_ASIAN = Pattern.compile(
            "(?<!\\p{Nd})(?<year>\\p{Nd}{4})\\s?[年년]\\s?(?<month>\\p{Nd}{1,2})\\s?[月월]\\s?(?<day>\\p{Nd}{1,2})\\s?[日일]?(?!\\p{Nd})");
    private static final Pattern VIETNAMESE = Pattern.compile(
            "(?<!\\p{Nd})(?<day>\\p{Nd}{1,2})\\s+tháng\\s+(?<month>\\p{Nd}{1,2}),?\\s+(?:năm\\s+)?(?<year>\\p{Nd}{4})(?!\\p{Nd})",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern YEAR_FIRST = Pattern.compile("(?<![\\p{Nd}/.-])(?<year>\\p{Nd}{4})(?<gap>[-/.])\\s?"
            + "(?<month>\\p{Nd}{1,2})\\k<gap>\\s?(?<day>\\p{Nd}{1,2})(?!\\p{Nd}|[-/]\\p{Nd})");
    private static final Pattern YEAR_LAST = Pattern.compile(
            "(?<![\\p{Nd}/.-])(?<first>\\p{Nd}{1,2})(?<gap>[-/.])\\s?(?<middle>\\p{Nd}{1,2})\\k<gap>\\s?(?<year>\\p{Nd}{4})(?!\\p{Nd}|[-/.]\\p{Nd})");
    private static final Pattern MONTH_FIRST = Pattern.compile("(?i)en[-_](?:us|ph).*|fil.*");

    /**
     * The first day that the line has, and what the words before it say of it.
     *
     * @param language code of its language, such as cs or en-GB, or null
     */
    public static Optional<WrittenDay> in(String line, String language) {
        if (line == null || line.isBlank()) {
            return Optional.empty();
        }
        String text = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
        return List.of(
                        inNumbers(text, EAST_ASIAN, language),
                        inNumbers(text, VIETNAMESE, language),
                        inWords(text, language),
                        inNumbers(text, YEAR_FIRST, language),
                        inNumbers(text, YEAR_LAST, language))
                .stream()
                .flatMap(Optional::stream)
                .min((one, other) -> Integer.compare(one.begin, other.begin))
                .map(found -> new WrittenDay(found.day, label(text.substring(0, found.begin))));
    }

    /** @param begin char at which it begins */
    private record Found(LocalDate day, int begin) {}

    /** What the words before a day say of it. */
    public static Label label(String before) {
        List<String> words = new ArrayList<>();
        for (Matcher token = WORD.matcher(before.toLowerCase(Locale.ROOT)); token.find(); ) {
            words.add(token.group());
        }
        for (int i = words.size() - 1; i >= 0; i--) { // the nearest word says it
            String two = i > 0 ? words.get(i - 1) + " " + words.get(i) : "";
            String three = i > 1 ? words.get(i - 2) + " " + two : "";
            if (CHANGED.contains(words.get(i)) || CHANGED.contains(two) || CHANGED.contains(three)) {
                return i > 0 && PUBLISHED.contains(words.get(i - 1))
                        ? Label.NONE
                        : Label.CHANGED; // "Published | Updated"
            }
            if (PUBLISHED.contains(words.get(i)) || PUBLISHED.contains(two)) {
                return Label.PUBLISHED;
            }
        }
        return Label.NONE;
    }

    private static Optional<Found> inNumbers(String text, Pattern form, String language) {
        for (Matcher match = form.matcher(text); match.find(); ) {
            LocalDate day = form == YEAR_LAST
                    ? yearLast(match, language)
                    : day(
                            year(match.group("year"), language),
                            number(match.group("month")),
                            number(match.group("day")));
            if (day != null) {
                return Optional.of(new Found(day, match.start()));
            }
        }
        return Optional.empty();
    }

    private static LocalDate yearLast(Matcher match, String language) {
        int first = number(match.group("first"));
        int middle = number(match.group("middle"));
        int year = year(match.group("year"), language);
        if (first > 12 || first == middle || match.group("gap").equals(".")) {
            return day(year, middle, first);
        }
        if (middle > 12) {
            return day(year, first, middle);
        }
        if (language == null || language.equalsIgnoreCase("en")) {
            return null;
        }
        return MONTH_FIRST.matcher(language).matches() ? day(year, first, middle) : day(year, middle, first);
    }

    /** @param end char after it */
    private record Part(String text, int begin, int end) {
        boolean isNumber() {
            return Character.isDigit(text.codePointAt(0));
        }

        boolean isWord() {
            return Character.isLetter(text.codePointAt(0));
        }

        /** The day of a month that it is, or 0. */
        int day() {
            int number = isNumber() && text.length() <= 2 ? number(text) : 0;
            return number <= 31 ? number : 0;
        }
    }

    private static Optional<Found> inWords(String text, String language) {
        List<Part> parts = new ArrayList<>();
        for (Matcher token = TOKEN.matcher(text); token.find(); ) {
            parts.add(new Part(token.group(), token.start(), token.end()));
        }
        for (int i = 0; i < parts.size(); i++) {
            for (int words = MOST_NAME_WORDS; parts.get(i).isWord() && words > 0; words--) {
                int last = i + words - 1;
                if (last < parts.size() && parts.get(last).isWord()) {
                    int month = MonthNames.month(text.substring(parts.get(i).begin, parts.get(last).end), language);
                    Found found = month == 0 ? null : around(parts, i, last, month, language);
                    if (found != null) {
                        return Optional.of(found);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The date around the name of a month: day month year, month day year, year month day or year day month. */
    private static Found around(List<Part> parts, int first, int last, int month, String language) {
        int before = number(parts, first, -1);
        int after = number(parts, last, 1);
        Part left = before < 0 ? null : parts.get(before);
        Part right = after < 0 ? null : parts.get(after);
        int leftYear = left == null ? 0 : year(left.text, language);
        int rightYear = right == null ? 0 : year(right.text, language);
        if (left != null && left.day() > 0 && rightYear > 0) {
            return found(rightYear, month, left.day(), left);
        }
        if (right != null && right.day() > 0) {
            int next = number(parts, after, 1);
            int year = next < 0 ? 0 : year(parts.get(next).text, language);
            if (year > 0) {
                return found(year, month, right.day(), parts.get(first));
            }
            if (leftYear > 0) {
                return found(leftYear, month, right.day(), left);
            }
        }
        if (left != null && left.day() > 0) {
            int earlier = number(parts, before, -1);
            int year = earlier < 0 ? 0 : year(parts.get(earlier).text, language);
            if (year > 0) {
                return found(year, month, left.day(), parts.get(earlier));
            }
        }
        return null;
    }

    private static Found found(int year, int month, int day, Part from) {
        LocalDate date = day(year, month, day);
        return date == null ? null : new Found(date, from.begin);
    }

    /** Where the next number is, going by {@code step} over marks and few short words; -1 where there is none. */
    private static int number(List<Part> parts, int from, int step) {
        int words = 0;
        for (int i = from + step; i >= 0 && i < parts.size(); i += step) {
            Part part = parts.get(i);
            if (part.isNumber()) {
                return i;
            }
            boolean filler = part.isWord() && part.text.length() <= LONGEST_FILLER && ++words <= MOST_WORDS;
            if (!filler && (part.isWord() || ".,/-'’ºª)(–،、।".indexOf(part.text.charAt(0)) < 0)) {
                return -1;
            }
        }
        return -1;
    }

    /** A year of four digits, in the Thai count too; 0 for any other number. */
    private static int year(String digits, String language) {
        if (digits.length() != 4 || !digits.codePoints().allMatch(Character::isDigit)) {
            return 0;
        }
        int year = number(digits);
        boolean thai = year > 2400
                && (language == null || language.toLowerCase(Locale.ROOT).startsWith("th"));
        int common = thai ? year - THAI_YEARS : year;
        return common >= 1900 && common < 2100 ? common : 0;
    }

    private static LocalDate day(int year, int month, int day) {
        try {
            return year == 0 ? null : LocalDate.of(year, month, day);
        } catch (DateTimeException e) { // 30 February
            return null;
        }
    }

    /** The number that digits of any script write. */
    private static int number(String digits) {
        return digits.codePoints().map(c -> Character.digit(c, 10)).reduce(0, (all, digit) -> all * 10 + digit);
    }
}

package hearsay.input;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The settings for reading articles: the section {@code input} of conf/hearsay.conf, where the comments stand.
 *
 * @param fields           field of an article -> names in files, separated by commas, asked before the known ones
 * @param largestText      chars of the longest text that is taken as an article
 * @param largestRecord    bytes of the longest JSON line or object and CSV row that is read
 * @param splitBytes       bytes of input that one task reads
 * @param earliestDate     first day that is believed as a day of publication
 * @param daysAhead        days after the run date that are still believed
 * @param implausibleDates what becomes of an article with a day outside of these: reject, next-source or keep
 * @param dateFromFile     whether the time at which a file was last written dates articles that nothing else dates
 * @param languages        codes of the languages whose articles are analysed; the first is that of texts too short to tell
 */
public record InputSettings(
        Map<String, String> fields,
        int largestText,
        int largestRecord,
        long splitBytes,
        String earliestDate,
        int daysAhead,
        String implausibleDates,
        boolean dateFromFile,
        List<String> languages)
        implements Serializable {

    static final String REJECT = "reject";
    static final String NEXT_SOURCE = "next-source";
    static final String KEEP = "keep";

    public InputSettings {
        fields = new LinkedHashMap<>(fields);
        languages = List.copyOf(languages);
        Set<String> known = FieldNames.defaults().names().keySet();
        for (String field : fields.keySet()) {
            demand(known.contains(field), "fields." + field + " is none of " + known);
        }
        demand(largestText > 0, "largest-text is " + largestText);
        demand(largestRecord > 0, "largest-record is " + largestRecord);
        demand(splitBytes > 0, "split-bytes is " + splitBytes);
        demand(
                !languages.isEmpty() && languages.stream().allMatch(code -> code.matches("[a-z]{2,3}")),
                "languages are " + languages + ", not codes such as en");
        demand(daysAhead >= 0, "days-ahead is " + daysAhead);
        demand(
                List.of(REJECT, NEXT_SOURCE, KEEP).contains(implausibleDates),
                "implausible-dates is " + implausibleDates + ", not reject, next-source or keep");
        try {
            LocalDate.parse(earliestDate);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("earliest-date is " + earliestDate + ", not a day such as 1980-01-01");
        }
    }

    private static void demand(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    public boolean rejectsImplausibleDates() {
        return implausibleDates.equals(REJECT);
    }

    public boolean passesOverImplausibleDates() {
        return implausibleDates.equals(NEXT_SOURCE);
    }

    public boolean plausible(LocalDate day, LocalDate runDate) {
        return !day.isBefore(LocalDate.parse(earliestDate)) && !day.isAfter(runDate.plusDays(daysAhead));
    }

    public FieldNames fieldNames() {
        Map<String, List<String>> own = new LinkedHashMap<>();
        fields.forEach((field, names) -> own.put(
                field,
                Arrays.stream(names.replaceAll("^\\[|]$", "").split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList()));
        return FieldNames.defaults().with(own);
    }
}

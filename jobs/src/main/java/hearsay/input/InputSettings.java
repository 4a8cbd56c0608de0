package hearsay.input;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What the reading of articles can be told; the comments stand in conf/hearsay.conf.
 *
 * @param fields        names under which files give the fields of an article
 * @param largestText   chars of the longest text that is taken as an article
 * @param largestLine   bytes of the longest JSON line that is read
 * @param splitBytes    bytes of input that one task reads
 * @param earliest      first day that is believed as a day of publication
 * @param daysAhead     days after the run date that are still believed
 * @param implausible   what becomes of an article with a day outside of these
 */
public record InputSettings(
        FieldNames fields,
        int largestText,
        int largestLine,
        long splitBytes,
        LocalDate earliest,
        int daysAhead,
        Implausible implausible)
        implements Serializable {

    /** What to do with a day of publication that cannot be right. */
    public enum Implausible {
        /** The article goes to rejects. */
        REJECT,
        /** The next source of a day is asked: header, path, run date. */
        NEXT_SOURCE,
        /** It is taken all the same. */
        KEEP
    }

    public static InputSettings defaults() {
        return new InputSettings(
                FieldNames.defaults(), 2_000_000, 32 << 20, 128L << 20, LocalDate.of(1980, 1, 1), 1, Implausible.REJECT);
    }

    public boolean plausible(LocalDate day, LocalDate runDate) {
        return !day.isBefore(earliest) && !day.isAfter(runDate.plusDays(daysAhead));
    }
}

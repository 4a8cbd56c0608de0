package hearsay.tables;

import java.time.LocalDate;

@Says("one trait and value of the persons quoted by one outlet in one week, by quotes that can be trusted")
public record QuotedShare(
        @Says("outlet, null for all together") String outlet,

        @Says("Monday of the week, null for all weeks and for articles without a day of their own")
        LocalDate week,

        @Says("what is counted") @OneOf(Trait.class) String trait,

        @Says("such as female; null for the undecided, of whom nothing tells")
        String value,

        @Says("quotations of persons with the value; of several who speak together each counts")
        long quotes,

        @Says("persons with the value") long speakers,
        @Says("articles that quote them") long articles,

        @Says(
                "share of the quotations of persons whose value is known, 0 to 1; of the undecided the share of those of all persons")
        double share,

        @Says("lower end of the 95 % interval of the share: Wilson's, with the sample that stories are worth")
        double shareLow,

        @Says("upper end of the interval") double shareHigh) {}

package hearsay.report.site;

import java.time.LocalDate;

/** How many articles of a day name an entity, or stand in an outlet. */
record OfDay(String key, LocalDate day, long articles) {}

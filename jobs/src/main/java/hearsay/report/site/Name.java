package hearsay.report.site;

import hearsay.tables.Fact;
import java.time.LocalDate;
import java.util.List;

/**
 * An entity with a page of its own.
 *
 * @param said        trusted quotations it speaks, copies counted once
 * @param lessCertain its other quotations
 * @param spokenOf    trusted quotations of others that name it
 */
record Name(
        String entityId,
        String name,
        String type,
        List<String> aliases,
        List<String> roles,
        long articles,
        LocalDate firstSeen,
        LocalDate lastSeen,
        String gender,
        List<Fact> facts,
        long said,
        long lessCertain,
        long spokenOf) {}

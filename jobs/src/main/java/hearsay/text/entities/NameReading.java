package hearsay.text.entities;

/**
 * What the archive makes of a name that an article alone reads otherwise.
 *
 * @param type   type in the article
 * @param form   form in the article
 * @param level  FULL, WORD or SHORT
 * @param day    the day for which a WORD or SHORT form is read, null for FULL: that is read alike on all days
 * @param among  persons of the article that a SHORT form may mean, as {@link LocalEntity} has them
 * @param asType type of the entity
 * @param asForm form that the entity is named by
 * @param share  probability
 */
public record NameReading(
        String type,
        String form,
        String level,
        Integer day,
        String among,
        String asType,
        String asForm,
        double share) {}

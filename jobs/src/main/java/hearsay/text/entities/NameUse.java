package hearsay.text.entities;

import hearsay.text.entities.LocalEntity.Level;
import hearsay.text.names.NameForms;
import hearsay.text.names.Transliteration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one article tells about one of its names, for the family of names that decides about it.
 *
 * @param family     word whose family reads it: the last of the name or of a short form, but for "Jr.", in one spelling
 * @param type       PER, ORG, LOC or MISC in the article
 * @param form       the name as the article has it in full, or a short form it leaves unexplained
 * @param level      FULL, WORD or SHORT
 * @param home       whether the family decides about the form; else it only learns that its short forms may mean this one
 * @param day        days since 1970-01-01
 * @param shortForms the short forms of the family that the article uses for the name
 * @param mainForm   the fuller name that the article uses for the same person, null where this is it
 * @param among      of a SHORT form the persons of the article it may mean, see {@link Among}
 * @param facts      what the roles next to the name tell, as {@link LocalEntity} has them
 * @param beside     other persons of the surname in the article
 */
public record NameUse(
        String family,
        String type,
        String form,
        String level,
        boolean home,
        int day,
        List<String> shortForms,
        String mainForm,
        String among,
        List<String> facts,
        List<String> beside) {

    /** The uses that a local entity makes: one for each family that must know of it. Countries and peoples make none. */
    public static Iterator<NameUse> of(LocalEntity entity, int day) {
        List<NameUse> uses = new ArrayList<>();
        if (entity.level() == Level.SETTLED) {
            return uses.iterator();
        }
        Map<String, List<String>> byFamily = new LinkedHashMap<>();
        byFamily.put(family(entity.form()), new ArrayList<>());
        for (String shortForm : entity.shortForms()) {
            byFamily.computeIfAbsent(family(shortForm), word -> new ArrayList<>())
                    .add(shortForm);
        }
        String level = entity.level().name();
        byFamily.forEach((word, shortForms) -> uses.add(new NameUse(
                word,
                entity.type(),
                entity.form(),
                level,
                word.equals(family(entity.form())),
                day,
                shortForms,
                null,
                entity.among(),
                entity.facts(),
                entity.beside())));
        for (String variant : entity.variants()) {
            uses.add(new NameUse(
                    family(variant),
                    entity.type(),
                    variant,
                    level,
                    true,
                    day,
                    List.of(),
                    entity.form(),
                    "",
                    List.of(),
                    List.of()));
        }
        return uses.iterator();
    }

    /** "king" of "martin luther king jr", "zelensky" of "volodymyr zelenskyy". */
    static String family(String form) {
        return Transliteration.surname(NameForms.surname(form));
    }
}

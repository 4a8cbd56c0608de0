package hearsay.text.entities;

import java.util.List;

/**
 * One person, organisation, place or other thing as one article names it.
 *
 * @param type       PER, ORG, LOC or MISC: what most of its mentions are tagged
 * @param form       its fullest name, as {@link NameForms} has it
 * @param level      how far the article alone tells who it is
 * @param variants   its other full names
 * @param shortForms the surnames, given names and acronyms the article calls it by
 * @param among      of a SHORT form the persons of the article it may mean, see {@link Among}; "" where it may be anybody
 * @param facts      of a person with a full name what the roles next to it tell, see {@link hearsay.text.names.Offices#facts}
 * @param beside     of a person with a full name the others of that surname whom the article names in full
 */
public record LocalEntity(
        String type,
        String form,
        Level level,
        List<String> variants,
        List<String> shortForms,
        String among,
        List<String> facts,
        List<String> beside) {
    public enum Level {
        /** A country, a people: known whatever else stands in the archive. */
        SETTLED,
        /** A full name. */
        FULL,
        /** A name of one word that is no person's: the archive may know better. */
        WORD,
        /** A bare surname or acronym that the article does not explain. */
        SHORT
    }
}

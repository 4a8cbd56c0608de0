package hearsay.text.entities;

import hearsay.settings.Weights;
import hearsay.tables.Ids;
import hearsay.text.names.Countries;
import hearsay.text.names.KnownNames;
import hearsay.text.names.KnownNames.Known;
import hearsay.text.names.NameForms;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * The canonical name and type of an entity, read back from its id: of the forms that mentions call it by, the one the id is
 * made of, in the spelling that is used most. A person whom mentions more often call by another given name for short, or in
 * another transliteration, is named so: "Mike Pence" under the id of "michael pence".
 *
 * @param name    canonical name
 * @param type    PER, ORG, LOC or MISC
 * @param aboutId entity of the country of an adjective or people, of the party of a member, else null
 */
public record EntityName(String name, String type, String aboutId) {
    private static final int SHOUTED = Weights.of("names").whole("shouted_least_letters");

    /**
     * One spelling of the name.
     *
     * @param text     as mentions have it
     * @param type     as most of these mentions are tagged
     * @param mentions how many there are
     */
    public record Spelling(String text, String type, long mentions) {}

    /**
     * The name of an entity: the one that the user's aliases give it, else of its spellings the one that is used most and has its
     * form.
     *
     * @param type    of the entity
     * @param form    of the entity, normalised, as its id has it
     * @param aliases the user's word on names
     */
    public static EntityName of(String type, String form, List<Spelling> spellings, Aliases aliases) {
        List<Spelling> byUse = spellings.stream()
                .sorted(Comparator.comparing((Spelling spelling) -> isShouted(spelling.text()))
                        .thenComparing(spelling -> -spelling.mentions())
                        .thenComparing(Spelling::text)
                        .thenComparing(Spelling::type))
                .toList();
        for (Spelling spelling : byUse) {
            Alias alias = aliases.merge(NameForms.form(spelling.text()));
            alias = alias == null ? aliases.merge(NameForms.person(NameForms.form(spelling.text()))) : alias;
            EntityName name = alias == null ? null : read(type, form, new Spelling(alias.name(), alias.type(), 0));
            if (name != null) {
                return name;
            }
        }
        for (Spelling spelling : byUse) {
            EntityName name = read(type, form, spelling);
            if (name != null) {
                return name.type.equals("PER") ? usual(name, byUse) : name;
            }
        }
        return new EntityName(clean(byUse.get(0).text()), byUse.get(0).type(), null);
    }

    /** The person by the full name of as many words that is used most. */
    private static EntityName usual(EntityName person, List<Spelling> byUse) {
        String form = NameForms.person(NameForms.form(person.name));
        return byUse.stream()
                .filter(spelling -> {
                    String other = NameForms.person(NameForms.form(spelling.text()));
                    return NameForms.isFull(form)
                            && NameForms.isFull(other)
                            && PersonGroups.sameNames(form, other)
                            && NameForms.words(form).size()
                                    == NameForms.words(other).size();
                })
                .findFirst()
                .map(spelling -> new EntityName(clean(spelling.text()), "PER", null))
                .orElse(person);
    }

    /** Null where the spelling has another form than the entity. */
    private static EntityName read(String type, String entityForm, Spelling spelling) {
        String form = NameForms.form(spelling.text());
        String country = Countries.country(form);
        if (country != null && type.equals("LOC") && isForm(country, entityForm)) {
            return new EntityName(Countries.displayName(country), "LOC", null);
        }
        Known known = KnownNames.of(spelling.type(), form, spelling.text());
        if (known != null && type.equals(known.type()) && isForm(known.form(), entityForm)) {
            return new EntityName(known.name(), type, null);
        }
        Known party = KnownNames.ofMember(form);
        if (party != null && type.equals("MISC") && isForm(KnownNames.member(form), entityForm)) {
            String clean = clean(spelling.text());
            return new EntityName(
                    KnownNames.member(form).length() < form.length() ? clean.substring(0, clean.length() - 1) : clean,
                    "MISC",
                    Ids.entity(party.type(), party.form()));
        }
        String about = Countries.ofDemonym(form);
        if (about != null && type.equals("MISC") && isForm(Countries.demonym(form), entityForm)) {
            return new EntityName(singular(spelling.text(), form), "MISC", Ids.entity("LOC", about));
        }
        if (isForm(NameForms.typed(type, form), entityForm)) {
            return new EntityName(clean(spelling.text()), type, null);
        }
        String person = NameForms.person(form);
        return type.equals("PER") && NameForms.isFull(person) && isForm(PersonVariants.group(person), entityForm)
                ? new EntityName(withoutMiddle(clean(spelling.text())), "PER", null)
                : null;
    }

    private static boolean isForm(String form, String entityForm) {
        return Ids.normalised(form).equals(entityForm);
    }

    /** "Israelis" is listed under "Israeli". */
    private static String singular(String text, String form) {
        String clean = clean(text);
        return Countries.demonym(form).length() < form.length() ? clean.substring(0, clean.length() - 1) : clean;
    }

    private static String clean(String text) {
        return text.replaceAll("(?i)['’]s$", "")
                .replaceAll("[\\[\\]]", "")
                .replaceAll("\\s+", " ")
                .strip();
    }

    private static String withoutMiddle(String text) {
        List<String> words = List.of(text.split(" "));
        int drop = NameForms.middle(NameForms.person(NameForms.form(text))).size();
        return words.size() < 2 + drop
                ? text
                : words.get(0) + " " + String.join(" ", words.subList(1 + drop, words.size()));
    }

    /** ALL-CAPS, as headlines have it; not "IAEA". */
    private static boolean isShouted(String text) {
        return text.equals(text.toUpperCase(Locale.ROOT))
                && text.chars().filter(Character::isLetter).count() >= SHOUTED;
    }
}

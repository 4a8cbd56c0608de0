package hearsay.text.entities;

import hearsay.tables.Mention;
import hearsay.text.entities.LocalEntity.Level;
import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.Offices;
import hearsay.text.names.Titles;
import hearsay.text.names.Transliteration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** An entity of one article while its mentions are gathered. */
final class GrowingEntity {
    final String type;
    final String form;
    final Level level;
    final String among;
    final Set<String> variants = new TreeSet<>();
    final Set<String> shortForms = new TreeSet<>();
    final Set<String> facts = new TreeSet<>();
    final Set<String> beside = new TreeSet<>();
    /** Positions of its mentions in the article. */
    final List<Integer> indexes = new ArrayList<>();

    private final List<Mention> mentions;
    int fullMentions;

    GrowingEntity(List<Mention> mentions, String type, String form, Level level, String among) {
        this.mentions = mentions;
        this.among = among;
        this.type = type;
        this.form = form;
        this.level = level;
    }

    LocalEntity entity() {
        return new LocalEntity(
                type,
                form,
                level,
                variants.stream().filter(variant -> !variant.equals(form)).toList(),
                List.copyOf(shortForms),
                among,
                List.copyOf(facts),
                List.copyOf(beside));
    }

    /** The mention calls the person by a full name. */
    void addFull(Mention mention, String name) {
        variants.add(name);
        fullMentions++;
        facts.addAll(Offices.facts(mention.role()));
    }

    boolean isPerson() {
        return type.equals("PER") && level == Level.FULL;
    }

    boolean hasSurname(String word) {
        return names().anyMatch(name -> NameForms.surname(name).equals(word));
    }

    boolean hasSurnameLike(String word) {
        return names().anyMatch(name -> NameUse.family(name).equals(Transliteration.surname(word)));
    }

    boolean hasGiven(String word) {
        return names().anyMatch(name -> NameForms.given(name).equals(word) && !NameForms.isReigning(name));
    }

    boolean hasInitial(String form) {
        int space = form.indexOf(' ');
        return space == 1
                && hasSurname(form.substring(2))
                && names().anyMatch(name -> NameForms.given(name).charAt(0) == form.charAt(0));
    }

    boolean hasWords(String form) {
        return names().anyMatch(name -> (" " + name + " ").contains(" " + form + " "));
    }

    /** Whether no title next to another mention of the person tells the other gender. */
    boolean mayBe(String gender, int but) {
        return indexes.stream()
                        .filter(i -> i != but)
                        .map(i -> Titles.gender(mentions.get(i).role()))
                        .noneMatch(other -> !other.isEmpty() && !other.equals(gender))
                && !GivenNames.gender(NameForms.given(form)).equals(gender.equals("m") ? "f" : "m");
    }

    /** Its main form and those no longer: a longer one has words too many. */
    Stream<String> names() {
        int words = NameForms.words(form).size();
        return Stream.concat(
                Stream.of(form),
                variants.stream().filter(variant -> NameForms.words(variant).size() <= words));
    }
}

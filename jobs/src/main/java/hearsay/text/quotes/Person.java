package hearsay.text.quotes;

import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.PartyMarks;
import hearsay.text.names.RoleNouns;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** An entity that an article names: what it is called there, and whether a man or a woman. */
final class Person {
    final String id;
    final String name;
    final boolean person;
    final Set<String> roleWords = new HashSet<>();
    String gender = "";
    int mentions;

    Person(String id, String name, boolean person) {
        this.id = id;
        this.name = name;
        this.person = person;
    }

    /** Takes the words of a role, each as the one that stands for its office; of "(R-Ky.)" the party and the state. */
    void addRole(String role) {
        for (String word :
                (role + " " + PartyMarks.spelled(role)).toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}-]+")) {
            if (word.length() > 1) {
                roleWords.add(RoleNouns.canonical(word));
            }
        }
    }

    /** Takes the gender of a title or the like, where it tells one. */
    void isOf(String told) {
        gender = told.isEmpty() ? gender : told;
    }

    /** Where no title gives the gender, roles and the given name may. */
    void guessGender() {
        if (gender.isEmpty() && person) {
            gender = roleWords.stream()
                    .map(RoleNouns::gender)
                    .filter(g -> !g.isEmpty())
                    .findFirst()
                    .orElse("");
        }
        if (gender.isEmpty() && person && name != null) {
            String form = NameForms.person(NameForms.form(name));
            if (form.indexOf(' ') > 0) {
                gender = GivenNames.gender(NameForms.given(form));
            }
        }
    }
}

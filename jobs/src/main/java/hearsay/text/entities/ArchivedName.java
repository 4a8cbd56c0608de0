package hearsay.text.entities;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** A full name, and what the articles of the archive that have it tell of its bearer. */
final class ArchivedName {
    final String typeInArticles;
    final String form;
    /** days since 1970-01-01 -> articles */
    final Map<Integer, Long> days = new TreeMap<>();
    /** short form -> articles that call the bearer so */
    final Map<String, Long> shortForms = new TreeMap<>();
    /** office or state -> articles that tell it */
    final Map<String, Long> facts = new HashMap<>();
    /** another full name of the surname -> articles that name its bearer too */
    final Map<String, Long> beside = new HashMap<>();

    String type;
    boolean home;
    long articles;
    /** articles that tell an office */
    long told;

    ArchivedName(String type, String form) {
        this.typeInArticles = type;
        this.type = type;
        this.form = form;
    }

    void add(NameUse use) {
        days.merge(use.day(), 1L, Long::sum);
        use.shortForms().forEach(shortForm -> shortForms.merge(shortForm, 1L, Long::sum));
        use.facts().forEach(fact -> facts.merge(fact, 1L, Long::sum));
        use.beside().forEach(other -> beside.merge(other, 1L, Long::sum));
        home |= use.home();
        articles++;
        told += use.facts().isEmpty() ? 0 : 1;
    }
}

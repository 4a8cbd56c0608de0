package hearsay.text.names;

import hearsay.settings.WordLists;
import hearsay.tables.EntityType;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a tagged span names by the words around it: nothing, the person, or the body of persons that is called after one. */
final class NameSense {
    private static final Set<String> CONTROLS = WordLists.of("no-names");
    private static final Pattern STAFF =
            Pattern.compile("^\\s(?:" + WordLists.anyOf("staffs") + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_FOLLOWS = Pattern.compile("^\\.?\\s{1,2}\\p{Lu}");
    private static final Pattern SURNAME = Pattern.compile("\\p{Lu}(?:\\p{L}*\\p{Ll}|['’]\\p{L}+)");
    private static final Set<String> MODIFIERS = WordLists.of("role-modifiers");

    /** The "R-" of "R-Ohio", where the tagger begins a name behind it. */
    private static final Pattern PARTY_BEFORE = Pattern.compile("[(\\[,]\\s?[DRI][-–—]$");

    private static final int PARTY_CHARS = 4;

    private NameSense() {}

    /**
     * The span as a name, or null where it is none: a title alone ("Sen"), a party and state ("R-Ky."), a control of the page.
     *
     * @param text  the sentence
     * @param begin where it begins in the article: spans count from there
     */
    static NameSpan of(String text, int begin, NameSpan span) {
        int from = span.begin() - begin;
        int to = span.end() - begin;
        String name = text.substring(from, to);
        String right = text.substring(to);
        String word = (name.endsWith(".") ? name.substring(0, name.length() - 1) : name).toLowerCase(Locale.ROOT);
        boolean title =
                Titles.isAbbreviated(word) && NAME_FOLLOWS.matcher(right).find();
        boolean state = PARTY_BEFORE
                .matcher(text.substring(Math.max(0, from - PARTY_CHARS), from))
                .find();
        if (CONTROLS.contains(name) || title || state || PartyMarks.isAt(text, from)) {
            return null;
        }
        Matcher staff = STAFF.matcher(right);
        return isCalledAfter(name, span.type()) && staff.find()
                ? new NameSpan(span.begin(), span.end() + staff.end(), EntityType.ORG.word(), span.confidence())
                : span;
    }

    /** A person, or a surname that is tagged MISC; "the Republican campaign" and "the Russian campaign" are no names. */
    private static boolean isCalledAfter(String name, String type) {
        String form = NameForms.form(name);
        return type.equals(EntityType.PER.word())
                || (type.equals(EntityType.MISC.word())
                        && SURNAME.matcher(name).matches()
                        && !MODIFIERS.contains(form)
                        && !RoleNouns.isHead(form)
                        && Countries.ofDemonym(form) == null);
    }
}

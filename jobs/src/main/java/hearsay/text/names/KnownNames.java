package hearsay.text.names;

import hearsay.settings.Resources;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Organisations, laws and places that the press calls by several names, and the members of parties: known-names.tsv. */
public final class KnownNames {
    private static final Map<String, Known> NAMES = new HashMap<>();
    private static final Map<String, Known> ACRONYMS = new HashMap<>();
    private static final Map<String, Known> MEMBERS = new HashMap<>();

    static {
        Resources.lines("known-names.tsv").forEach(KnownNames::add);
    }

    private KnownNames() {}

    /**
     * What a name names.
     *
     * @param type ORG, LOC or MISC
     * @param form of its name, as {@link NameForms#typed} has it
     * @param name as it is written
     */
    public record Known(String type, String form, String name) {}

    /**
     * What the name is known to name, or null.
     *
     * @param type of the mention; no person is known
     * @param text as the mention has it: an acronym counts only in capitals
     */
    public static Known of(String type, String form, String text) {
        if (type.equals("PER")) {
            return null;
        }
        Known known = NAMES.get(form);
        known = known == null ? NAMES.get(NameForms.typed(type, form)) : known;
        return known == null && isShouted(text) ? ACRONYMS.get(form) : known;
    }

    /** The party of a member or of its adjective ("Republican Party" of "republicans"), or null. */
    public static Known ofMember(String form) {
        return MEMBERS.get(member(form));
    }

    /** The form of a member without its plural: "republican" of "republicans". */
    public static String member(String form) {
        return !MEMBERS.containsKey(form) && form.endsWith("s") ? form.substring(0, form.length() - 1) : form;
    }

    private static boolean isShouted(String text) {
        String bare = text.replaceAll("['’]s$", "");
        return bare.equals(bare.toUpperCase(Locale.ROOT));
    }

    private static void add(String line) {
        String[] columns = line.split("\t", -1);
        Known known = new Known(columns[0], NameForms.typed(columns[0], NameForms.form(columns[1])), columns[1]);
        add(columns[1], known);
        for (String form : columns[2].split("\\|")) {
            add(form, known);
        }
        for (String member : columns.length > 3 ? columns[3].split("\\|") : new String[0]) {
            MEMBERS.put(NameForms.form(member), known);
        }
    }

    private static void add(String name, Known known) {
        boolean acronym = name.indexOf(' ') < 0 && isShouted(name);
        (acronym ? ACRONYMS : NAMES).putIfAbsent(NameForms.form(name), known);
    }
}

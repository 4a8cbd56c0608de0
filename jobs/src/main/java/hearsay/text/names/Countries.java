package hearsay.text.names;

import hearsay.settings.Resources;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Countries and territories by the forms of their names, and the adjectives and peoples that belong to them. */
public final class Countries {
    private static final Map<String, String> NAMES = new HashMap<>();
    private static final Map<String, String> DEMONYMS = new HashMap<>();
    private static final Map<String, String> DISPLAY = new HashMap<>();

    private static final Map<String, List<String>> CAPITALS = new HashMap<>();

    static {
        Resources.lines("capitals.tsv").forEach(Countries::addCapitals);
        read("countries.tsv");
        read("countries-more.tsv");
    }

    private Countries() {}

    /** The form of the country's common name ("united states" of "us"), or null. */
    public static String country(String form) {
        return NAMES.get(form);
    }

    /** The form of the country of an adjective or people ("israel" of "israelis"), or null. */
    public static String ofDemonym(String form) {
        return DEMONYMS.get(demonym(form));
    }

    /** The common name as it is written ("United States" of "united states"), or null. */
    public static String displayName(String countryForm) {
        return DISPLAY.get(countryForm);
    }

    /** The form of an adjective or people without its plural: "israeli" of "israelis". */
    public static String demonym(String form) {
        return !DEMONYMS.containsKey(form) && form.endsWith("s") ? form.substring(0, form.length() - 1) : form;
    }

    /** Whether the place is a capital of the country: "paris" of "france". */
    public static boolean isCapital(String placeForm, String countryForm) {
        return CAPITALS.getOrDefault(countryForm, List.of()).contains(placeForm);
    }

    private static void addCapitals(String line) {
        String[] columns = line.split("\t", -1);
        CAPITALS.put(
                NameForms.form(columns[0]),
                Arrays.stream(columns[1].split("\\|")).map(NameForms::form).toList());
    }

    private static void read(String resource) {
        Resources.lines(resource).forEach(Countries::add);
    }

    private static void add(String line) {
        String[] columns = line.split("\t", -1);
        String country = NameForms.form(columns[0]);
        DISPLAY.putIfAbsent(country, columns[0]);
        NAMES.put(country, country);
        for (String form : columns[1].split("\\|")) {
            NAMES.putIfAbsent(NameForms.form(form), country);
        }
        for (String demonym : columns[2].split("\\|")) {
            DEMONYMS.putIfAbsent(NameForms.form(demonym), country);
        }
        NAMES.remove("");
        DEMONYMS.remove("");
    }
}

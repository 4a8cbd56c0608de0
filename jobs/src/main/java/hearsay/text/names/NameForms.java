package hearsay.text.names;

import hearsay.settings.WordLists;
import hearsay.settings.WordTable;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name as entities see it: "PUTIN'S" and "Putin" are one form, "U.S." and "US", "Al-Qaeda" and "al Qaeda", "Gülen" and
 * "Gulen".
 */
public final class NameForms {
    private static final Pattern POSSESSIVE = Pattern.compile("(?:['’‘`´]s|(?<=s)['’‘])$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
    private static final Pattern INITIALS =
            Pattern.compile("(?<![\\p{L}\\p{N}])((?:\\p{L}\\.\\s?){2,})(?![\\p{L}]\\b\\.)");
    private static final Pattern SILENT = Pattern.compile("['’‘`´ʻʼ.\\[\\]“”\"]+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}&+]+");
    private static final Pattern CORPORATE = Pattern.compile(" (?:" + WordLists.anyOf("corporate-suffixes") + ")$");
    /** "democrats", not "texas" or "congress". */
    private static final Pattern PLURAL = Pattern.compile("(?:\\p{L}+ )?\\p{L}{3,}[^aisu\\P{L}]s");
    /** "department of justice", and what of it the press puts first. */
    private static final Pattern OFFICE = Pattern.compile("(department|ministry) of (?:the )?(\\p{L}+)");

    private static final Set<String> SUFFIXES = WordLists.of("name-suffixes");
    public static final Set<String> PARTICLES = WordTable.of("particles").words("form");
    private static final Set<String> PASSED_OVER = WordLists.of("acronym-small-words");

    private NameForms() {}

    /** The form of a name, in lower case, without accents, dots, possessive and a leading "the"; "" where nothing is left. */
    public static String form(String name) {
        String text = POSSESSIVE.matcher(name.strip()).replaceFirst("");
        text = ACCENTS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        text = joinInitials(text)
                .toLowerCase(Locale.ROOT)
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("ı", "i")
                .replace("œ", "oe")
                .replace("þ", "th")
                .replace("ð", "d");
        text = APART.matcher(SILENT.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        return text.startsWith("the ") ? text.substring(4) : text;
    }

    /** The form as names of the type have it: persons without titles, companies without "Inc.", things in the singular. */
    public static String typed(String type, String form) {
        return switch (type) {
            case "PER" -> person(form);
            case "ORG" -> organisation(form);
            case "MISC" -> PLURAL.matcher(form).matches() ? form.substring(0, form.length() - 1) : form;
            default -> form;
        };
    }

    /** The form of an organisation: "Apple Inc." is "apple", "Toyota Motor Co. Ltd." is "toyota motor", "Ministry of Finance" "finance ministry". */
    private static String organisation(String form) {
        Matcher office = OFFICE.matcher(form);
        if (office.matches()) {
            return office.group(2) + " " + office.group(1);
        }
        String bare = CORPORATE.matcher(form).replaceFirst("");
        return bare.equals(form) || bare.endsWith(" and") || bare.endsWith(" &") ? form : organisation(bare);
    }

    /** The form of a person: titles before the name are left out, "Jr." stays, and so does the title in "Prince Harry". */
    public static String person(String form) {
        List<String> words = words(form);
        int first = 0;
        while (first < words.size() - 1 && Titles.isTitle(words.get(first)) && !isSuffix(words, first + 1)) {
            first++;
        }
        boolean reigning = first > 0 && Titles.isReigning(words.get(first - 1));
        String name = String.join(" ", words.subList(first, words.size()));
        return reigning && (names(name).size() == 1 || words.get(first - 1).equals("pope"))
                ? words.get(first - 1) + " " + name
                : name;
    }

    private static boolean isSuffix(List<String> words, int at) {
        return at == words.size() - 1 && SUFFIXES.contains(words.get(at));
    }

    /** Whether the form is that of a king, a pope and their like: "king salman". */
    public static boolean isReigning(String personForm) {
        return Titles.isReigning(given(personForm))
                && person(personForm).equals(personForm)
                && words(personForm).size() > 1;
    }

    public static List<String> words(String form) {
        return List.of(form.split(" "));
    }

    /** Whether a person's form has a given name and a surname; "bin Salman" and "D. Trump" have not. */
    public static boolean isFull(String personForm) {
        List<String> words = names(personForm);
        return words.size() > 1 && words.get(0).length() > 1 && !PARTICLES.contains(words.get(0));
    }

    public static String surname(String personForm) {
        List<String> words = names(personForm);
        return words.get(words.size() - 1);
    }

    public static String given(String personForm) {
        return names(personForm).get(0);
    }

    /** The words between given name and surname; a surname begins with its first particle: "bin Zayed Al Nahyan". */
    public static List<String> middle(String personForm) {
        List<String> words = names(personForm);
        if (isReigning(personForm)) {
            return List.of();
        }
        int end = 1;
        while (end < words.size() - 1 && !PARTICLES.contains(words.get(end))) {
            end++;
        }
        return words.subList(1, Math.max(1, end));
    }

    /** The form without its {@link #middle} names. */
    public static String withoutMiddle(String personForm) {
        List<String> words = words(personForm);
        List<String> left = new ArrayList<>(words.subList(0, 1));
        left.addAll(words.subList(1 + middle(personForm).size(), words.size()));
        return String.join(" ", left);
    }

    public static String withoutSuffix(String personForm) {
        return String.join(" ", names(personForm));
    }

    /** "jr", "iii" or "". */
    public static String suffix(String personForm) {
        List<String> words = words(personForm);
        String last = words.get(words.size() - 1);
        return words.size() > 1 && SUFFIXES.contains(last) ? last : "";
    }

    /** What a short form is looked up by: "el sisi" and "sisi" by "sisi", "d trump" by itself. */
    public static String shortForm(String personForm) {
        List<String> words = names(personForm);
        int first = 0;
        while (first < words.size() - 1 && PARTICLES.contains(words.get(first))) {
            first++;
        }
        return String.join(" ", words.subList(first, words.size()));
    }

    /** The words of the form without "Jr.". */
    private static List<String> names(String personForm) {
        List<String> words = words(personForm);
        return suffix(personForm).isEmpty() ? words : words.subList(0, words.size() - 1);
    }

    /** The first letters of the words, all of them and without the small words: "fbi", "dod" and "dd". */
    public static List<String> acronyms(String form) {
        StringBuilder all = new StringBuilder();
        StringBuilder great = new StringBuilder();
        for (String word : words(form)) {
            if (word.isEmpty()) {
                continue;
            }
            all.append(word.charAt(0));
            if (!PASSED_OVER.contains(word)) {
                great.append(word.charAt(0));
            }
        }
        List<String> acronyms = new ArrayList<>(List.of(all.toString()));
        if (!great.toString().contentEquals(all)) {
            acronyms.add(great.toString());
        }
        return acronyms;
    }

    /** "U.S." and "J. D." as one word. */
    private static String joinInitials(String text) {
        return INITIALS.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).replaceAll("[.\\s]", "") + " "));
    }

    /** The name with the title before it where both together are the name: "King Salman", but "Mohammed bin Salman". */
    public static String withReigning(String name, String role) {
        String title = Titles.reigning(role);
        String full = title + " " + form(name);
        return !title.isEmpty() && person(full).equals(full)
                ? Character.toUpperCase(title.charAt(0)) + title.substring(1) + " " + name
                : name;
    }
}

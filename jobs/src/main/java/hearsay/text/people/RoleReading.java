package hearsay.text.people;

import hearsay.settings.WordLists;
import hearsay.settings.WordTable;
import hearsay.tables.RoleField;
import hearsay.text.names.Countries;
import hearsay.text.names.NameForms;
import hearsay.text.names.PartyMarks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a role beside a name tells of the person, as "Ohio Sen. (R)" does.
 *
 * @param party   as {@code parties.csv} has it, or null
 * @param country its common name, or null
 * @param field   a word of {@link RoleField}, or null
 */
record RoleReading(String party, String country, String field) {
    private static final WordTable PARTIES = WordTable.of("parties");
    private static final Set<String> PARTY_WORDS = PARTIES.words();
    private static final Map<String, String> PARTY = PARTIES.cells("party");
    private static final Set<String> PARTY_BEFORE = PARTIES.words("before");
    private static final Set<String> PARTY_NOUNS = PARTIES.words("noun");
    private static final Map<String, String> MARKS = Map.of("R", "Republican", "D", "Democratic", "I", "independent");

    private static final WordTable BODIES = WordTable.of("public-bodies");
    private static final Map<String, String> BODY_COUNTRY = BODIES.cells("country");
    private static final Map<String, String> BODY_FIELD = BODIES.cells("field");
    private static final Set<String> BODY_IN_FRONT = BODIES.words("front");

    private static final WordTable FIELDS = WordTable.of("role-fields");
    private static final Map<String, String> FIELD = FIELDS.cells("field");
    private static final Map<String, String> BARE = FIELDS.cells("bare");
    private static final Map<String, String> HEAD_COUNTRY = FIELDS.cells("country");
    private static final Set<String> OF_STATES = FIELDS.words("state");
    private static final String LEADS = "leads";
    private static final String SERVES = "serves";

    private static final Set<String> STATES = WordTable.of("us-states").cells("state").values().stream()
            .map(state -> state.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
    private static final String UNITED_STATES = "United States";

    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> TITLES_BEHIND = Set.of("dr", "mr", "mrs", "ms");
    private static final Set<String> EMPTY = WordLists.of("role-times");
    /** Short names that stand before any noun as adjectives do: "US lawyer". */
    private static final Set<String> SHORT = Set.of("us", "u.s", "uk", "u.k");

    private static final int LONGEST = 3;

    static RoleReading of(String role) {
        String mark = PartyMarks.party(role);
        List<String> written = Arrays.stream(role.replaceAll("\\s*[(\\[].*$|,.*$|(?i)\\b(?:ex|then)-", "")
                        .split("\\s+"))
                .filter(word -> !word.isBlank())
                .toList();
        int link = written.size();
        for (int i = written.size() - 1; i > 0; i--) {
            String word = written.get(i).toLowerCase(Locale.ROOT);
            link = LINKS.contains(word) || word.equals("and") || word.equals("who") ? i : link;
        }
        List<String> before = new ArrayList<>(written.subList(0, link));
        while (before.size() > 1 && TITLES_BEHIND.contains(plain(before.get(before.size() - 1)))) {
            before.remove(before.size() - 1);
        }
        List<String> behind = written.subList(Math.min(link + 1, written.size()), written.size());
        return new Read(mark, before, before.stream().map(RoleReading::plain).toList(), behind).reading();
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("['’]s$|^[\"“']|[.,:;\"”'’]+$", "");
    }

    /** The role in pieces. @param written words up to the first preposition @param words the same in lower case @param behind the words behind it */
    private record Read(String mark, List<String> written, List<String> words, List<String> behind) {
        RoleReading reading() {
            String head = head();
            String country = country(head);
            return new RoleReading(mark != null ? MARKS.get(mark) : party(), country, field(head, country));
        }

        /** The last words that the table has: "attorney general", "sen"; the mark alone is that of a member of Congress. */
        private String head() {
            if (words.isEmpty() || PartyMarks.party(written.get(0)) != null) {
                return mark == null ? "" : "sen";
            }
            for (int from = Math.max(0, words.size() - 2); from < words.size(); from++) {
                String phrase = String.join(" ", words.subList(from, words.size()));
                if (FIELD.containsKey(phrase)) {
                    return phrase;
                }
            }
            return "";
        }

        private String party() {
            String found = null;
            for (int i = 0; i < words.size(); i++) {
                for (int to = Math.min(words.size(), i + 2); to > i; to--) {
                    String phrase = String.join(" ", words.subList(i, to));
                    if (PARTY_WORDS.contains(phrase) && !PARTY_NOUNS.contains(phrase)) {
                        found = counts(phrase, i, to) ? PARTY.getOrDefault(phrase, found) : found;
                        i = to;
                        break;
                    }
                }
            }
            return found;
        }

        /** Written with a capital, no former party, and where the words have another sense, with a noun behind. */
        private boolean counts(String phrase, int from, int to) {
            boolean last = to == words.size();
            boolean former = last && from > 0 && words.get(from - 1).matches("former|ex");
            boolean sense = !PARTY_BEFORE.contains(phrase) || (!last && PARTY_NOUNS.contains(words.get(to)));
            return Character.isUpperCase(written.get(from).charAt(0)) && sense && !former;
        }

        private String country(String head) {
            boolean american = mark != null && !mark.equals("I");
            boolean congress = OF_STATES.contains(head)
                    && Set.of("Republican", "Democratic").contains(String.valueOf(party()))
                    && !PARTY_WORDS.contains(head);
            if (american || congress || HEAD_COUNTRY.containsKey(head)) {
                return UNITED_STATES;
            }
            String named = null;
            for (int i = 0; i < words.size(); i++) {
                for (int to = Math.min(words.size(), i + LONGEST); to > i; to--) {
                    String phrase = String.join(" ", words.subList(i, to));
                    String here = country(phrase, head);
                    named = here == null ? named : here;
                    if (here != null || STATES.contains(phrase)) {
                        i = to - 1;
                        break;
                    }
                }
            }
            return named != null || !mayRule(head) ? named : ofCountry(head);
        }

        /** "Wisconsin" makes a governor American, "Ukraine" a president Ukrainian. */
        private String ofCountry(String head) {
            String tail = behind.stream()
                    .map(RoleReading::plain)
                    .filter(word -> !word.equals("the"))
                    .collect(Collectors.joining(" "));
            if (OF_STATES.contains(head) && STATES.contains(tail)) {
                return UNITED_STATES;
            }
            String form = Countries.country(NameForms.form(tail));
            return form == null ? null : Countries.displayName(form);
        }

        private static boolean mayRule(String head) {
            return Set.of(RoleField.POLITICS.word(), LEADS).contains(FIELD.getOrDefault(head, ""));
        }

        private static String country(String phrase, String head) {
            if (BODY_COUNTRY.containsKey(phrase)) {
                return BODY_COUNTRY.get(phrase);
            }
            if (STATES.contains(phrase)) {
                return OF_STATES.contains(head) ? UNITED_STATES : null;
            }
            String form = NameForms.form(phrase);
            String people = Countries.ofDemonym(form);
            String land = mayRule(head) || SHORT.contains(phrase) ? Countries.country(form) : null;
            String country = people == null ? land : people;
            return country == null ? null : Countries.displayName(country);
        }

        private String field(String head, String country) {
            String field = FIELD.get(head);
            if (field == null || !Set.of(LEADS, SERVES).contains(field)) {
                return field;
            }
            List<String> around = new ArrayList<>(words.subList(0, words.size() - head.split(" ").length));
            around.removeIf(EMPTY::contains);
            if (around.isEmpty() && behind.isEmpty() && mark == null) {
                return BARE.get(head);
            }
            String inFront = body(around, true);
            String body = inFront != null
                    ? inFront
                    : body(behind.stream().map(RoleReading::plain).toList(), false);
            boolean minister = head.equals("secretary") && (behind.isEmpty() || body != null);
            if (minister || mark != null) {
                return RoleField.POLITICS.word();
            }
            if (body != null) {
                return body;
            }
            String otherwise = field.equals(LEADS) ? RoleField.ORGANISATION.word() : null;
            return country != null || party() != null ? RoleField.POLITICS.word() : otherwise;
        }

        private static String body(List<String> words, boolean inFront) {
            for (int i = 0; i < words.size(); i++) {
                for (int to = Math.min(words.size(), i + 2); to > i; to--) {
                    String phrase = String.join(" ", words.subList(i, to));
                    if (BODY_FIELD.containsKey(phrase) && (inFront || !BODY_IN_FRONT.contains(phrase))) {
                        return BODY_FIELD.get(phrase);
                    }
                }
            }
            return null;
        }
    }
}

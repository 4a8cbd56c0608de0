package hearsay.text.quotes;

import java.util.Map;
import java.util.Set;

/** Nouns that stand for a person by office or trade, and nouns that stand for many people. */
final class RoleNouns {
    private static final Set<String> PERSONS = Set.of(
            "president", "senator", "congressman", "congresswoman", "governor", "mayor", "spokesman", "spokeswoman",
            "spokesperson", "minister", "premier", "chancellor", "secretary", "director", "chairman", "chairwoman",
            "chair", "chief", "leader", "candidate", "nominee", "frontrunner", "front-runner", "manager",
            "strategist", "adviser", "advisor", "aide", "official", "professor", "analyst", "expert", "lawyer",
            "attorney", "judge", "justice", "author", "writer", "reporter", "journalist", "editor", "columnist",
            "host", "anchor", "correspondent", "activist", "organizer", "billionaire", "businessman",
            "businesswoman", "mogul", "tycoon", "executive", "ceo", "founder", "co-founder", "owner", "producer",
            "actor", "actress", "singer", "pastor", "bishop", "pope", "rabbi", "imam", "priest", "reverend",
            "general", "colonel", "commander", "officer", "sheriff", "agent", "ambassador", "envoy", "diplomat",
            "king", "queen", "prince", "princess", "doctor", "nurse", "teacher", "student", "scientist",
            "researcher", "historian", "economist", "pollster", "lawmaker", "representative", "republican",
            "democrat", "socialist", "independent", "delegate", "speaker", "whip", "veteran", "farmer", "worker",
            "resident", "voter", "supporter", "critic", "opponent", "rival", "donor", "friend", "brother", "sister",
            "mother", "father", "wife", "husband", "son", "daughter", "man", "woman", "boy", "girl", "star", "coach",
            "player", "moderator", "contender", "hopeful", "politician", "conservative", "liberal", "treasurer",
            "coordinator", "consultant", "commissioner", "councilman", "councilwoman", "counsel", "prosecutor",
            "detective", "captain", "sergeant", "member", "fellow", "scholar", "operative", "surrogate", "veep",
            "ayatollah", "sultan", "emir", "sheikh", "monarch", "neurosurgeon", "surgeon", "retiree", "challenger",
            "incumbent", "partner", "publisher", "ex-president", "vice-president", "first-lady", "lady", "magnate",
            "developer", "comedian", "commentator", "blogger");
    private static final Set<String> GROUPS = Set.of("officials", "spokesmen", "aides", "advisers", "advisors", "critics",
            "supporters", "voters", "experts", "analysts", "lawmakers", "senators", "republicans", "democrats", "leaders",
            "sources", "people", "authorities", "police", "investigators", "prosecutors", "campaign", "committee", "group",
            "agency", "department", "company", "government", "administration", "court", "party", "poll", "report", "study",
            "statement", "newspaper", "organization", "council", "commission", "bureau", "association", "union", "team",
            "office", "ministry", "army", "bank", "institute", "researchers", "scientists", "economists", "reporters",
            "journalists", "residents", "protesters", "activists", "candidates", "lawyers", "attorneys", "members", "students",
            "women", "men", "workers", "allies", "rivals", "opponents", "conservatives", "liberals", "strategists", "survey",
            "article", "letter", "memo", "email", "tweet", "ad", "editorial", "documents", "network", "source", "board",
            "panel", "majority", "percent", "number", "delegates", "donors", "employees", "executives", "diplomats", "family");

    private static final Set<String> OF_MEN = Set.of("spokesman", "congressman", "councilman", "chairman", "businessman", "king",
            "prince", "actor", "brother", "father", "husband", "son", "man", "boy", "pope", "priest", "bishop", "imam", "rabbi",
            "ayatollah", "emir", "sultan", "sheikh");
    private static final Set<String> OF_WOMEN = Set.of("spokeswoman", "congresswoman", "councilwoman", "chairwoman",
            "businesswoman", "queen", "princess", "actress", "sister", "mother", "wife", "daughter", "woman", "girl", "lady");

    /** Words of roles that name one office. */
    private static final Map<String, String> CANONICAL = Map.ofEntries(
            Map.entry("sen", "senator"), Map.entry("rep", "representative"), Map.entry("gov", "governor"),
            Map.entry("congressman", "representative"), Map.entry("congresswoman", "representative"),
            Map.entry("spokesman", "spokesperson"), Map.entry("spokeswoman", "spokesperson"),
            Map.entry("chairman", "chair"), Map.entry("chairwoman", "chair"), Map.entry("chairperson", "chair"),
            Map.entry("nominee", "candidate"), Map.entry("contender", "candidate"), Map.entry("hopeful", "candidate"),
            Map.entry("frontrunner", "candidate"), Map.entry("front-runner", "candidate"), Map.entry("gop", "republican"),
            Map.entry("democratic", "democrat"), Map.entry("advisor", "adviser"), Map.entry("attorney", "lawyer"),
            Map.entry("mogul", "billionaire"), Map.entry("tycoon", "billionaire"), Map.entry("magnate", "billionaire"),
            Map.entry("businessman", "billionaire"), Map.entry("developer", "billionaire"), Map.entry("premier", "minister"));

    private RoleNouns() {}

    /** "m" or "f" where the noun tells, else "". */
    static String gender(String word) {
        return OF_MEN.contains(word) ? "m" : OF_WOMEN.contains(word) ? "f" : "";
    }

    /** The same word for nouns of one office: "sen" and "senator", "GOP" and "Republican"; in lower case. */
    static String canonical(String word) {
        return CANONICAL.getOrDefault(word, word);
    }

    static boolean isPerson(String word) {
        return PERSONS.contains(word);
    }

    static boolean isGroup(String word) {
        return GROUPS.contains(word) || word.endsWith("s") && PERSONS.contains(word.substring(0, word.length() - 1));
    }
}

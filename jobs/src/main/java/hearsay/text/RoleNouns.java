package hearsay.text;

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

    private RoleNouns() {}

    static boolean isPerson(String word) {
        return PERSONS.contains(word);
    }

    static boolean isGroup(String word) {
        return GROUPS.contains(word) || word.endsWith("s") && PERSONS.contains(word.substring(0, word.length() - 1));
    }
}

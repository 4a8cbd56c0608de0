package hearsay.text.people;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Gender;
import hearsay.tables.GenderFrom;
import hearsay.tables.Pronoun;
import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.RoleNouns;
import hearsay.text.names.Titles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The gender of a person by what all mentions say: titles and roles beside the name, pronouns behind it, and the share of women among the
 * bearers of the given name. Each is a log-odds of {@code weights/genders.csv}; their sum gives the probability (naive Bayes).
 */
public final class Genders {
    private static final Weights WEIGHTS = Weights.of("genders");
    /** Least probability that a mention is of the person for its title, role and pronoun to count. */
    public static final double SURE = WEIGHTS.number("sure");

    private static final double PRIOR = WEIGHTS.number("prior");
    private static final double TITLE = WEIGHTS.number("title");
    private static final double ROLE = WEIGHTS.number("role");
    private static final double SHE = WEIGHTS.number("pronoun.she");
    private static final double HE = WEIGHTS.number("pronoun.he");
    private static final double MOST_TITLES = WEIGHTS.number("most_titles");
    private static final double MOST_ROLES = WEIGHTS.number("most_roles");
    private static final double MOST_PRONOUNS = WEIGHTS.number("most_pronouns");
    private static final double SUREST = WEIGHTS.number("given_surest");
    private static final double ALONE = WEIGHTS.number("given_alone");
    private static final double LEAST_ALONE = WEIGHTS.number("alone_least");
    private static final double MOST_AGAINST = WEIGHTS.number("alone_most_against");
    private static final double LEAST = WEIGHTS.number("least");
    private static final double STEPS = 1000;

    private static final Pattern PARTY = Pattern.compile("\\s*\\([^)]*\\)$");
    private static final Set<String> SURNAMES_FIRST = WordLists.of("surnames-first");
    private static final Set<String> LINKS = WordLists.of("role-prepositions");

    private Genders() {}

    /**
     * Mentions of a person that look the same.
     *
     * @param text     the name in them
     * @param type     what they are tagged as
     * @param role     beside it, or null
     * @param pronoun  word of a {@link Pronoun} behind it, or null
     * @param sure     whether it is sure enough, by {@link #SURE}, that they are of this person
     * @param mentions how many there are
     */
    public record Use(String text, String type, String role, String pronoun, boolean sure, long mentions) {}

    /** @param probability that the gender is right, in thousandths */
    public record Told(Gender gender, GenderFrom from, double probability) {}

    /**
     * The gender of a person, or null where it is not likely enough.
     *
     * @param name of the person
     * @param uses all of them
     */
    public static Told of(String name, List<Use> uses) {
        if (isSeveral(name) || Titles.isTitle(NameForms.form(name))) {
            return null;
        }
        Map<GenderFrom, Double> told = new EnumMap<>(GenderFrom.class);
        Votes titles = new Votes();
        Votes roles = new Votes();
        Votes pronouns = new Votes();
        for (Use use : uses) {
            if (!use.sure) {
                continue;
            }
            String title = title(use);
            titles.add(title, use.mentions);
            roles.add(title.isEmpty() && use.role != null ? RoleNouns.gender(head(use.role)) : "", use.mentions);
            pronouns.add(gender(use.pronoun), use.mentions);
        }
        if (name.indexOf(' ') < 0 && !Votes.agree(List.of(titles, roles, pronouns))) {
            return null;
        }
        told.put(GenderFrom.TITLE, titles.odds(TITLE, TITLE, MOST_TITLES));
        told.put(GenderFrom.ROLE, roles.odds(ROLE, ROLE, MOST_ROLES));
        told.put(GenderFrom.PRONOUN, pronouns.odds(SHE, HE, MOST_PRONOUNS));
        told.put(GenderFrom.GIVEN_NAME, given(name));
        return told(told);
    }

    private static Told told(Map<GenderFrom, Double> told) {
        double odds = PRIOR + told.values().stream().mapToDouble(of -> of).sum();
        double woman = 1 / (1 + Math.exp(-odds));
        double probability = Math.max(woman, 1 - woman);
        double side = Math.signum(odds);
        GenderFrom from = told.entrySet().stream()
                .max(Comparator.comparing(of -> side * of.getValue()))
                .orElseThrow()
                .getKey();
        return probability < LEAST || side * told.get(from) <= 0
                ? null
                : new Told(odds > 0 ? Gender.FEMALE : Gender.MALE, from, Math.floor(STEPS * probability) / STEPS);
    }

    /** "Obama and Biden", "McConnell-Schumer". */
    private static boolean isSeveral(String name) {
        return name.contains("&")
                || name.matches(".*\\b(?:and|And)\\b.*")
                || name.matches("\\p{L}+[-–/]\\p{Lu}\\p{L}+");
    }

    private static String gender(String pronoun) {
        return pronoun == null ? "" : pronoun.equals(Pronoun.SHE.word()) ? "f" : "m";
    }

    /** "f" of "Mrs." before the name and of "Queen Anna". */
    private static String title(Use use) {
        String before = use.role == null ? "" : Titles.gender(head(use.role));
        int space = use.text.indexOf(' ');
        return before.isEmpty() && space > 0 ? Titles.gender(use.text.substring(0, space)) : before;
    }

    /** The noun of a role: "daughter" of "eldest daughter of the king". */
    private static String head(String role) {
        String head = "";
        for (String word :
                PARTY.matcher(role).replaceFirst("").toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (LINKS.contains(word)) {
                break;
            }
            head = word.isEmpty() ? head : word;
        }
        return head;
    }

    private static double given(String name) {
        String form = NameForms.person(NameForms.form(name.replaceAll("[-‐–]", ""))); // "jeanclaude juncker"
        List<String> words = new ArrayList<>(NameForms.words(form));
        while (words.size() > 2 && words.get(0).length() == 1) {
            words.remove(0);
        }
        if (Titles.isTitle(words.get(0))
                || SURNAMES_FIRST.contains(words.get(0))
                || name.matches(".*\\p{L}-\\p{Ll}+")) { // "Moon Jae-in"
            return 0;
        }
        Integer women = GivenNames.women(words.get(0));
        if (women == null) {
            return 0;
        }
        double share = Math.max(1 - SUREST, Math.min(SUREST, women / 100.0));
        double odds = Math.log(share / (1 - share));
        return words.size() > 1 ? odds : Math.max(-ALONE, Math.min(ALONE, odds));
    }

    /** What mentions say; more than so many of them count as so many, in the same proportion. */
    private static final class Votes {
        private double women;
        private double men;

        void add(String gender, long mentions) {
            women += gender.equals("f") ? mentions : 0;
            men += gender.equals("m") ? mentions : 0;
        }

        /** Whether a name of one word, which several may bear, is one person's by what is said of it. */
        static boolean agree(List<Votes> all) {
            double women = all.stream().mapToDouble(votes -> votes.women).sum();
            double men = all.stream().mapToDouble(votes -> votes.men).sum();
            return women + men >= LEAST_ALONE && Math.min(women, men) <= MOST_AGAINST * (women + men);
        }

        double odds(double woman, double man, double most) {
            double all = women + men;
            return all == 0 ? 0 : (women * woman - men * man) * Math.min(1, most / all);
        }
    }
}

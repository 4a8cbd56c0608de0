package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.Mention;
import hearsay.tables.NoSpeaker;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.SpeakerRule;
import hearsay.text.names.RoleNouns;
import hearsay.text.names.Titles;
import hearsay.text.quotes.Words.Word;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Who the source of a quotation is: the entity that a name, a role ("the Kremlin spokesperson") or a pronoun stands for.
 *
 * <p>The article is read once from its beginning; every "he" and "she" outside quotation marks is given to the person who
 * fits best by gender, nearness, being a subject, and having spoken last, and counts from then on as a mention of that
 * person. What stays in doubt has no speaker, and a reason.
 */
public final class Speakers {
    private static final Set<String> HE = Set.of("he", "him", "his", "himself");
    private static final Set<String> SHE = Set.of("she", "her", "hers", "herself");
    private static final Set<String> FIRST = Set.of("i", "me", "my", "we", "us", "our", "you", "your", "mine", "ours");
    private static final Set<String> THINGS = Set.of("it", "its", "itself");
    private static final Set<String> MANY = WordLists.of("several-people");
    private static final Set<String> WHO_SPOKE = Set.of("they", "both");
    private static final int SEVERAL_WINDOW = Weights.of("quotes").whole("several_window");
    private static final int SHORT = 3;
    private static final Set<String> LINKS = WordLists.of("role-prepositions");
    private static final Set<String> DEFINITE = Set.of("the", "this", "that", "his", "her", "their", "its");

    private final Words words;
    private final boolean articleTagged;
    private final List<Name> names;
    private final SourceNames sourceNames;
    private final Entourage entourage;
    private final Bodies bodies;
    private final Together together;
    private final Documents documents;
    private final Map<String, Person> persons = new LinkedHashMap<>();
    private final Map<String, Set<Person>> byLastWord = new HashMap<>();
    private final Candidates candidates;
    private List<Person> lastSpeakers = List.of();
    private int lastWord;

    private Speakers(Words words, List<Name> names) {
        this.words = words;
        articleTagged =
                words.words.stream().anyMatch(word -> !word.attribution().equals("O"));
        this.names = names.stream()
                .filter(name -> name.mention().entityId() != null)
                .sorted(Comparator.comparingInt((Name name) -> name.mention().begin())
                        .thenComparingInt(n -> n.mention().end()))
                .toList();
        sourceNames = new SourceNames(words, this.names);
        entourage = new Entourage(words);
        bodies = new Bodies(words, this.names);
        together = new Together(words, this.names);
        documents = new Documents(words, sourceNames);
        this.names.forEach(this::meet);
        this.names.stream()
                .filter(Name::isPerson)
                .forEach(name -> byLastWord
                        .computeIfAbsent(lastWord(name.mention().text()), word -> new HashSet<>())
                        .add(persons.get(name.mention().entityId())));
        persons.values().forEach(Person::guessGender);
        candidates = new Candidates(words, persons.values());
    }

    /**
     * The speakers of an article's quotations.
     *
     * @param text       the article's text
     * @param sentences  its sentences in order
     * @param names      its names with their entities
     * @param quotations its quotations in the order of the text
     * @return as many, in the same order
     */
    public static List<Speaker> resolve(
            String text, List<Sentence> sentences, List<Name> names, List<Quotation> quotations) {
        return resolve(Words.of(text, sentences), names, quotations);
    }

    /**
     * The pronouns and roles of an article with those who may be meant, to learn the weights of {@link Antecedents} from.
     *
     * @param text       as of {@link #resolve}, and so are the others
     * @return in the order in which they were read
     */
    public static List<Antecedents.Asked> asked(
            String text, List<Sentence> sentences, List<Name> names, List<Quotation> quotations) {
        Speakers speakers = new Speakers(Words.of(text, sentences), names);
        speakers.resolve(quotations);
        return speakers.candidates.asked();
    }

    static List<Speaker> resolve(Words words, List<Name> names, List<Quotation> quotations) {
        return new Speakers(words, names).resolve(quotations);
    }

    private void meet(Name name) {
        Mention mention = name.mention();
        Person person = persons.computeIfAbsent(
                mention.entityId(),
                id -> new Person(id, name.entityName(), mention.type().equals("PER")));
        person.mentions++;
        name.roles().forEach(person::addRole);
        if (mention.role() != null) {
            person.addRole(mention.role());
            person.isOf(Titles.gender(mention.role()));
        }
        readAround(mention, person);
        int before = words.wordAt(mention.begin()) - 1;
        if (person.person && before >= 0 && words.at(before).end() <= mention.begin()) {
            person.isOf(Titles.gender(words.at(before).text()));
        }
    }

    /** "Senator Ann Lee of Vermont", "Ann Lee (R-Iowa)", "Ann Lee, D-Ohio": where an office holder comes from. */
    private void readAround(Mention mention, Person person) {
        int after = words.wordAt(mention.end());
        if (!person.person || after + 1 >= words.size()) {
            return;
        }
        String next = words.at(after).lower();
        Word place = words.at(after + 1);
        if (next.equals("of") && mention.role() != null && place.isCapital()) {
            person.addRole(place.text());
            if (after + 2 < words.size() && words.at(after + 2).isName()) {
                person.addRole(words.at(after + 2).text());
            }
        } else if ((next.equals("(") || next.equals(",")) && place.text().matches("[RD]-\\p{L}+.*")) {
            person.addRole(place.text());
        }
    }

    private List<Speaker> resolve(List<Quotation> quotations) {
        Map<Integer, List<Integer>> bySourceWord = new HashMap<>();
        for (int q = 0; q < quotations.size(); q++) {
            Span source = quotations.get(q).source();
            if (source != null) {
                bySourceWord
                        .computeIfAbsent(words.wordAt(source.begin()), w -> new ArrayList<>())
                        .add(q);
            }
        }
        Speaker[] speakers = new Speaker[quotations.size()];
        int next = 0;
        for (int i = 0; i < words.size(); i++) {
            while (next < names.size()
                    && names.get(next).mention().end() <= words.at(i).begin()) {
                next++;
            }
            for (int q : bySourceWord.getOrDefault(i, List.of())) {
                Quotation quotation = quotations.get(q);
                speakers[q] = speaker(quotation, next);
                heard(quotation, i, speakers[q]);
            }
            Word word = words.at(i);
            if (!word.isInQuotes()
                    && next < names.size()
                    && names.get(next).mention().begin() <= word.begin()
                    && (i == 0
                            || words.at(i - 1).end()
                                    <= names.get(next).mention().begin())) {
                sight(i, names.get(next));
            } else if (!word.isInQuotes()
                    && AntecedentFeatures.PRONOUNS.contains(word.lower())
                    && !bySourceWord.containsKey(i)) {
                Candidates.Choice choice = candidates.read(i, HE.contains(word.lower()) ? "m" : "f", last());
                if (choice.person() != null && choice.probability() > Basis.LEAST) {
                    boolean subject = word.lower().endsWith("he");
                    candidates.see(
                            i, i + 1, choice.person(), subject, word.lower().equals("his"));
                }
            }
        }
        Repeated repeated = new Repeated(words);
        for (int q = 0; q < speakers.length; q++) {
            speakers[q] = speakers[q] != null ? speakers[q] : repeated.speaker(q, quotations, speakers);
        }
        return List.of(speakers);
    }

    /** Takes note of who spoke, for the pronouns, roles and documents that follow. */
    private void heard(Quotation quotation, int sourceWord, Speaker speaker) {
        List<Person> all =
                speaker.all().stream().map(one -> persons.get(one.speakerId())).toList();
        documents.see(quotation.cue(), all);
        documents.see(quotation.source(), all);
        if (!all.isEmpty()) {
            lastSpeakers = all;
            lastWord = sourceWord;
            candidates.see(sourceWord, sourceWord + 1, last(), true, false);
        }
    }

    /** Who spoke last, the first of several; null at the beginning. */
    private Person last() {
        return lastSpeakers.isEmpty() ? null : lastSpeakers.get(0);
    }

    /** "The lawmakers", but not "the Norton team", whose name tells that others are meant. */
    private boolean isPlainGroup(int from, int to) {
        return to - from <= SHORT
                && DEFINITE.contains(words.at(from).lower())
                && IntStream.range(from + 1, to).noneMatch(i -> words.at(i).isCapital());
    }

    /** Those of whom "they" or "the lawmakers" tells: who spoke last, if they were several, and not long ago; else nobody. */
    private List<Person> severalBefore(int word) {
        boolean several = lastSpeakers.size() > 1 && words.frame(word) - words.frame(lastWord) <= SEVERAL_WINDOW;
        return several ? lastSpeakers : List.of();
    }

    private void sight(int i, Name name) {
        int after = words.wordAt(name.mention().end());
        boolean possessive = after < words.size() && words.at(after).lower().matches("['’]s");
        candidates.see(i, after, persons.get(name.mention().entityId()), candidates.isSubject(i), possessive);
    }

    private Speaker speaker(Quotation quotation, int firstName) {
        Span source = quotation.source();
        int from = words.wordAt(source.begin());
        int to = Math.max(from + 1, words.wordAt(source.end() - 1) + 1);
        to = Math.min(to, words.size());
        boolean tagged = words.at(from).attribution().endsWith("SOURCE");
        boolean signed = quotation.cue() == null && source.begin() >= quotation.end();
        boolean borrowed = quotation.cue() == null && !signed;
        Basis basis = new Basis(
                tagged, borrowed, signed, SpeakerTrust.ofSource(quotation.kind(), tagged, articleTagged, borrowed));
        if (CueGrammar.of(words, quotation.cue()).spokenOf()) {
            return Speaker.none(NoSpeaker.SPOKEN_OF);
        }
        String head = words.at(from).lower();
        if (to - from == 1 && FIRST.contains(head)) {
            return Speaker.none(NoSpeaker.WRITER);
        }
        Name named = sourceNames.head(source, firstName, from, to);
        int others = named == null ? -1 : entourage.noun(named, to);
        if (others >= 0) {
            Person body = bodyOf(named, words.at(others).text());
            return body == null ? Speaker.none(NoSpeaker.AROUND) : basis.decided(body, SpeakerRule.BODY);
        }
        if (named != null && !isOfficeHolder(named, from, to) && !bodies.isSpokenFor(named, from)) {
            return said(together.of(named, source, from), SpeakerRule.NAME, basis);
        }
        Name issuer = sourceNames.issuer(source, firstName, from, to);
        if (issuer != null) {
            return said(List.of(issuer), SpeakerRule.ISSUER, basis);
        }
        String document = documents.noun(from, to);
        List<Person> issuers = document == null ? List.of() : documents.issuers(document, from, persons);
        if (!issuers.isEmpty()) {
            return basis.decided(issuers, SpeakerRule.ISSUER);
        }
        Name linked = sourceNames.beforeLinks(from);
        if (linked != null) {
            return said(List.of(linked), SpeakerRule.APPOSITION, basis);
        }
        Name antecedent =
                to - from == 1 && (head.equals("who") || head.equals("which")) ? sourceNames.before(from) : null;
        if (antecedent != null && antecedent.isPerson() == head.equals("who")) {
            return said(List.of(antecedent), SpeakerRule.RELATIVE, basis);
        }
        Person called = called(from, to);
        if (called != null) {
            return basis.decided(called, SpeakerRule.SURNAME);
        }
        if (to - from == 1) {
            if (HE.contains(head) || SHE.contains(head)) {
                return basis.chosen(
                        candidates.choose(from, HE.contains(head) ? "m" : "f", last(), null), SpeakerRule.PRONOUN);
            }
            if (THINGS.contains(head)) {
                return basis.chosen(candidates.choose(from, "", last(), Boolean.FALSE), SpeakerRule.IT);
            }
            if (MANY.contains(head)) {
                List<Person> several = WHO_SPOKE.contains(head) ? severalBefore(from) : List.of();
                return several.isEmpty()
                        ? Speaker.none(NoSpeaker.SEVERAL)
                        : basis.decided(several, SpeakerRule.TOGETHER);
            }
        }
        Speaker bearer = byRole(from, to, basis);
        Name body = bearer.entityId() == null ? bodies.of(source, from, to) : null;
        return body == null ? bearer : said(List.of(body), SpeakerRule.BODY, basis);
    }

    private Speaker said(List<Name> named, SpeakerRule rule, Basis basis) {
        return named.isEmpty()
                ? Speaker.none(NoSpeaker.SEVERAL)
                : basis.decided(
                        named.stream()
                                .map(name -> persons.get(name.mention().entityId()))
                                .toList(),
                        rule);
    }

    /** "The Lee campaign", where the article names such an organisation elsewhere; else null. */
    private Person bodyOf(Name named, String noun) {
        String text = named.mention().text();
        String name = text.substring(text.lastIndexOf(' ') + 1) + " " + noun;
        return persons.values().stream()
                .filter(body -> !body.person && name.equalsIgnoreCase(body.name))
                .findFirst()
                .orElse(null);
    }

    /** "The Texas Republican": the name at the end is that of a party, and the words mean one of its people. */
    private boolean isOfficeHolder(Name named, int from, int to) {
        return !named.isPerson()
                && to - from > 1
                && DEFINITE.contains(words.at(from).lower())
                && RoleNouns.isPerson(words.at(to - 1).lower())
                && words.wordAt(named.mention().begin()) < to
                && named.mention().end() >= words.at(to - 1).end();
    }

    /**
     * The person of the article who bears the last word, a surname as a rule, where the tagger has not seen the name here; behind a long
     * title the given name must stand there too: "the country's Secretary of State Ann Lee".
     */
    private Person called(int from, int to) {
        Word last = words.at(to - 1);
        if (!last.isCapital()) {
            return null;
        }
        Set<Person> called = byLastWord.getOrDefault(last.lower(), Set.of());
        Person person = called.size() == 1 ? called.iterator().next() : null;
        return person != null && (to - from <= SHORT || isTitled(person, to - 2)) ? person : null;
    }

    /** The given name stands there, and a title right before it. */
    private boolean isTitled(Person person, int given) {
        Word title = words.at(given - 1);
        return person.name.toLowerCase(Locale.ROOT).startsWith(words.at(given).lower() + " ")
                && (title.isCapital() || RoleNouns.isPerson(title.lower()));
    }

    private static String lastWord(String name) {
        return name.substring(name.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }

    /** The person who bears the role that the source names, such as "the Kentucky Republican". */
    private Speaker byRole(int from, int to, Basis basis) {
        int end = from;
        while (end < to
                && !words.at(end).text().equals(",")
                && !(end > from && LINKS.contains(words.at(end).lower()))
                && !words.at(end).lower().equals("who")) {
            end++;
        }
        int head = end - 1;
        if (head < from) {
            return Speaker.none(NoSpeaker.NO_ENTITY);
        }
        String noun = words.at(head).lower();
        if (RoleNouns.isGroup(noun) || MANY.contains(words.at(from).lower())) {
            List<Person> several = isPlainGroup(from, to) ? severalBefore(from) : List.of();
            return several.isEmpty() ? Speaker.none(NoSpeaker.GROUP) : basis.decided(several, SpeakerRule.TOGETHER);
        }
        if (!RoleNouns.isPerson(noun)) {
            return Speaker.none(NoSpeaker.NO_ENTITY);
        }
        String first = words.at(from).lower();
        boolean definite =
                DEFINITE.contains(first) || (words.at(from).isCapital() && !first.equals("a") && !first.equals("an"));
        if (!definite) {
            return Speaker.none(NoSpeaker.NO_ENTITY);
        }
        Map<String, Boolean> wanted = new LinkedHashMap<>();
        for (int i = from; i < to; i++) {
            String word = words.at(i).lower();
            if (words.at(i).isWord() && !DEFINITE.contains(word) && !LINKS.contains(word) && word.length() > 1) {
                wanted.put(RoleNouns.canonical(word), words.at(i).isCapital() && i > from);
            }
        }
        Person apposed = candidates.apposed(from);
        if (apposed != null) {
            return basis.decided(apposed, SpeakerRule.APPOSITION);
        }
        Candidates.Choice choice = candidates.choose(
                from, RoleNouns.gender(noun), last(), Boolean.TRUE, RoleNouns.canonical(noun), wanted);
        return basis.chosen(choice, SpeakerRule.ROLE);
    }
}

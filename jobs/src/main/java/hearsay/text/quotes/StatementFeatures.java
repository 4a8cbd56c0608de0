package hearsay.text.quotes;

import hearsay.settings.Weights;
import hearsay.settings.WordLists;
import hearsay.tables.QuoteKind;
import hearsay.tables.SourceMark;
import hearsay.tables.Span;
import hearsay.tables.SpeakerRule;
import hearsay.text.names.RoleNouns;
import hearsay.text.quotes.Words.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What tells a true statement from a false one: named numbers from 0 to 1, or little above, of a quotation, its cue, its source
 * and its speaker. What each says stands in {@code weights/statements.csv}, beside the weight that was learned for it.
 */
final class StatementFeatures {
    /** The feature of a paraphrase without a finite verb, which is no infinitive: it names a thing, and says nothing of it. */
    static final String NO_VERB = "content_no_verb";

    private static final Set<String> QUESTIONS =
            Set.of("how", "why", "whether", "what", "who", "which", "where", "when", "if");
    private static final Set<String> ANAPHORS =
            Set.of("that", "this", "these", "those", "it", "so", "the", "him", "them");
    private static final Set<String> JOINING = Set.of("and", "or", "like", "including", "&");
    private static final Set<String> POSSESSIVES = Set.of("'s", "’s", "his", "her", "their");
    private static final Set<String> DASHES = Set.of("—", "–", "--");
    private static final Set<String> DETERMINERS = WordLists.of("determiners");
    private static final Set<String> FINITE = WordLists.of("finite-verbs");
    private static final Set<String> CONJUNCTIONS = WordLists.of("clause-conjunctions");
    /** "MORE" ends a link that a site has put behind a name; "TrumpGOP" is a name glued to the next word. */
    private static final Pattern GLUED =
            Pattern.compile("MORE|(?!Mc|Mac|De|La|Le|Di|Du|iP|eB)\\p{Lu}?\\p{Ll}+\\p{Lu}\\p{Ll}{3,}.*");

    private static final Pattern ODD_NAME = Pattern.compile(
            "(?!.*\\b(?:Mc|Mac|De|La|Le|Di|Du)\\p{Lu}).*(?:\\p{Ll}\\p{Lu}|[@#0-9_]|\\bMORE\\b|\\band$).*");

    private static final Weights WEIGHTS = Weights.of("statements");
    /** What tags of a model are taken for where no model has read the article: their means. */
    private static final double UNREAD = WEIGHTS.number("unread.sureness");

    private static final double UNREAD_LEAST = WEIGHTS.number("unread.least_sureness");

    private final Words words;
    private final boolean read;
    private final List<Name> names;
    private final Map<String, Integer> mentions = new HashMap<>();
    private final Map<String, String> types = new HashMap<>();

    /** @param names of the article, in the order of the text */
    StatementFeatures(Words words, List<Name> names) {
        this.words = words;
        this.names = names;
        read = words.words.stream().anyMatch(word -> !word.attribution().equals("O"));
        for (Name name : names) {
            if (name.mention().entityId() != null) {
                mentions.merge(name.mention().entityId(), 1, Integer::sum);
                types.putIfAbsent(name.mention().entityId(), name.mention().type());
            }
        }
    }

    /** Name of a feature -> its value; one that is not there is 0. */
    Map<String, Double> of(Quotation quotation, CueGrammar cue, Speaker speaker) {
        Values values = new Values();
        content(values, quotation, cue);
        cue(values, quotation, cue);
        if (quotation.source() != null) {
            source(values, quotation, speaker);
        }
        return values.all;
    }

    private static final class Values {
        final Map<String, Double> all = new TreeMap<>();

        void set(String name, boolean is) {
            set(name, is ? 1 : 0);
        }

        void set(String name, double value) {
            if (value != 0) {
                all.put(name, value);
            }
        }

        /** A count, of which as many as {@code most} are all. */
        void count(String name, int count, int most) {
            set(name, Math.min(most, count) / (double) most);
        }
    }

    private int from(Span span) {
        return words.wordAt(span.begin());
    }

    private int to(Span span) {
        return Math.min(words.size(), Math.max(from(span) + 1, words.wordAt(span.end() - 1) + 1));
    }

    /** Counts over the words of a quotation; those called plain stand outside of quotation marks. */
    private final class Count {
        int all;
        int inside;
        int finite;
        int tagged;
        double sureness;
        double least = 1;
        int stops;
        int dashes;
        int conjunctions;
        int commas;
        boolean odd;

        Count(Quotation quotation) {
            for (Span part : quotation.parts()) {
                int from = from(part);
                int to = to(part);
                for (int i = from; i < to; i++) {
                    see(words.at(i), i == from, i + 1 == to);
                }
            }
        }

        private void see(Word word, boolean first, boolean last) {
            all++;
            finite += isFinite(word) ? 1 : 0;
            odd |= word.text().equals("MORE")
                    || word.text().equals("|")
                    || word.lower().startsWith("http");
            if (word.attribution().endsWith("CONTENT")) {
                tagged++;
                sureness += word.sureness();
                least = Math.min(least, word.sureness());
            }
            if (word.isInQuotes()) {
                inside++;
                return;
            }
            stops += !last && ".?!".contains(word.text()) ? 1 : 0;
            dashes += DASHES.contains(word.text()) ? 1 : 0;
            conjunctions += !first && CONJUNCTIONS.contains(word.lower()) ? 1 : 0;
            commas += word.text().equals(",") ? 1 : 0;
        }
    }

    private static boolean isFinite(Word word) {
        String lower = word.lower();
        SpeechVerbs.Verb verb = SpeechVerbs.of(lower);
        return SpeechVerbs.isAuxiliary(lower)
                || FINITE.contains(lower)
                || SpeechVerbs.isNegation(lower)
                || (!word.isCapital()
                        && ((verb != null && !verb.gerund() && !verb.bare())
                                || (lower.length() > 4 && lower.endsWith("ed"))));
    }

    private void content(Values values, Quotation quotation, CueGrammar cue) {
        Count count = new Count(quotation);
        int begin = from(quotation.parts().get(0));
        int end = to(quotation.parts().get(quotation.parts().size() - 1));
        String first = words.at(begin).lower();
        boolean direct = quotation.kind() == QuoteKind.DIRECT;
        boolean indirect = quotation.kind() == QuoteKind.INDIRECT;
        boolean noVerb = !direct && count.finite == 0 && !first.equals("to");
        values.set("kind_direct", direct);
        values.set("kind_mixed", quotation.kind() == QuoteKind.MIXED);
        values.set("kind_indirect", indirect);
        values.set("content_that", indirect && first.equals("that"));
        values.set("content_question", indirect && QUESTIONS.contains(first));
        values.set("content_infinitive", indirect && first.equals("to"));
        values.set(NO_VERB, noVerb);
        values.set("content_noun_first", indirect && count.finite > 0 && DETERMINERS.contains(first));
        values.set("content_verb_first", !direct && (SpeechVerbs.isAuxiliary(first) || FINITE.contains(first)));
        values.set("content_anaphor", !direct && count.all <= 3 && ANAPHORS.contains(first));
        values.count("content_finite", count.finite, 4);
        values.set("content_inside", direct ? 1 : count.inside / (double) count.all);
        values.set("content_nested", quotation.inside() != null);
        values.set("content_few_inside", quotation.kind() == QuoteKind.MIXED && count.inside < 5);
        values.count("content_stops", count.stops, 3);
        values.set("content_dashes", count.dashes > 0);
        values.set("content_parts", !direct && quotation.parts().size() > 1);
        values.count("content_conjunctions", direct ? 0 : count.conjunctions, 4);
        values.count("content_commas", direct ? 0 : count.commas, 4);
        values.set("content_odd", count.odd);
        values.set("content_sureness", mean(count.sureness, count.tagged));
        values.set("content_least_sureness", count.tagged > 0 ? count.least : read ? 0 : UNREAD_LEAST);
        values.set("doubt_last", count.tagged == 0 ? 0 : 1 - words.at(end - 1).sureness());
        values.set(
                "doubt_before",
                begin > 0 && inOneFrame(begin - 1, begin)
                        ? 1 - words.at(begin - 1).sureness()
                        : 0);
        values.set(
                "doubt_behind",
                end < words.size() && inOneFrame(end - 1, end)
                        ? 1 - words.at(end).sureness()
                        : 0);
        values.set("content_begins_sentence", begin == 0 || !inOneFrame(begin - 1, begin));
        values.set("content_ends", endsClause(end));
        values.set("speech_that", cue.verb() == CueGrammar.Verb.SPEECH && first.equals("that"));
        boolean vague = cue.verb() == CueGrammar.Verb.OTHER
                || cue.verb() == CueGrammar.Verb.NOUN
                || cue.verb() == CueGrammar.Verb.TOPIC;
        values.set("vague_that", vague && first.equals("that"));
        values.set("judges_no_verb", noVerb && cue.verb() == CueGrammar.Verb.JUDGES);
        values.set("topic_no_verb", noVerb && cue.verb() == CueGrammar.Verb.TOPIC);
    }

    private double mean(double sureness, int tagged) {
        return tagged > 0 ? sureness / tagged : read ? 0 : UNREAD;
    }

    private boolean inOneFrame(int one, int other) {
        return words.frame(one) == words.frame(other);
    }

    private boolean endsClause(int end) {
        Word last = words.at(end - 1);
        Word next = end < words.size() ? words.at(end) : null;
        return next == null
                || next.paragraph() != last.paragraph()
                || ",.;:?!)—–\"”’".contains(next.text())
                || !last.isWord();
    }

    private void cue(Values values, Quotation quotation, CueGrammar cue) {
        values.set("cue_" + cue.verb().name().toLowerCase(Locale.ROOT), true);
        values.set("cue_weight", cue.weight());
        values.set("cue_negated", cue.negated());
        values.set("cue_passive", cue.passive());
        values.set("cue_infinitive", cue.infinitive());
        values.set("cue_topical", cue.topical());
        values.count("cue_before", cue.before(), 6);
        if (quotation.cue() != null) {
            int begin = from(quotation.parts().get(0));
            int end = to(quotation.parts().get(quotation.parts().size() - 1));
            int at = from(quotation.cue());
            values.set("cue_behind", at >= end);
            values.count("cue_gap", Math.max(0, at >= end ? at - end : begin - to(quotation.cue())), 10);
        }
    }

    private void source(Values values, Quotation quotation, Speaker speaker) {
        Span source = quotation.source();
        int from = from(source);
        int to = to(source);
        double sureness = 0;
        int tagged = 0;
        boolean joined = false;
        boolean possessive = false;
        boolean group = false;
        for (int i = from; i < to; i++) {
            Word word = words.at(i);
            if (word.attribution().endsWith("SOURCE")) {
                sureness += word.sureness();
                tagged++;
            }
            joined |= JOINING.contains(word.lower());
            possessive |= POSSESSIVES.contains(word.lower());
            group |= RoleNouns.isGroup(word.lower());
        }
        values.set("source_sureness", mean(sureness, tagged));
        values.set("source_words", Math.log(to - from) / 3);
        values.set("source_joined", joined);
        values.set("source_possessive", possessive);
        values.set("source_group", group);
        if (quotation.cue() != null) {
            int cue = from(quotation.cue());
            values.set("source_behind_cue", from > cue);
            values.count("source_gap", Math.max(0, cue >= to ? cue - to : from - to(quotation.cue())), 12);
        }
        Span frame = words.frames.get(words.frame(from));
        boolean glued = false;
        for (int i = frame.begin(); i < frame.end(); i++) {
            glued |= GLUED.matcher(words.at(i).text()).matches();
        }
        values.set("frame_glued", glued);
        int others = others(frame, speaker);
        values.count("frame_persons", others, 4);
        if (speaker.entityId() != null) {
            speaker(values, source, speaker, others > 0);
        }
    }

    /** Mentions of other persons in the words. */
    private int others(Span frame, Speaker speaker) {
        int end = words.at(frame.end() - 1).end();
        int others = 0;
        for (int n = Name.firstFrom(names, words.at(frame.begin()).begin());
                n < names.size() && names.get(n).mention().begin() < end;
                n++) {
            Name name = names.get(n);
            others += name.isPerson()
                            && !String.valueOf(name.mention().entityId()).equals(speaker.entityId())
                    ? 1
                    : 0;
        }
        return others;
    }

    private void speaker(Values values, Span source, Speaker speaker, boolean amongPersons) {
        SpeakerRule rule = SpeakerRule.of(speaker.decidedBy());
        values.set("speaker_" + rule.name().toLowerCase(Locale.ROOT), true);
        values.set("source_by_rule", SourceMark.of(speaker.decidedBy()) == SourceMark.RULE);
        values.set("pronoun_among_persons", rule == SpeakerRule.PRONOUN && amongPersons);
        values.set("speaker_mentions", Math.log(1 + mentions.getOrDefault(speaker.entityId(), 0)) / 4);
        String type = types.getOrDefault(speaker.entityId(), "");
        values.set("speaker_" + type.toLowerCase(Locale.ROOT), true);
        values.set("name_odd", ODD_NAME.matcher(speaker.name()).matches());
        values.set("name_single", type.equals("PER") && speaker.name().indexOf(' ') < 0);
        Name own = null;
        for (int n = Math.max(0, Name.firstFrom(names, source.begin()) - 1);
                n < names.size() && names.get(n).mention().begin() < source.end();
                n++) {
            boolean inside = names.get(n).mention().end() > source.begin();
            own = inside && speaker.entityId().equals(names.get(n).mention().entityId()) ? names.get(n) : own;
        }
        if (own != null) {
            int behind = words.wordAt(own.mention().end());
            values.set(
                    "source_behind_name",
                    behind < to(source) && words.at(behind).isWord());
            values.set(
                    "doubt_of_name",
                    1 - own.mention().confidence() * own.mention().entityConfidence());
        }
    }
}

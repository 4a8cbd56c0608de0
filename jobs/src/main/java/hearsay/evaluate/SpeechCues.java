package hearsay.evaluate;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * Whether a marked cue is a verb of communication, by the list that the published measure fixes; Hearsay's own lexicon does
 * not change what it is measured by.
 */
final class SpeechCues {
    private static final String VERBS = """
            say tell state announce claim argue add warn assert declare report explain insist maintain note
            acknowledge admit confirm deny suggest reply respond answer ask question urge demand request propose recommend promise
            vow pledge swear predict forecast write tweet retweet post email text speak talk discuss mention comment remark observe
            point stress emphasize emphasise reiterate repeat recall recount describe characterize call dub label brand accuse
            blame criticize criticise slam blast denounce condemn decry praise hail laud applaud quip joke boast brag complain
            concede contend allege testify proclaim disclose reveal inform notify advise brief caution assure remind cite quote
            refer conclude continue interject shout yell scream whisper mutter murmur exclaim declaim lament counter retort rebut
            refute dispute reject dismiss defend endorse preach lecture address publish relay signal hint imply indicate
            thank apologize apologise joke mock deride challenge invite order instruct command appeal plead beg specify clarify
            summarize summarise sum elaborate chime according""";
    private static final Map<String, String> IRREGULAR = Map.of(
            "say", "said", "tell", "told", "write", "wrote written", "speak", "spoke spoken", "swear", "swore sworn");
    private static final Set<String> LIGHT = Set.of("""
            has have had having is are was were be been being do does did will would can could may might should must to not n't
            never also then later again just even once still already now further on out up went go goes going gone come came
            began begin begins started start starts kept keep keeps tried sought and who that which it as long ago so recently
            earlier he she they""".split("\\s+"));
    private static final Set<String> FORMS = forms();

    private SpeechCues() {}

    /** Is the first word that is no auxiliary, adverb or light verb a verb of communication? */
    static boolean isSpeech(String cue) {
        Matcher words = ScoredText.WORD.matcher(cue == null ? "" : cue.toLowerCase(Locale.ROOT));
        while (words.find()) {
            String word = words.group();
            if (FORMS.contains(word)) {
                return true;
            }
            if (!LIGHT.contains(word) && !word.endsWith("ly")) {
                return false;
            }
        }
        return false;
    }

    private static Set<String> forms() {
        Set<String> forms = new HashSet<>();
        for (String verb : VERBS.split("\\s+")) {
            String last = verb.substring(verb.length() - 1);
            String stem = verb.substring(0, verb.length() - 1);
            for (String ending : new String[] {"", "s", "es", "ed", "d", "ing", last + "ed", last + "ing"}) {
                forms.add(verb + ending);
            }
            if (last.equals("e")) {
                forms.add(stem + "ing");
            }
            if (last.equals("y")) {
                forms.add(stem + "ies");
                forms.add(stem + "ied");
            }
            if (IRREGULAR.containsKey(verb)) {
                forms.addAll(Set.of(IRREGULAR.get(verb).split(" ")));
            }
        }
        return Set.copyOf(forms);
    }
}

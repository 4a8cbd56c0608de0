package hearsay.text.quotes;

import hearsay.tables.Mention;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Token;
import hearsay.text.names.Roles;
import hearsay.text.quotes.Speakers.Name;
import hearsay.text.sentences.Paragraphs;
import hearsay.text.sentences.Paragraphs.Paragraph;
import hearsay.text.sentences.SentenceBreaks;
import hearsay.text.sentences.Tokens;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text written for a test, marked with what a model would tag: <code>{PER Anna Jansen} {CUE said} {CONTENT that {LOC Paris}
 * burns}.</code> marks names and the parts of an attribution; <code>{PER:Anna Jansen she}</code> marks a name with its entity, which
 * is else the name itself. A ¶ is a line break.
 */
public record MarkedText(String text, List<Sentence> sentences, List<Name> names) {
    private static final Pattern MARK = Pattern.compile("\\{(PER|ORG|LOC|MISC|SOURCE|CUE|CONTENT)(:[^{}]*?(?=  ))? +|}");

    private record Marked(String label, String entity, int begin, int end) {}

    /** "{PER:Anna Jansen  Jansen}": two blanks end the entity's name. */
    public static MarkedText of(String marked) {
        StringBuilder text = new StringBuilder();
        List<Marked> marks = new ArrayList<>();
        Deque<String[]> open = new ArrayDeque<>();
        Deque<Integer> begins = new ArrayDeque<>();
        Matcher mark = MARK.matcher(marked.replace('¶', '\n'));
        while (mark.find()) {
            mark.appendReplacement(text, "");
            if (mark.group(1) != null) {
                open.push(new String[] {mark.group(1), mark.group(2)});
                begins.push(text.length());
            } else {
                String[] label = open.pop();
                marks.add(new Marked(label[0], label[1] == null ? null : label[1].substring(1), begins.pop(), text.length()));
            }
        }
        mark.appendTail(text);
        return marked(text.toString(), marks);
    }

    private static MarkedText marked(String text, List<Marked> marks) {
        Map<Integer, String> entity = new HashMap<>();
        Map<Integer, String> attribution = new HashMap<>();
        for (Marked mark : marks) {
            boolean name = mark.label.length() <= 4 && !mark.label.equals("CUE");
            for (int i = mark.begin; i < mark.end; i++) {
                (name ? entity : attribution).put(i, (i == mark.begin ? "B-" : "I-") + mark.label);
            }
        }
        List<Sentence> sentences = sentences(text, entity, attribution);
        List<Name> names = new ArrayList<>();
        Map<String, List<String>> roles = new TreeMap<>();
        for (Sentence sentence : sentences) {
            for (Marked mark : marks) {
                boolean name = mark.label.length() <= 4 && !mark.label.equals("CUE");
                if (name && sentence.begin() <= mark.begin && mark.end <= sentence.end()) {
                    String surface = text.substring(mark.begin, mark.end);
                    String id = mark.entity == null ? surface : mark.entity;
                    String role = mark.label.equals("PER")
                            ? Roles.of(sentence.text(), mark.begin - sentence.begin(), mark.end - sentence.begin()) : null;
                    if (role != null) {
                        roles.computeIfAbsent(id, key -> new ArrayList<>()).add(role);
                    }
                    names.add(new Name(new Mention("a", "m" + mark.begin, sentence.sentence(), mark.begin, mark.end, surface,
                            mark.label, role, id, 1, 1, LocalDate.EPOCH), id, roles.computeIfAbsent(id, key -> new ArrayList<>())));
                }
            }
        }
        return new MarkedText(text, sentences, names);
    }

    private static List<Sentence> sentences(String text, Map<Integer, String> entity, Map<Integer, String> attribution) {
        List<Sentence> sentences = new ArrayList<>();
        List<Paragraph> paragraphs = Paragraphs.in(text, null, Set.of());
        for (int p = 0; p < paragraphs.size(); p++) {
            Paragraph paragraph = paragraphs.get(p);
            List<Span> tokens = Tokens.in(text, paragraph.begin(), paragraph.end());
            int from = 0;
            for (int to : SentenceBreaks.ends(text, tokens)) {
                List<Token> tagged = tokens.subList(from, to).stream()
                        .map(t -> new Token(t.begin(), t.end(), entity.getOrDefault(t.begin(), "O"), 1,
                                attribution.getOrDefault(t.begin(), "O"), 1))
                        .toList();
                int begin = tokens.get(from).begin();
                int end = tokens.get(to - 1).end();
                sentences.add(new Sentence("a", sentences.size(), p, begin, end, paragraph.kind(), text.substring(begin, end),
                        tagged, LocalDate.EPOCH));
                from = to;
            }
        }
        return sentences;
    }
}

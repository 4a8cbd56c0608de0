package hearsay.text.quotes;

import hearsay.tables.Mention;
import hearsay.tables.Sentence;
import hearsay.tables.Span;
import hearsay.tables.Token;
import hearsay.text.names.Roles;
import hearsay.text.sentences.Paragraphs;
import hearsay.text.sentences.Paragraphs.Paragraph;
import hearsay.text.sentences.SentenceBreaks;
import hearsay.text.sentences.Tokens;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of the case tables, marked with what a model would tag: <code>{PER Anna Jansen} {CUE said} {CONTENT that {LOC Paris}
 * burns}.</code> marks names and the parts of an attribution; <code>{PER:Anna Jansen she}</code> marks a name with its entity, which
 * is else the name itself. A ¶ is a line break. Every tag has the probability 1.
 */
public record MarkedText(String text, List<Sentence> sentences, List<Name> names) {
    private static final Pattern MARK =
            Pattern.compile("\\{(PER|ORG|LOC|MISC|SOURCE|CUE|CONTENT)(:[^{}]*?(?=  ))? +|}");

    private record Marked(String label, String entity, int begin, int end) {}

    /**
     * A part of an article as a case: its names with their entities, and what the model tagged. A name that reaches over the edge of
     * a tagged part is left unmarked, and braces become brackets.
     */
    static String written(String text, int begin, int end, List<Sentence> sentences, List<Name> names) {
        List<Marked> marks = new ArrayList<>(attributions(sentences, begin, end));
        for (Name name : names) {
            Mention mention = name.mention();
            boolean inside = begin <= mention.begin() && mention.end() <= end;
            boolean crosses = marks.stream()
                    .anyMatch(other ->
                            (other.begin < mention.begin() && mention.begin() < other.end && other.end < mention.end())
                                    || (mention.begin() < other.begin
                                            && other.begin < mention.end()
                                            && mention.end() < other.end));
            if (inside && !crosses) {
                String entity = mention.entityId() == null || mention.text().equals(name.entityName())
                        ? null
                        : name.entityName();
                marks.add(new Marked(mention.type(), entity, mention.begin(), mention.end()));
            }
        }
        marks.sort(Comparator.comparingInt(Marked::begin).thenComparingInt(mark -> -mark.end));
        StringBuilder written = new StringBuilder();
        Deque<Integer> ends = new ArrayDeque<>();
        int next = 0;
        for (int at = begin; at <= end; at++) {
            while (!ends.isEmpty() && ends.peek() == at) {
                ends.pop();
                written.append('}');
            }
            for (; next < marks.size() && marks.get(next).begin == at; next++) {
                Marked mark = marks.get(next);
                written.append('{')
                        .append(mark.label)
                        .append(mark.entity == null ? " " : ":" + mark.entity.replaceAll("[{}]", "") + "  ");
                ends.push(mark.end);
            }
            if (at < end) {
                char c = text.charAt(at);
                written.append(c == '\n' ? '¶' : c == '{' ? '(' : c == '}' ? ')' : c);
            }
        }
        return written.toString();
    }

    private static List<Marked> attributions(List<Sentence> sentences, int begin, int end) {
        List<Marked> marks = new ArrayList<>();
        for (Sentence sentence : sentences) {
            Marked open = null;
            for (Token token : sentence.tokens()) {
                String tag = token.attribution();
                if (open != null && tag.equals("I-" + open.label)) {
                    open = new Marked(open.label, null, open.begin, token.end());
                    marks.set(marks.size() - 1, open);
                } else {
                    open = tag.equals("O") || token.begin() < begin || token.end() > end
                            ? null
                            : new Marked(tag.substring(2), null, token.begin(), token.end());
                    if (open != null) {
                        marks.add(open);
                    }
                }
            }
        }
        return marks;
    }

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
                marks.add(new Marked(
                        label[0], label[1] == null ? null : label[1].substring(1), begins.pop(), text.length()));
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
                            ? Roles.of(sentence.text(), mark.begin - sentence.begin(), mark.end - sentence.begin())
                            : null;
                    if (role != null) {
                        roles.computeIfAbsent(id, key -> new ArrayList<>()).add(role);
                    }
                    names.add(new Name(
                            new Mention(
                                    "a",
                                    "m" + mark.begin,
                                    sentence.sentence(),
                                    mark.begin,
                                    mark.end,
                                    surface,
                                    mark.label,
                                    role,
                                    id,
                                    1,
                                    1,
                                    null,
                                    null,
                                    LocalDate.EPOCH),
                            id,
                            roles.computeIfAbsent(id, key -> new ArrayList<>())));
                }
            }
        }
        return new MarkedText(text, sentences, names);
    }

    private static List<Sentence> sentences(
            String text, Map<Integer, String> entity, Map<Integer, String> attribution) {
        List<Sentence> sentences = new ArrayList<>();
        List<Paragraph> paragraphs = Paragraphs.in(text, null, Set.of());
        for (int p = 0; p < paragraphs.size(); p++) {
            Paragraph paragraph = paragraphs.get(p);
            List<Span> tokens = Tokens.in(text, paragraph.begin(), paragraph.end());
            int from = 0;
            for (int to : SentenceBreaks.ends(text, tokens)) {
                List<Token> tagged = tokens.subList(from, to).stream()
                        .map(t -> new Token(
                                t.begin(),
                                t.end(),
                                entity.getOrDefault(t.begin(), "O"),
                                1,
                                attribution.getOrDefault(t.begin(), "O"),
                                1))
                        .toList();
                int begin = tokens.get(from).begin();
                int end = tokens.get(to - 1).end();
                sentences.add(new Sentence(
                        "a",
                        sentences.size(),
                        p,
                        begin,
                        end,
                        paragraph.kind().word(),
                        text.substring(begin, end),
                        tagged,
                        null,
                        LocalDate.EPOCH));
                from = to;
            }
        }
        return sentences;
    }
}

package hearsay;

import hearsay.tables.Sentence;
import hearsay.tables.Token;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article written for a test, its names marked: <code>{PER:putin Vladimir Putin} met {LOC Xi}.</code> marks a person and a place;
 * what stands after the colon is the entity that the name should be found to name. One line is one sentence.
 *
 * @param sentences the sentences, their tokens tagged as marked
 * @param expected  first char of each name -> the entity it should name, where the mark says
 */
public record MarkedArticle(
        String articleId, LocalDate day, String text, List<Sentence> sentences, Map<Integer, String> expected) {
    private static final Pattern MARK = Pattern.compile("\\{(PER|ORG|LOC|MISC)(?::(\\S+))? ([^}]+)}");
    private static final Pattern TOKEN =
            Pattern.compile("[\\p{L}\\p{N}$][\\p{L}\\p{N}.&-]*[\\p{L}\\p{N}]|(?:\\p{L}\\.)+|['’]s|\\S");

    public static MarkedArticle of(String articleId, LocalDate day, List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>();
        Map<Integer, String> expected = new TreeMap<>();
        for (String line : lines) {
            int begin = text.length();
            TreeMap<Integer, int[]> names = new TreeMap<>();
            TreeMap<Integer, String> types = new TreeMap<>();
            Matcher mark = MARK.matcher(line);
            int from = 0;
            while (mark.find()) {
                text.append(line, from, mark.start());
                int at = text.length();
                text.append(mark.group(3));
                names.put(at, new int[] {at, text.length()});
                types.put(at, mark.group(1));
                if (mark.group(2) != null) {
                    expected.put(at, mark.group(2));
                }
                from = mark.end();
            }
            text.append(line.substring(from));
            String sentence = text.substring(begin);
            sentences.add(new Sentence(
                    articleId,
                    sentences.size(),
                    sentences.size(),
                    begin,
                    text.length(),
                    "body",
                    sentence,
                    tokens(sentence, begin, names, types),
                    null,
                    day));
            text.append('\n');
        }
        return new MarkedArticle(articleId, day, text.toString(), sentences, expected);
    }

    private static List<Token> tokens(
            String sentence, int begin, TreeMap<Integer, int[]> names, TreeMap<Integer, String> types) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = TOKEN.matcher(sentence);
        while (word.find()) {
            int at = begin + word.start();
            Map.Entry<Integer, int[]> name = names.floorEntry(at);
            boolean inside = name != null && at < name.getValue()[1];
            String tag = inside ? (name.getKey() == at ? "B-" : "I-") + types.get(name.getKey()) : "O";
            int end = inside ? Math.min(begin + word.end(), name.getValue()[1]) : begin + word.end();
            tokens.add(new Token(at, end, tag, 0.9, "O", 0.9));
        }
        return tokens;
    }
}

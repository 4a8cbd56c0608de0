package hearsay.evaluate;

import hearsay.evaluate.JsonLines.Line;
import hearsay.settings.OperatorMistake;
import hearsay.tables.Article;
import hearsay.tables.DateFrom;
import hearsay.tables.Ids;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Judged rows of quotes and the articles they stand in.
 *
 * @param rows     in the order of their file, offsets in chars
 * @param articles those that have judged rows, by id
 */
record JudgedRows(List<JudgedRow> rows, Map<String, Article> articles) {
    private static final int DATE = 10;

    private record Marked(Line line, String articleId, int begin, int end, Judgement judgement) {}

    /**
     * @param judged JSON lines: id of the article, begin and end in code points of its text, kind, speaker, act, by,
     *               speaker_right, span, true, and span_should_be where there is one. {@code true} is null where speaker is
     * @param texts  JSON lines, with gzip or without: id, text, and url, title, date (ISO), source, authors where known
     * @throws OperatorMistake in one sentence with file and line: a file that is missing, a line that is no JSON or lacks a
     *                         field, a row of an article that is not there, a begin or end outside of its text
     */
    static JudgedRows read(Path judged, Path texts) {
        List<Marked> marked = JsonLines.read(judged, JudgedRows::marked);
        if (marked.isEmpty()) {
            throw new OperatorMistake("The file " + judged + " holds no judged row.");
        }
        Set<String> wanted = new LinkedHashSet<>();
        marked.forEach(row -> wanted.add(row.articleId));
        Map<String, Article> articles = articles(texts, wanted);
        Map<String, CodePoints> points = new LinkedHashMap<>();
        articles.forEach((id, article) -> points.put(id, new CodePoints(article.text())));
        List<JudgedRow> rows = new ArrayList<>();
        for (Marked row : marked) {
            CodePoints text = points.get(row.articleId);
            if (text == null) {
                throw row.line.mistake("is of the article " + row.articleId + ", which " + texts + " does not have");
            }
            if (row.begin < 0 || row.begin >= row.end || row.end > text.length()) {
                throw row.line.mistake("goes from " + row.begin + " to " + row.end
                        + ", and the text of its article has " + text.length() + " code points");
            }
            rows.add(new JudgedRow(
                    row.line.number(), row.articleId, text.toChar(row.begin), text.toChar(row.end), row.judgement));
        }
        return new JudgedRows(rows, articles);
    }

    private static Marked marked(Line line) {
        String speaker = line.textOrNull("speaker");
        Boolean isTrue = line.truthOrNull("true");
        if (speaker != null && isTrue == null) {
            throw line.mistake("names a speaker and has neither true nor false in \"true\"");
        }
        Judgement judgement = new Judgement(
                line.textOrNull("kind"),
                speaker,
                line.oneOf(Judgement.Act.class, "act"),
                line.text("by"),
                line.truthOrNull("speaker_right"),
                line.oneOf(Judgement.Quality.class, "span"),
                isTrue,
                line.textOrNull("span_should_be"));
        return new Marked(line, line.text("id"), line.whole("begin"), line.whole("end"), judgement);
    }

    private static Map<String, Article> articles(Path texts, Set<String> wanted) {
        Map<String, Article> articles = new LinkedHashMap<>();
        JsonLines.read(texts, line -> {
            String id = line.text("id");
            if (wanted.contains(id) && articles.put(id, article(line, id)) != null) {
                throw line.mistake("is a second article " + id);
            }
            return id;
        });
        return articles;
    }

    private static Article article(Line line, String id) {
        String text = line.text("text");
        return new Article(
                id,
                id,
                line.textOrNull("url"),
                line.textOrNull("source"),
                line.textOrNull("title"),
                StreamSupport.stream(line.object().path("authors").spliterator(), false)
                        .map(author -> author.asText())
                        .toList(),
                null,
                null,
                DateFrom.METADATA.word(),
                null,
                text,
                Ids.hash(text),
                List.of(),
                null,
                null,
                null,
                null,
                date(line));
    }

    private static LocalDate date(Line line) {
        String date = line.textOrNull("date");
        try {
            return date == null || date.isBlank()
                    ? LocalDate.EPOCH
                    : LocalDate.parse(date.substring(0, Math.min(DATE, date.length())));
        } catch (DateTimeParseException e) {
            throw line.mistake("has the date " + date + ", which does not begin as 2026-11-20 does");
        }
    }
}

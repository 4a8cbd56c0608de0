package hearsay.evaluate;

import static org.apache.spark.sql.functions.col;

import hearsay.evaluate.StatementScores.Partner;
import hearsay.evaluate.StatementScores.Scored;
import hearsay.input.articles.Encoding;
import hearsay.settings.OperatorMistake;
import hearsay.store.Warehouse;
import hearsay.tables.CsvSheet;
import hearsay.tables.Quote;
import hearsay.tables.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;

/**
 * The rows of {@link RowsToRead} with a reader's answers.
 *
 * @param rows  those that are answered, in the order of the file
 * @param empty how many have nothing in the column true
 */
record AnsweredRows(List<Answer> rows, int empty) {
    /** A row by its id in quotes. */
    record Answer(String quoteId, Judgement judgement) {}

    private static final String ID = "quote_id";
    private static final List<String> NEEDED = List.of(ID, "speaker", "kind", "true");
    private static final Set<String> YES = Set.of("true", "yes", "1");
    private static final Set<String> NO = Set.of("false", "no", "0");

    /** One row by the names of its columns. */
    private record Cells(Path file, int line, Map<String, Integer> columns, List<String> cells) {
        /** The cell without blanks around it; null where it is empty, or there is no such column. */
        String cell(String column) {
            int at = columns.getOrDefault(column, -1);
            String cell = at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
            return cell.isEmpty() ? null : cell;
        }

        Boolean truth(String column) {
            String cell = cell(column);
            String lower = cell == null ? null : cell.toLowerCase(Locale.ROOT);
            if (lower == null || YES.contains(lower) || NO.contains(lower)) {
                return lower == null ? null : YES.contains(lower);
            }
            throw mistake(column, "true, false, yes, no, 1, 0");
        }

        <E extends Enum<E>> E oneOf(Class<E> type, String column) {
            String cell = cell(column);
            return cell == null
                    ? null
                    : Judgement.named(type, cell).orElseThrow(() -> mistake(column, Judgement.names(type)));
        }

        private OperatorMistake mistake(String column, String known) {
            return new OperatorMistake("Line " + line + " of " + file + " has \"" + cell(column) + "\" in the column "
                    + column + ", which is none of " + known + ".");
        }
    }

    /**
     * @throws OperatorMistake in one sentence with file and line: a file that is missing or has no such header, an answer that is
     *                         none, a row that comes twice
     */
    static AnsweredRows read(Path file) {
        List<CsvSheet.Entry> records = CsvSheet.read(text(file), ID);
        List<String> header = records.isEmpty()
                ? List.of()
                : records.get(0).cells().stream().map(String::strip).toList();
        for (String column : NEEDED) {
            if (!header.contains(column)) {
                throw new OperatorMistake("Line 1 of " + file + " has no column " + column
                        + "; the header should be that of jobs/hearsay evaluate --sample.");
            }
        }
        Map<String, Integer> columns =
                header.stream().distinct().collect(Collectors.toMap(Function.identity(), header::indexOf));
        List<Answer> rows = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        int empty = 0;
        for (CsvSheet.Entry record : records.subList(1, records.size())) {
            Cells cells = new Cells(file, record.line(), columns, record.cells());
            String id = cells.cell(ID);
            Judgement judgement = judgement(cells);
            if (id == null || !ids.add(id)) {
                throw new OperatorMistake("Line " + record.line() + " of " + file
                        + (id == null ? " has no quote_id." : " is a second row " + id + "."));
            }
            if (judgement.isTrue() == null) {
                empty++;
            } else {
                rows.add(new Answer(id, judgement));
            }
        }
        if (rows.isEmpty()) {
            throw new OperatorMistake("No row of " + file + " has an answer in the column true.");
        }
        return new AnsweredRows(rows, empty);
    }

    private static Judgement judgement(Cells cells) {
        return new Judgement(
                cells.cell("kind"),
                cells.cell("speaker"),
                cells.oneOf(Judgement.Act.class, "act"),
                cells.cell("by"),
                cells.truth("speaker_right"),
                cells.oneOf(Judgement.Quality.class, "span"),
                cells.truth("true"),
                null);
    }

    private static String text(Path file) {
        try {
            return Encoding.decode(Files.readAllBytes(file), null).text();
        } catch (NoSuchFileException e) {
            throw new OperatorMistake("There is no file " + file + ".", e);
        } catch (IOException e) {
            throw new OperatorMistake("The file " + file + " cannot be read as text.", e);
        }
    }

    /** With the rows of the same ids as the warehouse has them now. */
    StatementScores scores(SparkSession spark, String warehouse) {
        Object[] ids = rows.stream().map(Answer::quoteId).toArray();
        Map<String, Quote> quotes =
                Warehouse.existing(spark, warehouse)
                        .read(Tables.QUOTES)
                        .where(col(ID).isin(ids))
                        .collectAsList()
                        .stream()
                        .map(Tables.QUOTES.records()::record)
                        .collect(Collectors.toMap(Quote::quoteId, Function.identity()));
        return new StatementScores(rows.stream()
                .map(row -> {
                    Quote quote = quotes.get(row.quoteId());
                    return new Scored(row.judgement(), quote == null ? null : Partner.of(quote, true));
                })
                .toList());
    }
}

package hearsay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The questions of notebooks/README.md, asked of a warehouse through the views of notebooks/hearsay.sql. */
public final class NotebookQuestions {
    private static final Pattern QUESTION = Pattern.compile("(?m)^(\\w.*\\?)\n\n```sql\n((?s:.*?));\n```");
    private static final String NAME = "SET VARIABLE warehouse = 'warehouse';";

    private NotebookQuestions() {}

    /** The rows by question, in the order of the page; a value is as DuckDB prints it. */
    public static Map<String, List<List<String>>> answers(String warehouse) throws IOException, SQLException {
        Map<String, List<List<String>>> answers = new LinkedHashMap<>();
        Matcher question = QUESTION.matcher(Files.readString(Path.of("notebooks/README.md")));
        try (Connection duckdb = opened(warehouse)) {
            while (question.find()) {
                answers.put(question.group(1), rows(duckdb, question.group(2)));
            }
        }
        return answers;
    }

    /** DuckDB as {@code duckdb -init notebooks/hearsay.sql} opens it. */
    public static Connection opened(String warehouse) throws IOException, SQLException {
        String views = Files.readString(Path.of("notebooks/hearsay.sql"));
        if (!views.contains(NAME)) {
            throw new AssertionError("notebooks/hearsay.sql has no line " + NAME);
        }
        Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(views.replace(NAME, NAME.replace("'warehouse'", "'" + warehouse + "'")));
        }
        return duckdb;
    }

    public static List<List<String>> rows(Connection duckdb, String query) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
        }
        return rows;
    }
}

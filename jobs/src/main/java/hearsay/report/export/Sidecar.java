package hearsay.report.export;

import hearsay.tables.Run;
import hearsay.tables.Tables;
import java.util.List;

/** What explains an exported file, as Markdown beside it: rows, columns and values, in the words of the tables. */
final class Sidecar {
    private final StringBuilder page = new StringBuilder();

    /**
     * @param file  its name
     * @param which which rows it holds, in one sentence
     * @param run   the night that they are of
     */
    Sidecar(String file, String which, Run run) {
        page.append("# ")
                .append(file)
                .append("\n\n")
                .append(which)
                .append("\n\nOf run ")
                .append(run.runId())
                .append(", night ")
                .append(run.night())
                .append(" of the warehouse, ")
                .append(run.runDate())
                .append("; version ")
                .append(Tables.VERSION)
                .append(" of the tables.\n\n");
    }

    Sidecar columns(String heading, List<Column> columns) {
        page.append("## ").append(heading).append("\n\n| column | what it is |\n|---|---|\n");
        for (Column column : columns) {
            page.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(column.says())
                    .append(" |\n");
        }
        page.append('\n');
        columns.stream()
                .map(Column::values)
                .filter(values -> !values.isEmpty())
                .distinct()
                .forEach(page::append);
        return this;
    }

    Sidecar note(String note) {
        page.append(note).append("\n\n");
        return this;
    }

    String markdown() {
        return page.toString().stripTrailing() + "\n";
    }
}

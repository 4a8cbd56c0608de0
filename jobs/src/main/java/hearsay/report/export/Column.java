package hearsay.report.export;

import hearsay.tables.Table;
import hearsay.tables.TableDictionary;

/**
 * One column of an exported file.
 *
 * @param name   as the file has it
 * @param says   what it is, in one sentence
 * @param values its values with their sentences as Markdown, "" where they are no closed set
 * @param sql    its value, in SQL, over the rows that an export has joined
 */
record Column(String name, String says, String values, String sql) {
    /** A column of a table with the sentence that the table has for it. */
    static Column of(Table<?> table, String column, String sql) {
        return of(column, table.rowType(), column, sql);
    }

    /** The same under a name of its own. */
    static Column of(String name, Class<? extends Record> rowType, String column, String sql) {
        return new Column(name, TableDictionary.says(rowType, column), TableDictionary.values(rowType, column), sql);
    }

    /** A column that no table has. */
    static Column own(String name, String says, String sql) {
        return new Column(name, says, "", sql);
    }
}

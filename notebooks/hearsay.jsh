// The questions of the notebooks in Java: DuckDB reads the tables, jshell asks.
//   HEARSAY_WAREHOUSE=warehouse jshell --class-path duckdb_jdbc-1.1.3.jar notebooks/hearsay.jsh
// The driver: mvn dependency:get -Dartifact=org.duckdb:duckdb_jdbc:1.1.3 puts it into ~/.m2/repository/org/duckdb/duckdb_jdbc/1.1.3.
// Leave away the /exit at the end and go on asking: show("select ...").
import java.nio.file.*;
import java.sql.*;

Path warehouse = Path.of(System.getenv().getOrDefault("HEARSAY_WAREHOUSE", "warehouse"));
Path current = warehouse.resolve("current");  // one night, however long you look
Path night = Files.exists(current) ? current.toRealPath() : warehouse;
if (!Files.exists(night.resolve("articles"))) {
    System.out.println("There is no warehouse at " + warehouse.toAbsolutePath() + ": set HEARSAY_WAREHOUSE to where yours is.");
    System.exit(2);
}
Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");

void table(String name) throws SQLException {
    duckdb.createStatement().execute("create view " + name + " as from read_parquet('" + night + "/" + name
            + "/**/*.parquet', hive_partitioning = true)");
}

void show(String query) throws SQLException {
    try (ResultSet rows = duckdb.createStatement().executeQuery(query)) {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            StringBuilder line = new StringBuilder();
            for (int i = 1; i <= columns; i++) {
                line.append(i > 1 ? " | " : "").append(rows.getString(i));
            }
            System.out.println(line);
        }
    }
    System.out.println();
}

for (String name : new String[] {"articles", "entities", "quotes", "co_mention_network"}) {
    table(name);
}

// One row per quotation and name inside it. Iranian is about Iran; copies of a story are left out.
duckdb.createStatement().execute("""
    create view said_about as
    select distinct q.quote_id, q.speaker, q.kind, q.text, q.confidence, subject.name as subject
    from quotes q join articles a on a.article_id = q.article_id and a.repeat_of is null
    cross join unnest(q.about) as inside(entity_id) join entities e on e.entity_id = inside.entity_id
    join entities subject on subject.entity_id = coalesce(e.about_id, e.entity_id)
    where q.speaker is not null and q.speaker <> subject.name""");

System.out.println("Who spoke most about Iran?");
show("""
    select speaker, count(*) as quotations from said_about where subject = 'Iran'
    group by speaker order by quotations desc, speaker limit 5""");

System.out.println("And what did they say?");
show("""
    select speaker, kind, text from said_about where subject = 'Iran'
    qualify row_number() over (partition by speaker order by confidence desc, quote_id) <= 4
    order by count(*) over (partition by speaker) desc, speaker, confidence desc, quote_id limit 12""");

System.out.println("Who appears with whom?");
show("""
    select a_name, b_name, stories, sentences from co_mention_network
    order by stories desc, sentences desc, a_name, b_name limit 5""");
/exit

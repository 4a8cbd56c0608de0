package hearsay.commands;

import hearsay.report.export.QueryJob;
import org.apache.spark.sql.SparkSession;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description =
                "Answers a question in Spark SQL over the tables, for those without DuckDB. It only reads. The tables have all rows;"
                        + " trusted quotations are those WHERE confidence >= 0.8 AND act IN ('said', 'thinks').",
        footer = {
            "",
            "Example:  jobs/hearsay query \"SELECT speaker, count(*) FROM quotes GROUP BY ALL ORDER BY 2 DESC\" --warehouse warehouse",
        })
public final class Query implements Runnable {
    @CommandLine.Mixin
    private CommonOptions common;

    @CommandLine.Mixin
    private WarehouseOptions warehouse;

    @Parameters(paramLabel = "SQL", description = "the query; notebooks/TABLES.md has tables and columns")
    private String query;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table (the first thousand rows), csv or jsonl; default: table")
    private QueryJob.Answer answer;

    @Override
    public void run() {
        try (SparkSession spark = common.session()) {
            QueryJob.run(spark, warehouse.path, query, answer, System.out);
        }
    }
}

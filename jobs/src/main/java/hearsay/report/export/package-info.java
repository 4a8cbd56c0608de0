/** Files for spreadsheets and Gephi, and queries for those without a database. */
package hearsay.report.export;

/**
 * The site: a folder of static pages about the whole warehouse, with a search that needs no server. Rows are sorted by Spark and pass
 * through memory a page at a time.
 */
package hearsay.report.site;

/**
 * The page of a night, and the parts that every page is made of: HTML in which no words of an article can become markup. It writes no
 * file.
 */
package hearsay.report.page;

/**
 * From the HTML of a page to an article: body, title, dates, authors. It does not know which file the page came from.
 */
package hearsay.input.pages;

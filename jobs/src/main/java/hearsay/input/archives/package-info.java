/**
 * Web archives: the records of WARC and ARC files and the answers of servers in them, as browsers and warcio read them. It does
 * not know what a page says.
 */
package hearsay.input.archives;

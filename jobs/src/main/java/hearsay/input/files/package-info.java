/**
 * Files as they lie there: listing, packing, first bytes, pieces for tasks. It does not know what an article is.
 */
package hearsay.input.files;

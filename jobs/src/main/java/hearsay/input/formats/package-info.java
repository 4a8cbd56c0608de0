/**
 * One reader for each format, from a piece of a file to findings. It knows files, pages and articles, and no table.
 */
package hearsay.input.formats;

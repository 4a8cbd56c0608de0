/**
 * The tables as declarations: a record a table with its columns, keys and references, the closed sets of values, ids made from
 * content, and how records become rows. It knows no step that fills a table and no file that holds one.
 */
package hearsay.tables;

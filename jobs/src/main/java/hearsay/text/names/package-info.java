/**
 * Names as they stand in a text: spans of mentions, titles, roles, given names, countries, forms of a name. It does not know which
 * entity a name means.
 */
package hearsay.text.names;

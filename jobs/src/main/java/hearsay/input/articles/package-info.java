/**
 * What was found, whatever its format: encodings, languages, addresses, and which findings are admitted as articles. It opens no
 * files.
 */
package hearsay.input.articles;

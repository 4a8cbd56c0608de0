/**
 * The shape of an article: paragraphs, boilerplate lines, headlines, dates above the text, sentences and tokens. It knows no names
 * and no quotations.
 */
package hearsay.text.sentences;

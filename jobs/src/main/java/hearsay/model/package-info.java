/**
 * The token classifiers: loading them, windows of words, names of tags, decoding. The only user of Spark NLP.
 */
package hearsay.model;

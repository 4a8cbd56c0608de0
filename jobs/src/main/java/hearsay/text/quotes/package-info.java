/**
 * Quotations: marks, cues, subjects, sources, and the speaker that a source names. It takes words with the tags of the model and
 * does not know the model, nor Spark.
 */
package hearsay.text.quotes;

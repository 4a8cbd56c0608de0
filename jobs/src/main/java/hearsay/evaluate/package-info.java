/**
 * Accuracy on gold that the user brings: readers of gold files, scorers, the night that keeps the figures.
 */
package hearsay.evaluate;

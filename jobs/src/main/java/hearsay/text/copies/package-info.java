/**
 * What tells a near-copy: shingles of words and MinHash signatures. It knows text only.
 */
package hearsay.text.copies;

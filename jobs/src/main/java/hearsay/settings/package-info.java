/**
 * What governs a run: its settings, its word lists and weights, the build itself, and the mistakes of those who run it. It knows no
 * other package.
 */
package hearsay.settings;

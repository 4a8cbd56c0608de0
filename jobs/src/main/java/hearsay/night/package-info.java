/**
 * One run over a warehouse: what is new, what it makes wrong among the older days, every table brought up to date and published.
 */
package hearsay.night;

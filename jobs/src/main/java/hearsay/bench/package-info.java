/**
 * Speed on this machine: invented articles, a night over them, the model alone beside it.
 */
package hearsay.bench;

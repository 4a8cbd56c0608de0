/**
 * The warehouse on a disk: reading what is published, staging a night, checking it, publishing it in one switch, the lock. It knows
 * tables and no step that fills them.
 */
package hearsay.store;

/**
 * The main class: the root of the command line and its exit codes. It knows {@code commands} and how faults are printed, nothing of
 * what a command does.
 */
package hearsay;

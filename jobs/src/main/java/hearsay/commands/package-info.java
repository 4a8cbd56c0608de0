/**
 * The command line, one verb a file, and the options that several verbs share. It parses and says; what a verb does is done below.
 */
package hearsay.commands;

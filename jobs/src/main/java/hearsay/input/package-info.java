/**
 * Input as the user describes it: the settings of reading and the names of fields. Its subpackages find files, read formats, take
 * articles out of pages and admit them.
 */
package hearsay.input;

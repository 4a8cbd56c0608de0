/**
 * The steps of the pipeline, each from datasets to a dataset by one public static method. A step reads no file, writes none, and
 * knows neither clock nor warehouse.
 */
package hearsay.steps;

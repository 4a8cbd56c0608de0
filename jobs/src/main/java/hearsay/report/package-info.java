/**
 * What people read of a warehouse: the page of a night, its status, the difference between two runs. It writes no table.
 */
package hearsay.report;

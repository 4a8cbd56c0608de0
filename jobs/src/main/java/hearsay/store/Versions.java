package hearsay.store;

/**
 * What made the rows of a run, besides its input.
 *
 * @param job    version of the job
 * @param models the models, by name and hash
 * @param rules  hash of the lists of the language rules, the aliases and the settings that alter rows
 */
public record Versions(String job, String models, String rules) {}

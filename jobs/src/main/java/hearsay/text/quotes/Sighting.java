package hearsay.text.quotes;

/** A place where an entity is meant, by name or pronoun: words from word to before end. */
record Sighting(int word, int end, int frame, Person person, boolean subject, boolean possessive) {}

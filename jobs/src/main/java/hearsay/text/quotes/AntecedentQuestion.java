package hearsay.text.quotes;

import hearsay.text.quotes.Antecedents.Kind;
import java.util.Map;

/**
 * What asks for its antecedent.
 *
 * @param kind   of it
 * @param word   where it stands
 * @param gender "m", "f", or "" where it tells none
 * @param last   who spoke last, or null
 * @param source whether it is the source of a quotation
 * @param noun   the head of a role, or null for a pronoun
 * @param wanted the words of the role, and whether they are names
 */
record AntecedentQuestion(
        Kind kind, int word, String gender, Person last, boolean source, String noun, Map<String, Boolean> wanted) {}

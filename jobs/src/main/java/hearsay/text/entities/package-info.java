/**
 * Who is who: the names of one article that mean one entity, families of names over many articles, aliases of the user. It knows
 * names and no quotations.
 */
package hearsay.text.entities;

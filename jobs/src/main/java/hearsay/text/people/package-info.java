/** What is known of persons: the user's file of people, and which gender titles, roles, pronouns and given names tell. */
package hearsay.text.people;

package hearsay.tables;

/** By what the people who are quoted are counted. */
public enum Trait implements Value {
    @Says("entities.gender")
    GENDER,
    @Says("role in the people file on the day of the quotation, else entities.field")
    ROLE,
    @Says("party in the people file on the day of the quotation, else entities.party")
    PARTY,
    @Says("country in the people file on the day of the quotation, else entities.country")
    COUNTRY
}

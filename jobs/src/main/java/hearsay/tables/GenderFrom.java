package hearsay.tables;

/** What tells the gender of a person. */
public enum GenderFrom implements Value {
    @Says("the user's file of people")
    PEOPLE_FILE,
    @Says("a title before the name, such as Mr. or Queen")
    TITLE,
    @Says("a noun that describes the person, such as actress or chairwoman")
    ROLE,
    @Says("he or she, where the text goes on about the person")
    PRONOUN,
    @Says("the share of women among the bearers of the given name")
    GIVEN_NAME
}

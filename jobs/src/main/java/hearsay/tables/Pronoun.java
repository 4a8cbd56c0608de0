package hearsay.tables;

/** The pronoun by which a text goes on about a person. */
public enum Pronoun implements Value {
    @Says("he, him, his or himself")
    HE,
    @Says("she, her, hers or herself")
    SHE
}

package hearsay.tables;

/** The genders that Hearsay finds. A people file may have other words, which stay as they are. */
public enum Gender implements Value {
    @Says("a woman or girl")
    FEMALE,
    @Says("a man or boy")
    MALE
}

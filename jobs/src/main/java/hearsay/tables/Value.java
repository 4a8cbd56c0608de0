package hearsay.tables;

import java.util.Locale;

/**
 * One value of a closed set, as a column holds it. Each set is an enum of its own; the table dictionary prints it with the {@link Says}
 * sentence of each constant.
 */
public interface Value {
    /** The constant's name, which every enum has. */
    String name();

    /** What the column holds: as a rule the constant's name in lower case, with blanks. */
    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** One sentence that says what the value means. */
    default String says() {
        try {
            return getClass().getField(name()).getAnnotation(Says.class).value();
        } catch (NoSuchFieldException e) {
            throw new IllegalStateException(getClass() + " is no enum", e);
        }
    }
}

package hearsay.tables;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The one sentence that the table dictionary prints for a table (on a record), a column (on its component) or a value of a closed
 * set (on a constant of a {@link Value}).
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Says {
    String value();
}

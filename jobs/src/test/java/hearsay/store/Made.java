package hearsay.store;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Records by the names of their components, so that a new column does not touch the tests that do not care. */
public final class Made {
    private Made() {}

    /** What is not said is null, 0 or an empty list. */
    public static <R extends Record> R made(Class<R> type, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent c : type.getRecordComponents()) {
            values.put(c.getName(), nothing(c.getType()));
        }
        return make(type, values, namesAndValues);
    }

    @SuppressWarnings("unchecked")
    public static <R extends Record> R changed(R record, Object... namesAndValues) {
        Map<String, Object> values = new HashMap<>();
        for (RecordComponent c : record.getClass().getRecordComponents()) {
            try {
                c.getAccessor().setAccessible(true);
                values.put(c.getName(), c.getAccessor().invoke(record));
            } catch (ReflectiveOperationException e) {
                throw new LinkageError(e.getMessage(), e);
            }
        }
        return make((Class<R>) record.getClass(), values, namesAndValues);
    }

    private static <R extends Record> R make(Class<R> type, Map<String, Object> values, Object... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (!values.containsKey((String) namesAndValues[i])) {
                throw new AssertionError(type + " has no " + namesAndValues[i]);
            }
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(c -> values.get(c.getName()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(e.getMessage(), e);
        }
    }

    private static Object nothing(Class<?> type) {
        if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        } else if (type == double.class) {
            return 0.0;
        } else if (type == boolean.class) {
            return false;
        }
        return type == List.class ? List.of() : null;
    }
}

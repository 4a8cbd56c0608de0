package hearsay.input;

import com.fasterxml.jackson.databind.JsonNode;
import hearsay.input.Finding.RawArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fields of an article in a JSON object. */
final class JsonArticle {
    private JsonArticle() {}

    static RawArticle of(JsonNode node, long position, FieldNames names) {
        return new RawArticle(
                position,
                string(node, names.of(FieldNames.ID)),
                string(node, names.of(FieldNames.URL)),
                string(node, names.of(FieldNames.TITLE)),
                text(node, names.of(FieldNames.TEXT)),
                string(node, names.of(FieldNames.DATE)),
                string(node, names.of(FieldNames.MODIFIED)),
                string(node, names.of(FieldNames.SOURCE)),
                strings(node, names.of(FieldNames.AUTHORS)),
                string(node, names.of(FieldNames.LANGUAGE)),
                string(node, names.of(FieldNames.SEEN)),
                null);
    }

    /** The first of the names that holds a text, kept to the char; a list of paragraphs has a line each. */
    private static String text(JsonNode node, List<String> names) {
        for (String name : names) {
            JsonNode value = at(node, name);
            if (value.isTextual() && !value.textValue().isBlank()) {
                return value.textValue();
            }
            if (value.isArray() && !value.isEmpty()) {
                return items(value).stream().collect(Collectors.joining("\n"));
            }
        }
        return null;
    }

    private static String string(JsonNode node, List<String> names) {
        List<String> found = strings(node, names);
        return found == null ? null : found.get(0);
    }

    private static List<String> strings(JsonNode node, List<String> names) {
        for (String name : names) {
            JsonNode value = at(node, name);
            List<String> found = value.isArray() ? items(value) : items(List.of(value));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return null;
    }

    private static List<String> items(Iterable<JsonNode> values) {
        List<String> items = new ArrayList<>();
        for (JsonNode value : values) {
            JsonNode named = value.isObject() ? value.path("name") : value; // schema.org's {"@type": "Person", "name": ...}
            String item = named.isValueNode() && !named.isNull() ? named.asText().strip() : "";
            if (!item.isEmpty() && !item.equals("None") && !item.equals("null")) { // Python's and JavaScript's nothing
                items.add(item);
            }
        }
        return items;
    }

    /** The value of a name; of a name with dots, in nested objects. */
    private static JsonNode at(JsonNode node, String name) {
        if (node.has(name) || name.indexOf('.') < 0) {
            return node.path(name);
        }
        JsonNode inner = node;
        for (String step : name.split("\\.")) {
            inner = inner.path(step);
        }
        return inner;
    }
}

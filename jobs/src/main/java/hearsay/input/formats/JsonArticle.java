package hearsay.input.formats;

import com.fasterxml.jackson.databind.JsonNode;
import hearsay.input.FieldNames;
import hearsay.input.articles.Finding.RawArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The fields of an article in a JSON object. */
final class JsonArticle {
    /** How Python, pandas, JavaScript and people write nothing. */
    private static final Set<String> NOTHING = Set.of("None", "null", "NULL", "nan", "NaN", "NaT", "N/A", "n/a", "-");

    /** Under which names answers of services for news hold their articles; NewsAPI and GDELT first, then the Guardian and the Times. */
    private static final List<String> LISTS =
            List.of("articles", "response.results", "response.docs", "results", "docs", "items", "stories", "data");

    private JsonArticle() {}

    /** The articles of an object: it is one, or holds a list of them, as answers of NewsAPI and the like do. */
    static List<JsonNode> articles(JsonNode node, FieldNames names) {
        if (text(node, names.of(FieldNames.TEXT)) == null) {
            for (String name : LISTS) {
                JsonNode list = at(node, name);
                if (list.isArray() && !list.isEmpty() && list.get(0).isObject()) {
                    return StreamSupport.stream(list.spliterator(), false).toList();
                }
            }
        }
        return List.of(node);
    }

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
            JsonNode named =
                    value.isObject() ? value.path("name") : value; // schema.org's {"@type": "Person", "name": ...}
            String item =
                    named.isValueNode() && !named.isNull() ? named.asText().strip() : "";
            if (!item.isEmpty() && !NOTHING.contains(item)) {
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

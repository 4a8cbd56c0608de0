package hearsay.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Readers of JSON within the bounds that the settings give a record. */
public final class Json {
    private static final int DEEPEST = 100;

    private Json() {}

    /** JSON as its standard has it. */
    public static ObjectMapper reader(InputSettings settings) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(settings.largestRecord())
                        .maxNestingDepth(DEEPEST)
                        .build())
                .build();
        return new ObjectMapper(factory);
    }

    /** What is wrong with JSON, without Jackson's account of where in its buffer. */
    public static String problem(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceFirst("(?s)( at \\[Source|\n| \\(start marker at| \\(from \\[Source).*", "")
                .strip();
    }

    /** JSON inside of pages, which is often not quite JSON. */
    public static ObjectMapper readerOfPages(InputSettings settings) {
        return reader(settings)
                .enable(JsonReadFeature.ALLOW_TRAILING_COMMA.mappedFeature())
                .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS.mappedFeature());
    }
}

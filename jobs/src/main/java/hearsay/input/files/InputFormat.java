package hearsay.input.files;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** The kinds of files that are read. */
public enum InputFormat {
    TEXT("txt", "text"),
    JSON("json", "jsonl", "ndjson"),
    CSV("csv"),
    TSV("tsv", "tab"),
    PAGE("html", "htm", "xhtml"),
    FEED("rss", "atom", "xml", "rdf"),
    WARC("warc", "wet"),
    /** What came before WARC. */
    ARC("arc"),
    PARQUET("parquet"),
    ORC("orc"),
    AVRO("avro");

    @SuppressWarnings("ImmutableEnumChecker") // Set.of cannot change
    private final Set<String> endings;

    InputFormat(String... endings) {
        this.endings = Set.of(endings);
    }

    /** The format that the ending of a name says, a packing such as {@code .gz} apart; null where it says none. */
    public static InputFormat of(String path) {
        String ending = Packing.ending(Packing.unpackedName(path));
        for (InputFormat format : values()) {
            if (format.endings.contains(ending)) {
                return format;
            }
        }
        return null;
    }

    /** The format that the first bytes show; where they show none, that of the ending. */
    public static InputFormat of(String path, byte[] head) {
        InputFormat named = of(path);
        String start = new String(head, StandardCharsets.ISO_8859_1).replaceFirst("^(?:ï»¿)?\\s*", "");
        String lower = start.toLowerCase(Locale.ROOT);
        if (start.matches("(?s)WARC/\\d.*")) {
            return WARC;
        } else if (start.startsWith("filedesc:")) {
            return ARC;
        } else if (start.startsWith("PAR1")) {
            return PARQUET;
        } else if (start.startsWith("ORC")
                && (named == ORC || start.chars().anyMatch(c -> c < ' ' && !Character.isWhitespace(c)))) {
            return ORC;
        } else if (start.startsWith("Obj\u0001")) {
            return AVRO;
        } else if (lower.startsWith("<!doctype html") || lower.startsWith("<html")) {
            return PAGE;
        } else if (lower.matches(
                "(?s)(?:<\\?xml.{0,300}?\\?>\\s*)?(?:<!--.{0,2000}?-->\\s*|<\\?xml-stylesheet.{0,300}?\\?>\\s*)*<(?:rss|feed|rdf:rdf)[\\s>].*")) {
            return FEED;
        } else if (start.matches("(?s)\\[?\\s*\\{\\s*\"[^\"\\n]{1,100}\"\\s*:.*") && (named == null || named == TEXT)) {
            return JSON;
        }
        boolean unnamed =
                named == null && Packing.ending(Packing.unpackedName(path)).isEmpty();
        return unnamed && !start.isEmpty() ? TEXT : named;
    }

    /** Whether a file of this name can be read from the middle. */
    public static boolean splits(String path) {
        InputFormat format = of(path);
        boolean plain = Packing.unpackedName(path).equals(path);
        return switch (format == null ? TEXT : format) {
            case JSON, PARQUET, ORC, AVRO -> plain;
            case WARC -> plain || path.endsWith(".gz"); // packed record by record
            default -> false;
        };
    }
}

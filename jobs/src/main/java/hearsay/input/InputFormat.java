package hearsay.input;

import java.util.Locale;

/** The kinds of files that are read, told by the ending of the name, a packing such as {@code .gz} apart. */
enum InputFormat {
    TEXT("txt", "text"),
    JSON("json", "jsonl", "ndjson");

    private final String[] endings;

    InputFormat(String... endings) {
        this.endings = endings;
    }

    /** The format of a file, or null where its ending says none. */
    static InputFormat of(String path) {
        String ending = ending(Packing.unpackedName(path));
        for (InputFormat format : values()) {
            for (String known : format.endings) {
                if (known.equals(ending)) {
                    return format;
                }
            }
        }
        return null;
    }

    /** Whether a file of this name can be read from the middle. */
    static boolean splits(String path) {
        return of(path) == JSON && Packing.unpackedName(path).equals(path);
    }

    static String ending(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}

package hearsay.input.archives;

import hearsay.input.articles.Encoding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The lines of a header, in records and in answers of servers: names and values, as loosely written as they come. */
final class HeaderLines {
    private static final int LONGEST_LINE = 64 << 10;
    private static final int MOST_LINES = 1_000;

    private final List<String[]> fields = new ArrayList<>();

    /** The lines up to the first empty one, or to the end. */
    static HeaderLines read(InputStream in) throws IOException {
        HeaderLines header = new HeaderLines();
        String line = line(in);
        for (int lines = 0; line != null && !line.isBlank(); lines++) {
            if (lines == MOST_LINES) {
                throw new BrokenRecord("more than " + MOST_LINES + " header lines");
            }
            header.add(line);
            line = line(in);
        }
        return header;
    }

    /** A line without its end, null at the end of the stream; bytes that are no UTF-8 as escapes of an address. */
    static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(128);
        int one = in.read();
        if (one < 0) {
            return null;
        }
        for (; one >= 0 && one != '\n'; one = in.read()) {
            line.write(one);
            if (line.size() > LONGEST_LINE) {
                throw new BrokenRecord("a header line of more than " + LONGEST_LINE + " bytes");
            }
        }
        return Encoding.utf8OrEscaped(line.toByteArray()).stripTrailing();
    }

    private void add(String line) {
        boolean folded = (line.startsWith(" ") || line.startsWith("\t")) && !fields.isEmpty();
        int colon = line.indexOf(':');
        if (folded) {
            String[] last = fields.get(fields.size() - 1);
            last[1] = (last[1] + " " + line.strip()).strip();
        } else if (colon > 0) {
            fields.add(new String[] {
                line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                line.substring(colon + 1).strip()
            });
        }
    }

    /** The first value that is not empty, or null. */
    String first(String name) {
        return fields.stream()
                .filter(field -> field[0].equals(name) && !field[1].isEmpty())
                .map(field -> field[1])
                .findFirst()
                .orElse(null);
    }

    /** The values of all fields of the name, divided at commas, in lower case and without marks around them. */
    List<String> tokens(String name) {
        List<String> tokens = new ArrayList<>();
        fields.stream().filter(field -> field[0].equals(name)).forEach(field -> {
            for (String token : field[1].split(",")) {
                String bare = token.replaceAll("[\"'\\s]|;.*", "").toLowerCase(Locale.ROOT);
                if (!bare.isEmpty()) {
                    tokens.add(bare);
                }
            }
        });
        return tokens;
    }

    /** The number that a field gives; -1 where it gives none. */
    long number(String name) throws IOException {
        String value = first(name);
        if (value == null) {
            return -1;
        }
        if (!value.matches("\\d{1,18}")) {
            throw new BrokenRecord(name + " is no number");
        }
        return Long.parseLong(value);
    }
}

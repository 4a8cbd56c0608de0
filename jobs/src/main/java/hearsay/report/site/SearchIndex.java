package hearsay.report.site;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import hearsay.report.page.Parts;
import hearsay.tables.Printable;
import hearsay.tables.QuoteSpeaker;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The search of a site: scripts that a page loads one by one, as it needs them, so that it works from a file too. What can be found has
 * numbers, names first, the most quoted first; {@code docs-N.js} has what is shown of it. The words are sorted and cut into
 * {@code words-N.js}; each word has the numbers of what contains it, as differences to base 36. {@code index.js} says with which word
 * and which number each file begins.
 */
final class SearchIndex {
    /** What can be found, at most: an archive of some 30,000 articles. Its words take some 200 MB of memory. */
    private static final int MOST = 300_000;

    private static final int LONGEST_WORD = 24;
    private static final int FILE_CHARS = 60_000;

    /** A word in more than a fifth of all tells little, and is left out; of few quotations none is. */
    private static final int ALWAYS_KEPT = 3_000;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Numbers in ascending order. */
    private static final class Places {
        private int[] places = new int[2];
        private int size;

        private void add(int place) {
            if (size > 0 && places[size - 1] == place) {
                return;
            }
            if (size == places.length) {
                places = Arrays.copyOf(places, 2 * size);
            }
            places[size++] = place;
        }

        private String differences() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < size; i++) {
                text.append(i == 0 ? "" : " ")
                        .append(Integer.toString(places[i] - (i == 0 ? 0 : places[i - 1]), Character.MAX_RADIX));
            }
            return text.toString();
        }
    }

    private final SiteFolder folder;
    private final Map<String, Places> words = new TreeMap<>();
    private final StringBuilder documents = new StringBuilder();
    private final List<Integer> firstDocuments = new ArrayList<>();
    private int size;
    private int first;

    SearchIndex(SiteFolder folder) {
        this.folder = folder;
    }

    /** A name. All names come before the first quotation. */
    void name(Name name) {
        String counts = Stream.of(
                        name.said() == 0 ? "" : Parts.counted(name.said(), "quotation"),
                        name.spokenOf() == 0 ? "" : "spoken of in " + Parts.number(name.spokenOf()),
                        Parts.counted(name.articles(), "article"))
                .filter(count -> !count.isEmpty())
                .collect(Collectors.joining(", "));
        List<String> aliases = name.aliases() == null ? List.of() : name.aliases();
        add(
                name.name() + " " + String.join(" ", aliases),
                "0",
                quoted(name.name()),
                quoted(Site.Kind.valueOf(name.type()).one),
                quoted(Site.addressOf(name)),
                quoted(counts));
    }

    /** A quotation, at its address in the site. */
    void quotation(Quoted row, String address) {
        String speakers = row.speakers().stream().map(QuoteSpeaker::speaker).collect(Collectors.joining(" and "));
        add(
                row.text() + " " + speakers,
                row.shown() ? "1" : "2",
                quoted(row.text()),
                quoted(speakers),
                quoted(address),
                quoted(row.outlet() + " · " + row.day()));
    }

    private void add(String text, String... fields) {
        if (size == MOST) {
            return;
        }
        words(text)
                .forEach(
                        word -> words.computeIfAbsent(word, key -> new Places()).add(size));
        documents
                .append(documents.isEmpty() ? "" : ",\n")
                .append('[')
                .append(String.join(",", fields))
                .append(']');
        size++;
        if (documents.length() > FILE_CHARS) {
            flush();
        }
    }

    private void flush() {
        folder.write(
                "search/docs-" + firstDocuments.size() + ".js",
                "hearsayDocs(" + firstDocuments.size() + ",[\n" + documents + "\n]);\n");
        firstDocuments.add(first);
        first = size;
        documents.setLength(0);
    }

    /** Writes what is left. */
    void finish() {
        flush();
        List<String> firstWords = new ArrayList<>();
        List<String> common = new ArrayList<>();
        StringBuilder file = new StringBuilder();
        for (Map.Entry<String, Places> word : words.entrySet()) {
            if (word.getValue().size > Math.max(ALWAYS_KEPT, size / 5)) {
                common.add(word.getKey());
                continue;
            }
            if (file.length() > FILE_CHARS) {
                write(firstWords.size() - 1, file);
            }
            if (file.isEmpty()) {
                firstWords.add(word.getKey());
            }
            file.append(file.isEmpty() ? "" : ",\n")
                    .append('[')
                    .append(quoted(word.getKey()))
                    .append(",\"")
                    .append(word.getValue().differences())
                    .append("\"]");
        }
        if (!file.isEmpty()) {
            write(firstWords.size() - 1, file);
        }
        folder.write(
                "search/index.js",
                "hearsayIndex({\"size\":" + size + ",\"full\":" + (size == MOST) + ",\"words\":" + array(firstWords)
                        + ",\"common\":" + array(common) + ",\"docs\":" + firstDocuments + "});\n");
    }

    private void write(int number, StringBuilder file) {
        folder.write("search/words-" + number + ".js", "hearsayWords(" + number + ",[\n" + file + "\n]);\n");
        file.setLength(0);
    }

    private static String array(List<String> texts) {
        return texts.stream().map(SearchIndex::quoted).collect(Collectors.joining(",", "[", "]"));
    }

    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(Printable.text(text))) + '"';
    }

    /** The words of a text as they are compared: small letters without accents; single letters are none. search.js does the same. */
    static Stream<String> words(String text) {
        String plain = Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFKD);
        return BETWEEN.splitAsStream(MARKS.matcher(plain).replaceAll(""))
                .filter(word -> word.length() > 1)
                .map(word -> word.substring(0, Math.min(LONGEST_WORD, word.length())));
    }
}

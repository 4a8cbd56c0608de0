package hearsay.settings;

import hearsay.tables.Ids;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The word lists in {@code hearsay/text} and the weights in {@code hearsay/weights} of the jar. */
public final class Resources {
    static final String TEXT = "text/";
    static final String WEIGHTS = "weights/";

    /** Every file of both folders: one that is missing here is not part of the fingerprint, and a test says so. */
    static final List<String> FILES = List.of(
            "text/addressees.txt",
            "text/adverbs.txt",
            "text/after-attributions.txt",
            "text/after-cues.txt",
            "text/after-verbs.txt",
            "text/auxiliaries.txt",
            "text/before-base-verbs.txt",
            "text/before-nouns.txt",
            "text/before-plurals.txt",
            "text/countries-more.tsv",
            "text/countries.tsv",
            "text/cue-days.txt",
            "text/determiners.txt",
            "text/finite-verbs.txt",
            "text/given-names-more.tsv",
            "text/given-names-short.csv",
            "text/given-names.tsv",
            "text/light-verbs.txt",
            "text/named-in-marks.txt",
            "text/phrase-stops.txt",
            "text/role-prepositions.txt",
            "text/saying-verbs.txt",
            "text/several-people.txt",
            "text/speech-verbs.csv",
            "text/subject-days.txt",
            "text/subject-pronouns.txt",
            "text/subordinators.txt",
            "text/title-small-words.txt",
            "text/transliterations.csv",
            "text/weekdays.txt",
            "weights/quotes.csv");

    private Resources() {}

    /** Hash of the rows of all word lists and weights, comments left out. */
    public static String fingerprint() {
        return fingerprint(Resources::read);
    }

    static String fingerprint(Function<String, List<String>> rows) {
        return Ids.hash(FILES.stream()
                .flatMap(file -> Stream.concat(Stream.of(file), rows.apply(file).stream()))
                .collect(Collectors.joining("\n")));
    }

    /** The lines of a word list without its comments (#) and blank lines. */
    public static List<String> lines(String name) {
        return read(TEXT + name);
    }

    static List<String> read(String file) {
        try (InputStream in = Resources.class.getResourceAsStream("/hearsay/" + file)) {
            if (in == null) {
                throw new IllegalArgumentException("the jar has no file hearsay/" + file);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines().filter(line -> !line.startsWith("#") && !line.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read hearsay/" + file, e);
        }
    }
}

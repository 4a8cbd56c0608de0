package hearsay.input.articles;

import hearsay.settings.WordLists;
import hearsay.text.names.GivenNames;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The people who wrote an article, one each, out of what a file says of them: "By Ann Lee, Bob Roe and Cy Day, Reuters". */
public final class Authors {
    private static final int MOST = 50;
    private static final int MOST_WORDS = 6; // of one person's name
    private static final int LONGEST_BYLINE = 500; // chars; keeps the patterns off paragraphs

    /** Words of names of outlets and staffs, in lower case; who bears one is no person. */
    private static final Set<String> OUTLETS = WordLists.of("outlet-words");
    /** Those of them that are surnames too. */
    private static final Set<String> SURNAMES = Set.of("post", "press", "herald");

    /** Cities with newspapers that are given names too. */
    private static final Set<String> CITIES = Set.of(
            "austin",
            "boston",
            "charlotte",
            "denver",
            "florence",
            "houston",
            "jackson",
            "lincoln",
            "madison",
            "paris",
            "sydney",
            "washington");

    /** What stands behind the name of an author, in lower case. */
    private static final Set<String> AFTER = WordLists.of("after-authors");

    private static final Pattern BY = Pattern.compile(
            "^(?i:(?:(?:written|reported|posted|story|words|report|published)\\s+)?by|von|par|por|di|door|av|af)\\s*:?\\s+(?=\\p{Lu})");
    private static final Pattern MARKS = Pattern.compile("^[\\s\"“”'‘*,.:|-]+|[\\s\"“”*,:|-]+$");
    private static final Pattern BRACKETS = Pattern.compile("\\s*[(\\[<][^)\\]>]{0,80}[)\\]>]");
    /** "By Ann Lee for The Guardian". */
    private static final Pattern ON_BEHALF = Pattern.compile("\\s+(?:for|in|at)\\s+(?:[Tt]he\\s+)?\\p{Lu}[^,;|]*$");

    private static final Pattern MAILED = Pattern.compile("^\\S+@\\S+\\s*\\(([^()]+)\\)$"); // as RSS 2.0 wants it
    private static final Pattern BETWEEN = Pattern.compile("\\s*(?:[;|/•·\\n]|\\s-\\s)\\s*");
    private static final Pattern COMMA = Pattern.compile("\\s*[,،、]\\s*");
    private static final Pattern AND = Pattern.compile("\\s+(?:and|AND|And|&|und|et|och|og|y|e|en|i|и)\\s+");
    private static final Pattern SUFFIX = Pattern.compile("(?i)(?:jr|sr|ii|iii|iv|m\\.?d|ph\\.?d|esq|rn|dds|mp)\\.?");
    private static final Pattern NO_NAME = Pattern.compile(".*(?:[\\d_@]|https?:|://).*");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(?:[\\w-]+\\.)+(?:com|org|net|co|uk|info|tv|news)");

    private Authors() {}

    /** The people whom bylines name, each once, in their order; see {@link #of}. */
    public static List<String> people(List<String> bylines) {
        return of(bylines, null, null);
    }

    /**
     * @param given  as the file has them, in one line each
     * @param source outlet as the file names it, or null
     * @param url    of the article, or null
     */
    static List<String> of(List<String> given, String source, String url) {
        String outlet = letters(source);
        String site = url == null
                ? ""
                : letters(Urls.domain(url)
                        .map(domain -> domain.replaceFirst("\\..*", ""))
                        .orElse(""));
        return (given == null ? List.<String>of() : given)
                .stream()
                        .filter(author ->
                                author != null && author.length() <= LONGEST_BYLINE && !author.contains("://"))
                        .flatMap(author -> people(author).stream())
                        .filter(name ->
                                !letters(name).equals(outlet) && !letters(name).equals(site))
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    private static List<String> people(String byline) {
        String mailed = MAILED.matcher(byline.strip()).replaceFirst("$1");
        String bare = BRACKETS.matcher(
                        BY.matcher(MARKS.matcher(mailed).replaceAll("")).replaceFirst(""))
                .replaceAll("");
        List<String> people = new ArrayList<>();
        for (String part : BETWEEN.split(bare)) {
            List<String> pieces = withSuffixes(COMMA.split(part));
            if (pieces.size() == 2 && pieces.stream().allMatch(piece -> isWord(piece) && !isOutlet(piece))) {
                pieces = List.of(pieces.get(1) + " " + pieces.get(0)); // "Lee, Ann"
            }
            boolean several = pieces.size() > 1;
            for (int i = 0; i < pieces.size(); i++) {
                boolean first = i == 0;
                apart(pieces.get(i))
                        .map(Authors::name)
                        .filter(name -> isPerson(name) && (first || !several || name.indexOf(' ') > 0))
                        .forEach(people::add);
            }
        }
        return people;
    }

    /** "Tom Howell, Jr." is one. */
    private static List<String> withSuffixes(String[] pieces) {
        List<String> whole = new ArrayList<>();
        for (String piece : pieces) {
            if (!whole.isEmpty() && SUFFIX.matcher(piece).matches()) {
                whole.set(whole.size() - 1, whole.get(whole.size() - 1) + " " + piece);
            } else if (!piece.isBlank()) {
                whole.add(piece.strip());
            }
        }
        return whole;
    }

    /** The names on both sides of "and", where both are of more than a word: "José Ortega y Gasset" is one. */
    private static Stream<String> apart(String piece) {
        String[] names = AND.split(piece.replaceFirst("^(?:and|AND|And|&|und|et|och|og|y|e|en|i)\\s+", ""));
        return Arrays.stream(names).allMatch(name -> name.strip().indexOf(' ') > 0)
                ? Arrays.stream(names)
                : Stream.of(
                        String.join(" and ", names).equals(piece) ? piece : piece.replaceFirst("^(?:and|&)\\s+", ""));
    }

    /** Without "By", marks, and what the author is. */
    private static String name(String piece) {
        List<String> words = new ArrayList<>(List.of(ON_BEHALF
                .matcher(BY.matcher(MARKS.matcher(piece).replaceAll("")).replaceFirst(""))
                .replaceFirst("")
                .split("\\s+")));
        boolean given = GivenNames.isKnown(words.get(0).toLowerCase(Locale.ROOT));
        while (given && words.size() > 2 && isAfter(words.get(words.size() - 1))) { // "White House Reporter" is nobody
            words.remove(words.size() - 1);
        }
        return MARKS.matcher(String.join(" ", words)).replaceAll("");
    }

    private static boolean isAfter(String word) {
        return AFTER.contains(word.toLowerCase(Locale.ROOT))
                || ADDRESS.matcher(word).matches();
    }

    private static boolean isPerson(String name) {
        return !name.isEmpty()
                && name.split("\\s+").length <= MOST_WORDS
                && name.codePoints().anyMatch(Character::isLetter)
                && !NO_NAME.matcher(name).matches()
                && !isOutlet(name);
    }

    /** "Washington Post", and not "David Post": who has a given name and one word more has a surname. */
    private static boolean isOutlet(String name) {
        String[] words = name.toLowerCase(Locale.ROOT).split("[\\s-]+");
        boolean surname = words.length == 2
                && GivenNames.isKnown(words[0])
                && !CITIES.contains(words[0])
                && SURNAMES.contains(words[1]);
        return !surname
                && Arrays.stream(words)
                        .anyMatch(word -> OUTLETS.contains(word)
                                || AFTER.contains(word)
                                || ADDRESS.matcher(word).matches());
    }

    private static boolean isWord(String piece) {
        return piece.indexOf(' ') < 0 && piece.length() > 1 && !piece.equals(piece.toUpperCase(Locale.ROOT));
    }

    private static String letters(String name) {
        return name == null ? "" : name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]|^the(?=\\s)", "");
    }
}

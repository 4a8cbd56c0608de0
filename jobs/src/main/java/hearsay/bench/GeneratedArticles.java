package hearsay.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * News that never happened, for benchmarks and tests: invented people with names of sixteen countries, outlets, days, direct,
 * mixed and indirect quotations, and copies of wire stories of which up to 15 words in 100 were changed.
 *
 * <p>Article {@code i} depends on the seed, the counts and {@code i} alone, so any number of them needs no memory. What was
 * planted comes with each article: its quotations with their speakers, and the article it copies.
 *
 * @param articles how many
 * @param days     over how many days from {@link #FIRST_DAY} on they are spread evenly
 */
public record GeneratedArticles(long seed, int articles, int days) {
    public static final LocalDate FIRST_DAY = LocalDate.of(2025, 6, 16);
    /** One article in so many copies one of the {@link #NEAR} before it. */
    private static final int COPIES = 4;

    private static final int NEAR = 6;
    private static final double MOST_CHANGED = 0.15;
    private static final int PARAGRAPHS = 11;
    private static final String AGENCY = "Meridian News";
    private static final List<String> OUTLETS = List.of(
            "harbour-gazette.example",
            "morning-ledger.example",
            "the-northerner.example",
            "capital-post.example",
            "daily-compass.example",
            "river-herald.example",
            "evening-signal.example");

    private static final List<Country> COUNTRIES =
            lines("names.tsv").map(Country::of).toList();
    private static final Map<String, List<String>> PHRASES = phrases();

    /**
     * One generated article.
     *
     * @param copyOf number of the article it copies, -1 for an article of its own
     * @param said   its quotations in the order of the text
     */
    public record Article(
            int number,
            LocalDate day,
            String url,
            String source,
            String title,
            String text,
            int copyOf,
            List<Planted> said) {
        /** The article as one line of JSON, with the fields that news-please writes. */
        public String json() {
            return "{\"url\": " + quoted(url) + ", \"source_domain\": " + quoted(source) + ", \"title\": "
                    + quoted(title)
                    + ", \"date_publish\": " + quoted(day + " 06:%02d:00".formatted(number % 60))
                    + ", \"language\": \"en\", \"authors\": []"
                    + ", \"maintext\": " + quoted(text) + "}";
        }

        /** What was planted in it as one line of JSON. */
        public String goldJson() {
            String quotes = said.stream()
                    .map(Planted::json)
                    .reduce((a, b) -> a + ", " + b)
                    .orElse("");
            return "{\"url\": " + quoted(url) + ", \"number\": " + number + ", \"copy_of\": " + copyOf
                    + ", \"quotes\": [" + quotes + "]}";
        }
    }

    /** A planted quotation. @param kind direct, mixed or indirect @param text its words without outer quotation marks */
    public record Planted(String speaker, String kind, String text) {
        private String json() {
            return "{\"speaker\": " + quoted(speaker) + ", \"kind\": " + quoted(kind) + ", \"text\": " + quoted(text)
                    + "}";
        }
    }

    public Stream<Article> stream() {
        return IntStream.range(0, articles).mapToObj(this::article);
    }

    public Article article(int number) {
        int original = original(number);
        return original == number ? ownStory(number) : copy(original, number);
    }

    /** The story that an article copies, itself where it copies none; copies of copies lead to the first. */
    private int original(int number) {
        int at = number;
        while (at > 0) {
            Random chance = chance("copy", at);
            if (chance.nextInt(COPIES) > 0) {
                return at;
            }
            at -= 1 + chance.nextInt(Math.min(NEAR, at));
        }
        return at;
    }

    // ------------------------------------------------------------------------------------------------ one story

    private Article ownStory(int number) {
        Random chance = chance("story", number);
        Story story = new Story(chance);
        String body = story.write();
        String source = pick(chance, OUTLETS);
        return new Article(
                number, day(number), url(source, number), source, story.title, body, -1, List.copyOf(story.said));
    }

    private Article copy(int original, int number) {
        Random chance = chance("edit", number);
        Article first = ownStory(original);
        Story story = new Story(chance("story", original));
        story.write();
        String source = pick(
                chance,
                OUTLETS.stream().filter(outlet -> !outlet.equals(first.source)).toList());
        String title = story.title + pick(chance, List.of("", ", officials say", ": what we know", " - report"));
        String text = edited(first.text, story, chance.nextDouble() * MOST_CHANGED, chance);
        return new Article(number, day(number), url(source, number), source, title, text, original, first.said);
    }

    /** The text with up to this share of its words changed as desks do it: background cut or told in other words. */
    private static String edited(String text, Story story, double share, Random chance) {
        int budget = (int) (share * words(text));
        String edited = text;
        for (String sentence : List.copyOf(story.told)) {
            if (words(sentence) <= budget) {
                budget -= words(sentence);
                edited = edited.replace(sentence, chance.nextBoolean() ? "" : story.background());
            }
        }
        return edited.replaceAll(" +(?=\n|$)|(?m)^ +", "")
                .replaceAll(" {2,}", " ")
                .replaceAll("\n{3,}", "\n\n");
    }

    private static int words(String text) {
        return text.split("\\s+").length;
    }

    private LocalDate day(int number) {
        return FIRST_DAY.plusDays((long) number * days / articles);
    }

    private static String url(String source, int number) {
        return "https://" + source + "/news/" + number;
    }

    private Random chance(String what, int number) {
        return new Random((seed * 31 + what.hashCode()) * 1_000_003L + number * 0x9E3779B97F4A7C15L);
    }

    /** A person; the same rank is the same person in every article. */
    private record Person(String name, String family, boolean woman, String role, Country country) {
        /** Low ranks come most often: the logarithm of the rank is even, much as in real news. */
        static Person drawn(Random chance, int ranks) {
            return ofRank((int) Math.exp(chance.nextDouble() * Math.log(ranks)) - 1);
        }

        private static Person ofRank(int rank) {
            Country country = COUNTRIES.get(Math.floorMod(rank * 7 + 9, COUNTRIES.size()));
            int round = rank / COUNTRIES.size();
            boolean woman = round % 2 == 1;
            List<String> given = woman ? country.women : country.men;
            String family = country.families.get(Math.floorMod(round * 3 + rank, country.families.size()));
            String name = given.get(Math.floorMod(round / 2 + rank * 2, given.size())) + " " + family;
            String role = rank % 3 == 2
                    ? PHRASES.get("group").get(rank % PHRASES.get("group").size()) + " "
                            + PHRASES.get("groupOffice")
                                    .get(rank / 3 % PHRASES.get("groupOffice").size())
                    : country.people + " "
                            + PHRASES.get("office")
                                    .get(rank / 2 % PHRASES.get("office").size());
            return new Person(name, family, woman, role, country);
        }

        String pronoun() {
            return woman ? "she" : "he";
        }
    }

    /** The writing of one story: two people, two countries, one group, one topic. */
    private final class Story {
        private final Random chance;
        private final Map<String, List<String>> decks = new HashMap<>();
        private final Person first;
        private final Person second;
        private final Country elsewhere;
        private final String group;
        private final String topic;
        final String title;
        final List<Planted> said = new ArrayList<>();
        final List<String> told = new ArrayList<>();

        Story(Random chance) {
            this.chance = chance;
            int ranks = Math.max(20, Math.min(articles, COUNTRIES.size() * 70));
            first = Person.drawn(chance, ranks);
            Person other = Person.drawn(chance, ranks);
            while (other.name.equals(first.name) || other.family.equals(first.family)) {
                other = Person.drawn(chance, ranks);
            }
            second = other;
            elsewhere = pick(
                    chance,
                    COUNTRIES.stream()
                            .filter(c -> c != first.country && c != second.country)
                            .toList());
            group = pick(chance, PHRASES.get("group"));
            String[] topics = pick(chance, PHRASES.get("topic")).split("\t");
            topic = topics[0];
            List<String> turns =
                    List.of(": %s raises doubts about %s", ": %s sees progress with %s", ": %s looks to %s");
            title = topics[1] + pick(chance, turns).formatted(first.family, elsewhere.name);
        }

        String write() {
            List<String> paragraphs = new ArrayList<>();
            paragraphs.add("%s (%s) - %s %s on %s set out %s plans for %s, saying that talks with %s would go on. %s"
                    .formatted(
                            first.country.capital.toUpperCase(Locale.ROOT),
                            AGENCY,
                            capital(first.role),
                            first.name,
                            pick(chance, List.of("Monday", "Tuesday", "Wednesday", "Thursday")),
                            first.woman ? "her" : "his",
                            topic,
                            elsewhere.name,
                            background()));
            said.add(new Planted(first.name, "indirect", "talks with " + elsewhere.name + " would go on"));
            paragraphs.add(direct(first, first.family) + " " + background());
            paragraphs.add("%s %s took a different view. %s"
                    .formatted(capital(second.role), second.name, indirect(second, second.family)));
            for (int i = paragraphs.size(); i < PARAGRAPHS; i++) {
                Person speaker = chance.nextInt(3) > 0 ? first : second;
                paragraphs.add(
                        switch (i % 4) {
                            case 0 -> background() + " " + background();
                            case 1 ->
                                speaker.family + " met reporters after the session. "
                                        + direct(speaker, speaker.pronoun());
                            case 2 -> mixed(speaker) + " " + background();
                            default ->
                                indirect(speaker, speaker.family) + " " + direct(speaker, speaker.family) + " "
                                        + background();
                        });
            }
            return String.join("\n\n", paragraphs);
        }

        private String direct(Person speaker, String source) {
            String claim = capital(claim(speaker));
            String verb = pick(chance, PHRASES.get("said"));
            said.add(new Planted(speaker.name, "direct", claim));
            return switch (chance.nextInt(3)) {
                case 0 -> "%s %s: “%s.”".formatted(capital(source), verb, claim);
                default -> "“%s,” %s %s.".formatted(claim, source, verb);
            };
        }

        private String mixed(Person speaker) {
            String fragment = fresh("fragment");
            said.add(new Planted(speaker.name, "mixed", fragment));
            return "%s called the offer from %s “%s”.".formatted(speaker.family, elsewhere.capital, fragment);
        }

        private String indirect(Person speaker, String source) {
            String claim = claim(speaker).replace("our ", "the ");
            said.add(new Planted(speaker.name, "indirect", claim));
            return "%s %s that %s.".formatted(capital(source), pick(chance, PHRASES.get("that")), claim);
        }

        private String claim(Person speaker) {
            return filled(fresh("claim") + pick(chance, PHRASES.get("after")), speaker == first ? second : first);
        }

        private String background() {
            String sentence = filled(
                    "%s, %s %s, %s.".formatted(fresh("opening"), fresh("actor"), fresh("deed"), fresh("tail")), second);
            told.add(sentence);
            return sentence;
        }

        /** A phrase that this story has not used yet, as long as there are any. */
        private String fresh(String kind) {
            List<String> left = decks.computeIfAbsent(kind, k -> new ArrayList<>());
            if (left.isEmpty()) {
                left.addAll(PHRASES.get(kind));
                Collections.shuffle(left, chance);
            }
            return left.remove(left.size() - 1);
        }

        private String filled(String phrase, Person person) {
            return phrase.replace("{country}", elsewhere.name)
                    .replace("{capital}", elsewhere.capital)
                    .replace("{people}", elsewhere.people)
                    .replace("{group}", group)
                    .replace("{person}", person.name)
                    .replace("{topic}", topic)
                    .replace("{number}", String.valueOf(2 + chance.nextInt(97)));
        }
    }

    // ------------------------------------------------------------------------------------------------ words

    private record Country(
            String name, String capital, String people, List<String> men, List<String> women, List<String> families) {
        static Country of(String line) {
            String[] cells = line.split("\t");
            return new Country(
                    plain(cells[0]),
                    plain(cells[1]),
                    plain(cells[2]),
                    names(cells[3]),
                    names(cells[4]),
                    names(cells[5]));
        }

        private static List<String> names(String cell) {
            return Arrays.stream(cell.split(" ")).map(Country::plain).toList();
        }

        private static String plain(String word) {
            return word.replace('_', ' ');
        }
    }

    private static Map<String, List<String>> phrases() {
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        lines("phrases.tsv").forEach(line -> {
            int tab = line.indexOf('\t');
            phrases.computeIfAbsent(line.substring(0, tab), kind -> new ArrayList<>())
                    .add(line.substring(tab + 1));
        });
        return phrases;
    }

    private static Stream<String> lines(String name) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(GeneratedArticles.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static <T> T pick(Random chance, List<T> of) {
        return of.get(chance.nextInt(of.size()));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
    }
}

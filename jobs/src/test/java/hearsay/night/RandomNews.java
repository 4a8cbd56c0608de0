package hearsay.night;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Articles that come in some nights, and what happens to them later, as one line of text: {@code 5 1:4; STORY 0 0 1 5 12,3310; ...}
 * has the number of the settings, the night after which days are forgotten and the first day that stays (-1:0 for none), and the
 * arrivals.
 *
 * <p>In news of which days are forgotten, an article keeps its day: whoever hears after the forgetting that an article is of a
 * forgotten day cannot know what was forgotten.
 *
 * @param settings number of one combination of {@link #conf}
 * @param arrivals in the order in which they come
 */
record RandomNews(int settings, int forgetAfter, int firstDay, List<Arrival> arrivals) {
    static final int NIGHTS = 3;
    static final int DAYS = 12;
    static final int SETTINGS = 96;
    static final int SENTENCES = 10 * 6 * 6 * 3 * 2;
    private static final List<String> GIVEN = List.of("Anna", "Peter", "Maria", "James", "Anna", "Peter");
    private static final List<String> SURNAMES = List.of("Brook", "Brook", "Dunn", "Dunn", "Lind", "Horak");
    private static final List<String> THINGS = List.of("bridge", "library", "harbour");
    private static final List<String> PLACES = List.of("Oslo", "Prague");

    enum Kind {
        /** An article with an address of its own. */
        STORY,
        /** An article without address: its file is the article. */
        FILE,
        /** Another text at the address of an earlier article, or in its file where it has no address. */
        CORRECTED,
        /** The text of an earlier article at an address of another outlet, with what it adds. */
        COPY,
        /** An earlier article once more, in another file. */
        AGAIN,
        /** The file of an earlier article gets another name. */
        MOVED
    }

    /**
     * @param of        number of the earlier arrival that it concerns, counted from the first again where there are fewer
     * @param day       of publication; {@link #DAYS} for none
     * @param sentences numbers of invented sentences
     */
    record Arrival(Kind kind, int night, int of, int outlet, int day, List<Integer> sentences) {
        @Override
        public String toString() {
            return "%s %d %d %d %d %s"
                    .formatted(
                            kind,
                            night,
                            of,
                            outlet,
                            day,
                            sentences.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }

        static Arrival of(String line) {
            String[] part = line.strip().split(" ");
            return new Arrival(
                    Kind.valueOf(part[0]),
                    Integer.parseInt(part[1]),
                    Integer.parseInt(part[2]),
                    Integer.parseInt(part[3]),
                    Integer.parseInt(part[4]),
                    Arrays.stream(part[5].split(",")).map(Integer::valueOf).toList());
        }
    }

    /** What lies in a file: one article. */
    private record Held(String url, int day, int modified, String text) {
        String json() {
            return "{%s%s\"maintext\": \"%s\", \"date_modify\": \"2025-06-20 10:%02d:00\", \"source\": \"desk\", \"language\": \"en\"}"
                    .formatted(
                            url == null ? "" : "\"url\": \"" + url + "\", ",
                            day >= DAYS ? "" : "\"date_publish\": \"" + RandomNews.day(day) + "\", ",
                            text,
                            modified);
        }
    }

    static RandomNews of(String line) {
        String[] parts = line.split(";");
        String[] head = parts[0].strip().split("[ :]");
        return new RandomNews(
                Integer.parseInt(head[0]),
                Integer.parseInt(head[1]),
                Integer.parseInt(head[2]),
                Arrays.stream(parts).skip(1).map(Arrival::of).toList());
    }

    static String day(int day) {
        return "2025-06-%02d".formatted(day + 1);
    }

    /** Whether an arrival comes in a night. */
    boolean isNight(int night) {
        return arrivals.stream().anyMatch(arrival -> arrival.night() == night);
    }

    boolean forgets() {
        return forgetAfter >= 0;
    }

    /** The arrivals as they come: of two in one night the first in the list is first. */
    private List<Arrival> inOrder() {
        return IntStream.range(0, NIGHTS)
                .boxed()
                .flatMap(night -> arrivals.stream().filter(arrival -> arrival.night() == night))
                .toList();
    }

    /** Changes the files of the input as the arrivals of nights up to one do; those of earlier nights lie there already. */
    void arrive(int night, Path input) throws IOException {
        Map<String, Held> files = files(night);
        Map<String, Held> before = files(night - 1);
        for (String gone : before.keySet()) {
            if (!files.containsKey(gone)) {
                Files.delete(input.resolve(gone));
            }
        }
        for (Map.Entry<String, Held> file : files.entrySet()) {
            if (!file.getValue().equals(before.get(file.getKey()))) {
                Files.createDirectories(input);
                Files.writeString(input.resolve(file.getKey()), file.getValue().json() + "\n");
            }
        }
    }

    /** Name of a file -> what it holds when the arrivals of all nights up to one have come. */
    private Map<String, Held> files(int night) {
        Map<String, Held> files = new TreeMap<>();
        List<String> names = new ArrayList<>();
        List<Arrival> come = inOrder();
        for (int number = 0; number < come.size(); number++) {
            Arrival arrival = come.get(number);
            if (arrival.night() > night) {
                break;
            }
            String name = "a-%02d.jsonl".formatted(number);
            String text = text(arrival);
            Kind kind = names.isEmpty() && arrival.kind() != Kind.FILE ? Kind.STORY : arrival.kind();
            String other = names.isEmpty() ? "" : names.get(arrival.of() % names.size());
            Held of = files.get(other);
            String url = "https://outlet-%d.example/%d".formatted(arrival.outlet(), number);
            switch (kind) {
                case STORY -> files.put(name, new Held(url, arrival.day(), number, text));
                case FILE -> files.put(name, new Held(null, arrival.day(), number, text));
                case COPY -> files.put(name, new Held(url, arrival.day(), number, of.text() + "\\n" + text));
                case CORRECTED -> {
                    boolean sameDay = of.url() == null || forgets();
                    name = of.url() == null ? other : name;
                    files.put(name, new Held(of.url(), sameDay ? of.day() : arrival.day(), number, text));
                }
                case AGAIN ->
                    files.put(name, new Held(of.url(), forgets() ? of.day() : arrival.day(), of.modified(), of.text()));
                case MOVED -> {
                    name = of.url() == null ? other : name;
                    files.remove(other);
                    names.remove(other);
                    files.put(name, of);
                }
            }
            if (!names.contains(name)) {
                names.add(name);
            }
        }
        return files;
    }

    private static String text(Arrival arrival) {
        return arrival.sentences().stream()
                .map(number -> sentence(number, arrival.outlet()))
                .collect(Collectors.joining("\\n"));
    }

    private static String sentence(int number, int outlet) {
        int who = number / 10 % 6;
        int other = number / 60 % 6;
        String surname = SURNAMES.get(who);
        String name = GIVEN.get(who) + " " + surname;
        String whom = GIVEN.get(other) + " " + SURNAMES.get(other);
        String thing = THINGS.get(number / 360 % 3);
        String place = PLACES.get(number / 1080 % 2);
        return switch (number % 10) {
            case 0 -> "%s met %s in %s to look at the old %s.".formatted(name, whom, place, thing);
            case 1 -> "“The %s stays open for as long as we pay for it,” said %s.".formatted(thing, name);
            case 2 -> "%s said that the %s in %s would close.".formatted(name, thing, place);
            case 3 -> "The mayor said that the %s was too old.".formatted(thing);
            case 4 -> "Mayor %s came to %s with %s.".formatted(name, place, whom);
            case 5 -> "He told reporters that the %s was safe.".formatted(thing);
            case 6 -> "“The %s stays open for as long as we pay for it,” %s said.".formatted(thing, surname);
            case 7 -> "Reporting like ours is paid for by readers of Outlet %d in %s.".formatted(outlet, place);
            case 8 -> "%s wrote to the Harbour Board about %s.".formatted(surname, whom);
            default -> "%s thinks that %s of the Harbour Board is wrong about the %s.".formatted(name, whom, thing);
        };
    }

    /** Words of the sentences that are names, as a model marks them. */
    static Map<String, String> names() {
        Map<String, String> names = new TreeMap<>();
        GIVEN.forEach(given -> names.put(given, "B-PER"));
        SURNAMES.forEach(surname -> names.put(surname, "I-PER"));
        PLACES.forEach(place -> names.put(place, "B-LOC"));
        names.put("Harbour", "B-ORG");
        names.put("Board", "I-ORG");
        names.put("Outlet", "B-ORG");
        return names;
    }

    /** Settings that rows depend on, short windows and low bounds among them, which few articles reach. */
    String conf() {
        int n = settings;
        return """
                names.window-days = %d
                repeats.window-days = %d
                repeats.min-words = 8
                furniture.min-stories = %d
                furniture.window-days = %d
                pairs.window-sentences = %d
                pairs.least-stories = %d
                pairs.fold = %s
                warehouse.sync = false
                """.formatted(
                        n % 2 == 0 ? 30 : 3,
                        n / 2 % 2 == 0 ? 7 : 2,
                        n / 4 % 2 == 0 ? 2 : 5,
                        n / 8 % 2 == 0 ? 14 : 3,
                        n / 16 % 2 == 0 ? 10 : 0,
                        1 + n / 32 % 3,
                        n % 3 == 0);
    }

    @Override
    public String toString() {
        return settings + " " + forgetAfter + ":" + firstDay
                + arrivals.stream().map(a -> "; " + a).collect(Collectors.joining());
    }
}

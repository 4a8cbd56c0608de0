package hearsay.input.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The headline of a page: what most of its headings, of its metadata and of its title element say, without the name of the
 * site. Colons stay: what stands on both sides of one is the headline.
 */
final class PageTitle {
    private static final int MOST_HEADINGS = 20;
    /** Shorter beginnings of headlines agree by chance. */
    private static final int SHORTEST_BEGIN = 12;

    private static final double BEGIN = 0.5;
    private static final int LONGEST_SITE = 4; // words
    private static final int SHORTEST_HEADLINE = 4; // words, where nothing says what the site's name is
    private static final List<String> BARS = List.of(" | ", " :: ", " » ", " « ", " • ", " · ", "|");
    private static final List<String> DASHES = List.of(" - ", " – ", " — ", " ‒ ", " ― ");

    private final List<String> sites;

    private PageTitle(List<String> sites) {
        this.sites = sites.stream()
                .filter(Objects::nonNull)
                .map(PageTitle::letters)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /**
     * @param named headlines that the metadata give, the most trusted first; null where one is missing
     * @param sites names and host of the site, null where one is missing
     */
    static String of(Document page, List<String> named, List<String> sites) {
        PageTitle titles = new PageTitle(sites);
        List<String> headings = headings(page).stream()
                .filter(heading -> !titles.isSite(heading))
                .toList();
        List<String> candidates = new ArrayList<>();
        Stream.concat(named.stream(), headings.stream())
                .filter(Objects::nonNull)
                .map(title -> titles.withoutSite(title.strip(), headings, false))
                .filter(title -> !titles.isSite(title))
                .forEach(candidates::add);
        boolean metadata = candidates.size() > headings.size();
        String title = titles.withoutSite(page.title().strip(), candidates, true);
        if (!metadata && !headings.isEmpty() && !title.isEmpty() && isOtherWording(headings.get(0), title)) {
            return title;
        }
        candidates.add(title);
        String best = null;
        int most = -1;
        for (String candidate : candidates) {
            int agreeing = (int)
                    candidates.stream().filter(other -> agree(candidate, other)).count();
            if (agreeing > most && !candidate.isBlank()) {
                best = candidate;
                most = agreeing;
            }
        }
        String chosen = best;
        return chosen == null
                ? null
                : headings.stream()
                        .filter(heading -> agree(heading, chosen)) // as readers see it
                        .findFirst()
                        .orElse(chosen);
    }

    private static List<String> headings(Document page) {
        List<String> headings = new ArrayList<>();
        for (String selector : List.of("article h1", "[itemprop=headline], h1")) {
            for (Element heading : page.select(selector)) {
                String text = heading.text().strip();
                if (!text.isEmpty() && !headings.contains(text) && headings.size() < MOST_HEADINGS) {
                    headings.add(text);
                }
            }
        }
        return headings;
    }

    /** Whether a heading and the title element begin alike and go on otherwise: the latter was written for the article too. */
    private static boolean isOtherWording(String heading, String title) {
        String one = letters(heading);
        String other = letters(title);
        int same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same >= SHORTEST_BEGIN && same < one.length() && same < other.length();
    }

    /** @param others headlines that are known; @param ofPage whether this is the title element, which mostly has the site's name */
    private String withoutSite(String title, List<String> others, boolean ofPage) {
        for (List<String> gaps : List.of(BARS, DASHES)) {
            for (String gap : gaps) {
                int at = title.lastIndexOf(gap);
                if (at > 0) {
                    String head = title.substring(0, at).strip();
                    String tail = title.substring(at + gap.length()).strip();
                    boolean same =
                            others.stream().anyMatch(other -> letters(other).equals(letters(head)));
                    boolean bar = gaps == BARS && tail.split("\\s+").length <= LONGEST_SITE + 2;
                    if (same || isSite(tail) || bar || (ofPage && looksLikeSite(head, tail))) {
                        return withoutSite(head, others, ofPage);
                    }
                }
                int first = title.indexOf(gap);
                if (first > 0 && isSite(title.substring(0, first).strip())) {
                    return withoutSite(title.substring(first + gap.length()).strip(), others, ofPage);
                }
            }
        }
        return title;
    }

    private static boolean looksLikeSite(String head, String tail) {
        return !tail.isEmpty()
                && Character.isUpperCase(tail.codePointAt(0))
                && tail.split("\\s+").length <= LONGEST_SITE
                && tail.chars().noneMatch(c -> Character.isDigit(c) || c == '?' || c == '!' || c == '"' || c == '“')
                && head.split("\\s+").length >= SHORTEST_HEADLINE;
    }

    private boolean isSite(String name) {
        String letters = letters(name);
        return !letters.isEmpty()
                && sites.stream()
                        .anyMatch(site -> site.equals(letters)
                                || site.equals("the" + letters)
                                || ("the" + site).equals(letters)
                                || (letters.startsWith(site) && letters.length() - site.length() <= 4)); // Example.com
    }

    private static boolean agree(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        return longer.equals(shorter)
                || (shorter.length() >= SHORTEST_BEGIN
                        && shorter.length() >= BEGIN * longer.length()
                        && longer.startsWith(shorter));
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}

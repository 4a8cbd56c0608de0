package hearsay.report;

import static hearsay.report.NightlyPage.decimal;

import hearsay.report.Morning.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Pairs as an SVG: the names on a circle, those that meet often beside each other, lines across it as wide as the pair has
 * stories. On a circle no name can lie over another and none needs a layout that differs from run to run.
 */
final class NetworkPicture {
    private static final int MOST_NAMES = 18;
    private static final double WIDTH = 900;
    /** Chars of a name that fit beside the circle. */
    private static final int LONGEST = 32;
    private static final double RADIUS = 170;

    private final List<Pair> pairs;
    private final Map<String, String> types = new LinkedHashMap<>();
    private final Map<String, Long> stories = new HashMap<>();

    private NetworkPicture(List<Pair> all) {
        List<Pair> shown = new ArrayList<>();
        for (Pair pair : all) {
            int more = (types.containsKey(pair.a()) ? 0 : 1) + (types.containsKey(pair.b()) ? 0 : 1);
            if (types.size() + more <= MOST_NAMES) {
                shown.add(pair);
                types.put(pair.a(), pair.aType());
                types.put(pair.b(), pair.bType());
                stories.merge(pair.a(), pair.stories(), Long::sum);
                stories.merge(pair.b(), pair.stories(), Long::sum);
            }
        }
        pairs = shown;
    }

    /** @param pairs the strongest first; those count that fit on the circle */
    static Element of(List<Pair> pairs) {
        return new NetworkPicture(pairs).svg();
    }

    private Element svg() {
        double height = 2 * RADIUS + 70;
        Element svg = new Element("svg").attr("viewBox", "0 0 " + decimal(WIDTH) + " " + decimal(height)).attr("role", "img")
                .attr("aria-labelledby", "network-title network-text");
        svg.appendElement("title").attr("id", "network-title").text("Who appears with whom: " + types.size() + " names");
        svg.appendElement("desc").attr("id", "network-text").text("The table below has the same pairs. The strongest is "
                + pairs.get(0).a() + " and " + pairs.get(0).b() + ".");
        Map<String, double[]> places = places(height / 2);
        long most = pairs.stream().mapToLong(Pair::stories).max().orElse(1);
        for (Pair pair : pairs) {
            line(svg, places.get(pair.a()), places.get(pair.b()), 1 + 5.0 * pair.stories() / most, height / 2);
        }
        places.forEach((name, at) -> name(svg, name, at, height / 2));
        return svg;
    }

    private Map<String, double[]> places(double middle) {
        List<String> ring = ring();
        Map<String, double[]> places = new LinkedHashMap<>();
        for (int i = 0; i < ring.size(); i++) {
            double angle = Math.PI / 2 - 2 * Math.PI * i / ring.size();
            places.put(ring.get(i), new double[] {WIDTH / 2 + RADIUS * Math.cos(angle), middle - RADIUS * Math.sin(angle)});
        }
        return places;
    }

    /** From the most connected name on, always the one that meets the last name most. */
    private List<String> ring() {
        List<String> left = new ArrayList<>(types.keySet());
        left.sort(Comparator.comparingLong((String name) -> -stories.get(name)).thenComparing(name -> name));
        List<String> ring = new ArrayList<>(List.of(left.remove(0)));
        while (!left.isEmpty()) {
            String last = ring.get(ring.size() - 1);
            String next = left.stream()
                    .max(Comparator.comparingLong((String name) -> together(last, name)).thenComparing(left::indexOf, Comparator.reverseOrder()))
                    .orElseThrow();
            left.remove(next);
            ring.add(next);
        }
        return ring;
    }

    private long together(String a, String b) {
        return pairs.stream()
                .filter(p -> p.a().equals(a) && p.b().equals(b) || p.a().equals(b) && p.b().equals(a))
                .mapToLong(Pair::stories)
                .sum();
    }

    /** A curve towards the middle, so that lines between neighbours do not run along the ring. */
    private static void line(Element svg, double[] a, double[] b, double width, double middle) {
        double bendX = ((a[0] + b[0]) / 2 + WIDTH / 2) / 2;
        double bendY = ((a[1] + b[1]) / 2 + middle) / 2;
        svg.appendElement("path").addClass("line").attr("stroke-width", decimal(width)).attr("d", "M%s %s Q%s %s %s %s".formatted(
                decimal(a[0]), decimal(a[1]), decimal(bendX), decimal(bendY), decimal(b[0]), decimal(b[1])));
    }

    private void name(Element svg, String name, double[] at, double middle) {
        svg.appendElement("circle").addClass(types.get(name)).attr("r", "7")
                .attr("cx", decimal(at[0])).attr("cy", decimal(at[1]));
        double x = (at[0] - WIDTH / 2) / RADIUS;
        double y = (at[1] - middle) / RADIUS;
        boolean upright = Math.abs(x) < 0.12;
        svg.appendElement("text").attr("text-anchor", upright ? "middle" : x > 0 ? "start" : "end")
                .attr("x", decimal(upright ? at[0] : at[0] + Math.copySign(12, x))).attr("y", decimal(at[1] + 5 + (upright ? 20 : 10) * y)).text(shortened(name));
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST - 2)) + "…";
    }
}

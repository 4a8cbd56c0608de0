package hearsay.report.page;

import hearsay.report.page.Morning.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * Pairs as an SVG: the names on a circle, those that meet often beside each other, lines across it as wide as the pair has
 * stories. On a circle no name can lie over another and none needs a layout that differs from run to run.
 */
final class NetworkPicture {
    private static final int MOST_NAMES = 18;
    /** Chars of a name that are shown. */
    private static final int LONGEST = 32;
    /** Room for a char beside the circle, in pixels of letters of 15 pixels. */
    private static final double CHAR = 9;

    private static final double RADIUS = 170;

    static final Map<String, String> WHAT = Map.of("PER", "person", "ORG", "organisation");

    /** A person and an organisation may have one name. */
    private record Node(String name, String type) {
        static Node a(Pair pair) {
            return new Node(pair.a(), pair.aType());
        }

        static Node b(Pair pair) {
            return new Node(pair.b(), pair.bType());
        }
    }

    private final List<Pair> pairs = new ArrayList<>();
    private final Map<Node, Long> stories = new LinkedHashMap<>();
    private final double middleX;
    private final double middleY = RADIUS + 35;

    private NetworkPicture(List<Pair> all) {
        for (Pair pair : all) {
            long more = Stream.of(Node.a(pair), Node.b(pair))
                    .filter(node -> !stories.containsKey(node))
                    .count();
            if (stories.size() + more <= MOST_NAMES) {
                pairs.add(pair);
                stories.merge(Node.a(pair), pair.stories(), Long::sum);
                stories.merge(Node.b(pair), pair.stories(), Long::sum);
            }
        }
        middleX = RADIUS
                + 20
                + CHAR
                        * stories.keySet().stream()
                                .mapToInt(node -> shortened(node.name()).length())
                                .max()
                                .orElse(0);
    }

    /** @param pairs the strongest first; those count that fit on the circle */
    static Element of(List<Pair> pairs) {
        return new NetworkPicture(pairs).svg();
    }

    private Element svg() {
        Element svg = new Element("svg")
                .attr("viewBox", "0 0 " + Parts.decimal(2 * middleX) + " " + Parts.decimal(2 * middleY))
                .attr("width", Parts.decimal(2 * middleX))
                .attr("role", "img")
                .attr("aria-labelledby", "network-title network-text");
        svg.appendElement("title")
                .attr("id", "network-title")
                .text("Who appears with whom: " + stories.size() + " names");
        svg.appendElement("desc")
                .attr("id", "network-text")
                .text("The table below has the same pairs. The strongest is "
                        + pairs.get(0).a() + " and " + pairs.get(0).b() + ".");
        Map<Node, double[]> places = places();
        long most = pairs.stream().mapToLong(Pair::stories).max().orElse(1);
        for (Pair pair : pairs) {
            line(svg, places.get(Node.a(pair)), places.get(Node.b(pair)), 1 + 5.0 * pair.stories() / most);
        }
        places.forEach((node, at) -> node(svg, node, at));
        return svg;
    }

    /** What the shapes and the width of the lines mean. */
    static void legend(Element caption) {
        for (String type : List.of("PER", "ORG")) {
            Element svg = caption.appendElement("svg")
                    .addClass("key")
                    .attr("viewBox", "-8 -8 16 16")
                    .attr("aria-hidden", "true");
            shape(svg, type, new double[] {0, 0});
            caption.appendText(WHAT.get(type) + " ");
        }
        caption.appendText("\u00b7 the wider a line, the more stories name both; copies of a story count once");
    }

    private Map<Node, double[]> places() {
        List<Node> ring = ring();
        Map<Node, double[]> places = new LinkedHashMap<>();
        for (int i = 0; i < ring.size(); i++) {
            double angle = Math.PI / 2 - 2 * Math.PI * i / ring.size();
            places.put(
                    ring.get(i), new double[] {middleX + RADIUS * Math.cos(angle), middleY - RADIUS * Math.sin(angle)});
        }
        return places;
    }

    /** From the most connected name on, always the one that meets the last name most. */
    private List<Node> ring() {
        List<Node> left = new ArrayList<>(stories.keySet());
        left.sort(Comparator.comparingLong((Node node) -> -stories.get(node))
                .thenComparing(Node::name)
                .thenComparing(Node::type));
        List<Node> ring = new ArrayList<>(List.of(left.remove(0)));
        while (!left.isEmpty()) {
            Node last = ring.get(ring.size() - 1);
            Node next = left.stream()
                    .max(Comparator.comparingLong((Node node) -> together(last, node))
                            .thenComparing(left::indexOf, Comparator.reverseOrder()))
                    .orElseThrow();
            left.remove(next);
            ring.add(next);
        }
        return ring;
    }

    private long together(Node one, Node other) {
        return pairs.stream()
                .filter(p -> Set.of(Node.a(p), Node.b(p)).equals(Set.of(one, other)))
                .mapToLong(Pair::stories)
                .sum();
    }

    /** A curve towards the middle, so that lines between neighbours do not run along the ring. */
    private void line(Element svg, double[] a, double[] b, double width) {
        double bendX = ((a[0] + b[0]) / 2 + middleX) / 2;
        double bendY = ((a[1] + b[1]) / 2 + middleY) / 2;
        svg.appendElement("path")
                .addClass("line")
                .attr("stroke-width", Parts.decimal(width))
                .attr(
                        "d",
                        "M%s %s Q%s %s %s %s"
                                .formatted(
                                        Parts.decimal(a[0]),
                                        Parts.decimal(a[1]),
                                        Parts.decimal(bendX),
                                        Parts.decimal(bendY),
                                        Parts.decimal(b[0]),
                                        Parts.decimal(b[1])));
    }

    private void node(Element svg, Node node, double[] at) {
        shape(svg, node.type(), at);
        double x = (at[0] - middleX) / RADIUS;
        double y = (at[1] - middleY) / RADIUS;
        boolean upright = Math.abs(x) < 0.12;
        svg.appendElement("text")
                .attr("text-anchor", upright ? "middle" : x > 0 ? "start" : "end")
                .attr("x", Parts.decimal(upright ? at[0] : at[0] + Math.copySign(12, x)))
                .attr("y", Parts.decimal(at[1] + 5 + (upright ? 20 : 10) * y))
                .text(shortened(node.name()));
    }

    /** A circle for a person, a square for an organisation: colour alone would not tell them apart for everybody. */
    private static void shape(Element svg, String type, double[] at) {
        if (type.equals("PER")) {
            svg.appendElement("circle")
                    .addClass(type)
                    .attr("r", "7")
                    .attr("cx", Parts.decimal(at[0]))
                    .attr("cy", Parts.decimal(at[1]));
        } else {
            svg.appendElement("rect")
                    .addClass(type)
                    .attr("width", "13")
                    .attr("height", "13")
                    .attr("x", Parts.decimal(at[0] - 6.5))
                    .attr("y", Parts.decimal(at[1] - 6.5));
        }
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST - 2)) + "…";
    }
}

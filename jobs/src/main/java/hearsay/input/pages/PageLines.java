package hearsay.input.pages;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** The lines of a page as readers see them: text between the borders of blocks, in the order of the page. */
final class PageLines {
    private static final int MOST = 4_000; // lines of one page
    private static final int LONGEST = 200; // chars of one that are kept

    /** @param within the element in which it begins @param isHeading whether that stands in an h1 */
    record Line(String text, Element within, boolean isHeading) {}

    private PageLines() {}

    /** The first {@value #MOST} lines. One pass over the page. */
    static List<Line> of(Document page) {
        List<Line> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Element[] within = {null};
        page.body().traverse(new NodeVisitor() {
            private int headings;

            @Override
            public void head(Node node, int depth) {
                if (node instanceof TextNode words) {
                    if (!words.isBlank() && text.length() < LONGEST) {
                        within[0] = text.length() == 0 ? (Element) words.parent() : within[0];
                        text.append(words.text()).append(' ');
                    }
                } else if (ends(node)) {
                    flush();
                    headings += node.nodeName().equals("h1") ? 1 : 0;
                }
            }

            @Override
            public void tail(Node node, int depth) {
                if (ends(node)) {
                    flush();
                    headings -= node.nodeName().equals("h1") ? 1 : 0;
                }
            }

            private void flush() {
                String line = text.toString().replaceAll("\\s+", " ").strip();
                text.setLength(0);
                if (!line.isEmpty() && lines.size() < MOST) {
                    lines.add(new Line(line, within[0], headings > 0));
                }
            }
        });
        return lines;
    }

    private static boolean ends(Node node) {
        return node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"));
    }
}

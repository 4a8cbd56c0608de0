package hearsay.input.pages;

import net.dankito.readability4j.Readability4J;
import net.dankito.readability4j.model.ReadabilityOptions;
import net.dankito.readability4j.processor.ArticleGrabber;
import net.dankito.readability4j.processor.MetadataParser;
import net.dankito.readability4j.processor.Postprocessor;
import net.dankito.readability4j.processor.Preprocessor;
import net.dankito.readability4j.util.RegExUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Where the article stands on a page: Readability (as Firefox's reader view has it, in the port Readability4J), without what
 * costs it time here: it writes out every node that it drops, for a log that nobody reads, compiles its patterns for every
 * page, and looks for scripts, styles and forms that {@link PageBody} has taken away.
 */
final class Readability {
    /** It makes links absolute by it, which are not kept; a real one may be no address at all. */
    private static final String NO_ADDRESS = "https://page.invalid/";

    private static final ReadabilityOptions OPTIONS = new ReadabilityOptions();
    private static final RegExUtil PATTERNS = new RegExUtil(
            RegExUtil.UnlikelyCandidatesDefaultPattern,
            RegExUtil.OkMaybeItsACandidateDefaultPattern,
            RegExUtil.PositiveDefaultPattern,
            RegExUtil.NegativeDefaultPattern,
            RegExUtil.ExtraneousDefaultPattern,
            RegExUtil.BylineDefaultPattern,
            RegExUtil.ReplaceFontsDefaultPattern,
            RegExUtil.NormalizeDefaultPattern,
            RegExUtil.VideosDefaultPattern,
            RegExUtil.NextLinkDefaultPattern,
            RegExUtil.PrevLinkDefaultPattern,
            RegExUtil.WhitespaceDefaultPattern,
            RegExUtil.HasContentDefaultPattern);

    private Readability() {}

    /** The element of the article, null where there is none. Changes the page. */
    static Element article(Document page) {
        return new Readability4J(
                        NO_ADDRESS,
                        page,
                        OPTIONS,
                        PATTERNS,
                        new Cleaner(),
                        new MetadataParser(PATTERNS),
                        new Grabber(),
                        new Postprocessor())
                .parse()
                .getArticleContent();
    }

    private static final class Grabber extends ArticleGrabber {
        Grabber() {
            super(OPTIONS, PATTERNS);
        }

        @Override
        protected void logNodeInfo(Node node, String reason) {}
    }

    private static final class Cleaner extends Preprocessor {
        Cleaner() {
            super(PATTERNS);
        }

        @Override
        protected void removeScripts(Document page) {}

        @Override
        protected void removeNoscripts(Document page) {}

        @Override
        protected void removeStyles(Document page) {}

        @Override
        protected void removeForms(Document page) {}

        @Override
        protected void logNodeInfo(Node node, String reason) {}
    }
}

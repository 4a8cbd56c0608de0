package hearsay.input.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import hearsay.input.InputSettings;
import hearsay.input.Json;
import hearsay.input.articles.Finding;
import hearsay.input.articles.Finding.RawArticle;
import hearsay.input.articles.Finding.Unusable;
import hearsay.settings.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes of pages in many variants: each piece of an article in each frame, so that a mend is a rule and not a case. */
class PageShapesTest {
    private static final List<String> TEXT = List.of(
            "The council of Port Ellis voted on Tuesday to close the old bridge, which engineers call unsafe, for two years.",
            "“We have waited long enough, and the river will not wait,” said Marta Berg, who chairs the council.",
            "The bridge was built in 1911, and the town has repaired it four times since then, most recently in 1978.",
            "Residents of Quay Street, who use it every day, asked for a ferry, and the mayor promised to look into it.",
            "Work begins in March, and the county pays half of the cost, which is put at four million pounds.");

    /** What stands around the paragraphs; %s is the article. */
    private static final List<String> FRAMES = List.of(
            "<main><article><h1>Bridge to close</h1>%s</article></main>",
            "<div id=content><h1>Bridge to close</h1><div class=entry-content>%s</div></div>",
            "<div class=page><div class=story><h1>Bridge to close</h1><div class=body>%s</div></div></div>",
            "<table><tr><td><h1>Bridge to close</h1>%s</td></tr></table>",
            "<article><header><h1>Bridge to close</h1></header><section><div><div>%s</div></div></section></article>",
            "<article><h1>Bridge to close</h1><div class=part>%s</div><div class=ad-slot><p>Buy, and buy again, today.</p></div><div class=part>%s</div></article>",
            "<main><h1>Bridge to close</h1><div><div class=col>%s</div></div><div><figure><img src=a.jpg></figure></div><div><div class=col>%s</div></div></main>");

    /** How paragraphs are written; %s is the text of one. */
    private static final List<String> PARAGRAPHS = List.of(
            "<p>%s</p>",
            "<div class=text-block><p>%s</p></div>",
            "<div>%s</div>",
            "<section class=part><p><span>%s</span></p></section>",
            "%s<br><br>");

    /** What belongs to the article; the words with an X in front must be in the body. */
    private static final Map<String, String> INSIDE = new LinkedHashMap<>();

    /** What does not; no word with an X in front may be in the body. */
    private static final Map<String, String> OUTSIDE = new LinkedHashMap<>();

    static {
        INSIDE.put(
                "block quotation",
                "<blockquote><p>“Xquoted we are ready,” the letter of the mayor says.</p></blockquote>");
        INSIDE.put("bare block quotation", "<blockquote>“Xquoted we are ready for it.”</blockquote>");
        INSIDE.put(
                "block quotation in a box",
                "<div class=pull><blockquote class=quote><p>“Xquoted, we are ready for it, and the town is ready too.”</p></blockquote></div>");
        INSIDE.put(
                "linked paragraph",
                "<p><a href=/x>Xlinked the council published its plan for the river bank on Monday.</a></p>");
        INSIDE.put(
                "paragraph full of links",
                "<p><a href=/a>Xlinked</a> <a href=/b>Marta Berg</a>, <a href=/c>Anna Olsen</a> and <a href=/d>the Ellis Port Authority</a> declined to comment.</p>");
        INSIDE.put(
                "drop cap",
                "<p><span class=dropcap>X</span>harbour engineers have begun to look at the wall, they said.</p>");
        INSIDE.put(
                "drop cap in a box",
                "<p><span class='m_first-letter m_first-letter--flagged'><b>X</b></span>harbour engineers have begun to look at it.</p>");
        INSIDE.put(
                "list",
                "<ul><li>Xfirst the bridge closes in March, officials said.</li><li>Xsecond a ferry runs from April on.</li></ul>");
        INSIDE.put(
                "list of few words",
                "<p>The plan has three parts:</p><ul><li>Xferry</li><li>Xroad</li><li>Xbridge</li></ul>");
        INSIDE.put("numbered list", "<ol><li>Xfirst, the council votes.</li><li>Xsecond, the county pays.</li></ol>");
        INSIDE.put(
                "table of data",
                "<table><tr><th>Town</th><th>Votes</th></tr><tr><td>Xellis</td><td>1,204</td></tr><tr><td>Xquay</td><td>990</td></tr></table>");
        INSIDE.put(
                "heading",
                "<h2>Xheading of a part</h2><p>A part of the story follows, as it should, and it is long.</p>");
        INSIDE.put(
                "questions and answers",
                "<dl><dt>Xwho pays?</dt><dd>Xcounty and town, half each, the mayor said.</dd></dl>");
        INSIDE.put("emphasis", "<p><strong>Xstrong words were heard in the hall, and some left it.</strong></p>");
        OUTSIDE.put(
                "newsletter",
                "<div class=newsletter-signup><p>Xmail sign up for our morning email, and get the best stories.</p></div>");
        OUTSIDE.put(
                "inline newsletter",
                "<div class='inline-newsletter c-box'><h3>Xmail our letter</h3><p>Xmail every day, in your inbox, for free.</p></div>");
        OUTSIDE.put(
                "form",
                "<div><form action=/x><p>Xmail enter your address, and get news every day.</p><input name=a></form></div>");
        OUTSIDE.put(
                "related stories",
                "<div class=related-articles><h3>Xrelated</h3><ul><li><a href=/a>Xrelated the ferry of the town</a></li><li><a href=/b>Xrelated old roads</a></li></ul></div>");
        OUTSIDE.put(
                "a list of links",
                "<h3>Xrelated stories</h3><ul><li><a href=/a>Xrelated the ferry of the town</a></li><li><a href=/b>Xrelated old roads of Ellis</a></li></ul>");
        OUTSIDE.put(
                "read more",
                "<p><strong>READ MORE: <a href=/a>Xrelated ferry plans of the town are delayed again</a></strong></p>");
        OUTSIDE.put(
                "related with a stop", "<p>Related: <a href=/a>Xrelated will the ferry of the town ever run?</a></p>");
        OUTSIDE.put(
                "also read",
                "<p><em>Also read:</em> <a href=/a>Xrelated ferry plans of the town are delayed again.</a></p>");
        OUTSIDE.put(
                "comments",
                "<section id=comments><h3>Xcomments 2</h3><div class=comment><p>Xcomments I think, with respect, that this is wrong, and sad.</p></div></section>");
        OUTSIDE.put(
                "list of comments",
                "<ol class=commentlist><li id=comment-1><p>Xcomments I think, with respect, that this is wrong, and sad.</p></li></ol>");
        OUTSIDE.put(
                "figure",
                "<figure><img src=a.jpg><figcaption>Xcaption the old bridge, seen from Quay Street. Photo: A. Olsen</figcaption></figure>");
        OUTSIDE.put(
                "caption in a box",
                "<div class='wp-caption alignleft'><img src=a.jpg><p class=wp-caption-text>Xcaption the old bridge, seen from Quay Street.</p></div>");
        OUTSIDE.put(
                "caption by name",
                "<div class=image><img src=a.jpg><span class=image-caption>Xcaption the old bridge, seen from Quay Street.</span></div>");
        OUTSIDE.put(
                "credit",
                "<div class=media><img src=a.jpg><div class=photo-credit>Xcaption Photograph: Anna Olsen, for the paper</div></div>");
        OUTSIDE.put(
                "share bar",
                "<div class=share-tools><a href=/a>Xshare this on one site</a> <a href=/b>Xshare this on another</a></div>");
        OUTSIDE.put(
                "author's box",
                "<div class=author-bio><p>Xbio Anna Olsen writes about towns, rivers and roads, for this paper.</p></div>");
        OUTSIDE.put(
                "advertisement", "<div class=advert><p>Xadvert buy two, and get three, of our best rivers.</p></div>");
        OUTSIDE.put(
                "cards",
                "<div class=cards><div class=card><a href=/a><h3>Xcard the ferry of the town</h3><p>Xcard it was late, again, on Monday.</p></a></div><div class=card><a href=/b><h3>Xcard old roads</h3><p>Xcard they are closed, all of them.</p></a></div></div>");
        OUTSIDE.put(
                "teasers without a name",
                "<div><h3>More from Ellis</h3><div><a href=/a><h4>Xcard the ferry of the town</h4></a></div><div><a href=/b><h4>Xcard old roads</h4></a></div></div>");
        OUTSIDE.put("pull box", "<aside><p>Xaside the bridge in numbers: 4 repairs, 2 years, 1 ferry.</p></aside>");
        OUTSIDE.put(
                "discussion",
                "<div id=disqus_thread><p>Xcomments please turn on scripts, to see, and to write.</p></div>");
        OUTSIDE.put("tags", "<div class=tags><a href=/a>Xtag bridges</a> <a href=/b>Xtag rivers</a></div>");
    }

    @Test
    void whatBelongsToAnArticleIsInItsBody() {
        List<String> wrong = new ArrayList<>();
        everywhere(INSIDE, (where, body, piece) -> {
            int words = piece.split("(?:^|[^\\p{L}])X", -1).length - 1;
            int found = body.split("(?:^|[^\\p{L}])X", -1).length - 1;
            if (found < words) {
                wrong.add(where + " lost: " + body);
            }
        });
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    @Test
    void whatDoesNotIsNot() {
        List<String> wrong = new ArrayList<>();
        everywhere(OUTSIDE, (where, body, piece) -> {
            if (body.matches("(?s).*\\bX[a-z]+.*")) {
                wrong.add(where + " kept: " + body.replaceFirst("(?s).*?(\\bX.{0,60}).*", "$1"));
            }
        });
        assertThat(String.join("\n", wrong)).isEmpty();
    }

    /** The name of the site behind and before the headline, in every kind of gap, with and without metadata that say it. */
    @Test
    void titlesLoseTheNameOfTheSite() {
        for (String headline : List.of(
                "Bridge to close for two years, council says",
                "Explained: why the old bridge must close",
                "Bridge – and its ferry – to close this week",
                "What we know: bridge, ferry and road | in numbers")) {
            for (String gap : List.of(" | ", " - ", " – ", " — ", " :: ", " » ", " · ")) {
                for (String site : List.of("The Ellis Herald", "Ellis Herald", "ellis-herald.example")) {
                    for (String said : List.of(
                            "<meta property=og:site_name content='The Ellis Herald'>",
                            "<meta property=og:title content='%s'>".formatted(headline),
                            "<script type=application/ld+json>{\"@type\": \"NewsArticle\", \"headline\": \"%s\"}</script>"
                                    .formatted(headline),
                            "<meta property=og:title content='%s%s%s'>".formatted(headline, gap, site))) {
                        for (String heading : List.of("", "<h1>" + headline + "</h1>")) {
                            if (heading.isEmpty() && headline.endsWith("| in numbers")) {
                                continue; // nobody could tell
                            }
                            String page = "<html><head><title>" + headline + gap + site + "</title>" + said
                                    + "</head><body><article>" + heading + "<p>" + String.join("</p><p>", TEXT)
                                    + "</p></article>";
                            assertThat(((RawArticle) read(page)).title())
                                    .as(page)
                                    .isEqualTo(headline);
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            bylines of three            | <p class=byline>By Ann Lee, Bo Katz and Cy Dunn</p>                                                        | Ann Lee; Bo Katz; Cy Dunn
            with a job behind           | <p class=byline>By Ann Lee, Political Editor</p>                                                           | Ann Lee
            an Oxford comma             | <div class=author>By Ann Lee, Bo Katz, and Cy Dunn</div>                                                   | Ann Lee; Bo Katz; Cy Dunn
            in metadata                 | <meta name=author content='By Ann Lee and Bo Katz'>                                                        | Ann Lee; Bo Katz
            twice                       | <meta name=author content='Ann Lee & Bo Katz'><p class=byline>By Ann Lee</p>                               | Ann Lee; Bo Katz
            the publisher               | <meta property=og:site_name content='Ellis Herald'><meta name=author content='Ellis Herald'><a rel=author>Ann Lee</a> | Ann Lee
            the publisher alone         | <meta property=og:site_name content='Ellis Herald'><meta name=author content='ellis herald'>              |
            an organisation             | <script type=application/ld+json>{"@type": "NewsArticle", "author": {"@type": "Organization", "name": "Ellis Herald"}}</script> |
            people in JSON-LD           | <script type=application/ld+json>{"@type": "NewsArticle", "author": [{"name": "Ann Lee"}, {"name": "Bo Katz"}]}</script> | Ann Lee; Bo Katz
            a name with particles       | <p class=byline>By Ludwig van der Berg and Ana de la Cruz</p>                                              | Ludwig van der Berg; Ana de la Cruz
            of another outlet           | <p class=byline>By Ann Lee for The Guardian</p>                                                            | Ann Lee
            an address                  | <meta name=author content='https://example.com/ann'>                                                       |
            """)
    void bylinesNamePeople(String name, String byline, String people) {
        String others =
                "<aside><ul><li><span class=byline>1 hour ago <a rel=author href=/x>Jon Russ</a></span> <a href=/y>Fair opens</a></li></ul></aside>"
                        + "<div class=latest><article><h3><a href=/z>Bank</a></h3><a rel=author href=/x>Meg Rose</a></article></div>";
        String text = "<p>" + String.join("</p><p>", TEXT) + "</p>";
        for (String frame : FRAMES.subList(0, 3)) {
            Finding found = read("<html><body>" + frame.formatted(byline + text) + others + "</body></html>");
            assertThat(String.join("; ", ((RawArticle) found).authors()))
                    .as(frame)
                    .isEqualTo(people == null ? "" : people);
        }
    }

    @Test
    void whatIsNoArticleSaysWhy() {
        assertThat(reason("<html><body><div id=root></div><script src=a.js></script></body></html>"))
                .isEqualTo("no article found on the page: a script fills it, and it has 0 chars of its own");
        assertThat(reason("<html><body><h1>Access denied</h1><p>Please enable JavaScript.</p></body></html>"))
                .isEqualTo("no article found on the page: it asks for a browser or a consent");
        assertThat(reason("<html><body><ul>" + "<li><a href=/a>Ferry plans delayed</a></li>".repeat(30)
                        + "</ul></body></html>"))
                .isEqualTo("no article found on the page: it is a list of links");
    }

    @Test
    void largeAndHostilePagesTakeLittleTime() {
        String many = "<p>The council of Port Ellis voted, on Tuesday, to close the old bridge.</p>".repeat(60_000);
        String links = "<a href=/a><h3>Ferry</h3>".repeat(900) + "<p>" + String.join("</p><p>", TEXT);
        String cards = "<div class=card><a href=/a><h3>Ferry</h3><p>It was late, again, on Monday.</p></a></div>"
                .repeat(20_000);
        for (String page : List.of(many, links, cards)) {
            assertTimeout(
                    Duration.ofSeconds(40), () -> read("<html><body><article>" + page + "</article></body></html>"));
        }
    }

    private static String reason(String page) {
        return ((Unusable) read(page)).reason();
    }

    private interface Check {
        void of(String where, String body, String piece);
    }

    /** Each piece in each frame among each kind of paragraphs, at the begin, in the middle and at the end. */
    private static void everywhere(Map<String, String> pieces, Check check) {
        pieces.forEach((name, piece) -> {
            for (int frame = 0; frame < FRAMES.size(); frame++) {
                for (int kind = 0; kind < PARAGRAPHS.size(); kind++) {
                    for (int place : List.of(1, 3, 5)) {
                        List<String> blocks = new ArrayList<>();
                        for (String text : TEXT) {
                            blocks.add(PARAGRAPHS.get(kind).formatted(text));
                        }
                        blocks.add(place, piece);
                        String page = FRAMES.get(frame)
                                .formatted(
                                        FRAMES.get(frame).split("%s", -1).length > 2
                                                ? new Object[] {
                                                    String.join("\n", blocks.subList(0, 3)),
                                                    String.join("\n", blocks.subList(3, 6))
                                                }
                                                : new Object[] {String.join("\n", blocks)});
                        String where = name + ", frame " + frame + ", paragraphs " + kind + ", place " + place;
                        Finding found = read("<html><body><nav><a href=/>Home</a></nav>" + page
                                + "<footer><p>Copyright of the paper, all rights reserved.</p></footer></body></html>");
                        String body = found instanceof RawArticle article ? article.text() : "";
                        if (TEXT.stream().allMatch(body::contains)) {
                            check.of(where, body, piece);
                        } else {
                            check.of(where + ", and paragraphs of it", "X" + body, piece.replace("X", "X X"));
                        }
                    }
                }
            }
        });
    }

    private static Finding read(String page) {
        return Page.read(
                page,
                "https://www.ellis-herald.example/a",
                0,
                null,
                Json.readerOfPages(Settings.read(Optional.empty()).section("input", InputSettings.class)));
    }
}

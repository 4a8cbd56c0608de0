package hearsay.input.articles;

import java.util.List;
import java.util.function.Supplier;

/** What a reader finds at one place of a file. */
public sealed interface Finding {
    /** Where in the piece: number of the line or record from 1, or 0 for a whole file. */
    long position();

    /**
     * The fields of an article as the file gives them, not yet judged; null where it gives none.
     *
     * @param id       name of the article in its file, for articles without url
     * @param date     when it was published
     * @param modified when it was last changed
     * @param seen     when a crawler fetched it
     * @param encoding how its bytes were read where they are not UTF-8
     */
    record RawArticle(
            long position,
            String id,
            String url,
            String title,
            String text,
            String date,
            String modified,
            String source,
            List<String> authors,
            String language,
            String seen,
            String encoding)
            implements Finding {

        public RawArticle withText(String found) {
            return new RawArticle(
                    position, id, url, title, found, date, modified, source, authors, language, seen, encoding);
        }

        /**
         * With its text and its title as meant, where they had been encoded as UTF-8 twice before they came into the file; else as
         * it is. In a title one wrong letter is enough: to pass, all of it must be UTF-8. {@code encoding} is that of the text.
         */
        public RawArticle repaired() {
            String once = text == null ? null : Encoding.encodedOnce(text, Encoding.CERTAIN);
            String headline = title == null ? null : Encoding.encodedOnce(title, 1);
            return new RawArticle(
                    position,
                    id,
                    url,
                    headline != null ? again(headline) : title,
                    once != null ? once : text,
                    date,
                    modified,
                    source,
                    authors,
                    language,
                    seen,
                    once != null ? Encoding.TWICE : encoding);
        }

        /** Headlines go through more hands than texts: some had been encoded three times. */
        private static String again(String headline) {
            String once = Encoding.encodedOnce(headline, 1);
            return once != null ? once : headline;
        }

        public RawArticle withEncoding(String used) {
            return new RawArticle(
                    position, id, url, title, text, date, modified, source, authors, language, seen, used);
        }

        /** An article of which there is a text only. */
        public static RawArticle ofText(Encoding.Text text) {
            return new RawArticle(0, null, null, null, text.text(), null, null, null, null, null, null, text.said());
        }
    }

    /**
     * A page that has been cut out of its file but not read yet: reading one may take long, and the next ones do not wait for it.
     *
     * @param address where it was fetched from, or null
     * @param page    reads it; asks nothing of the file
     */
    record Unread(long position, String address, Supplier<Finding> page) implements Finding {
        public Finding read() {
            return page.get();
        }
    }

    /**
     * Something that is no article.
     *
     * @param reason  why, in words
     * @param excerpt how it begins, null where it is no text
     * @param unread  whether a file, or the rest of one, was not read: another night may read it
     */
    record Unusable(long position, String reason, String excerpt, boolean unread) implements Finding {
        public Unusable(long position, String reason, String excerpt) {
            this(position, reason, excerpt, false);
        }

        /** A file that was not read at all. */
        public static Unusable unreadFile(String problem) {
            return new Unusable(0, "cannot be read: " + problem, null, true);
        }

        /** A file that was not read from this position on. */
        public static Unusable unreadFrom(long position, String problem) {
            return new Unusable(position, "cannot be read on: " + problem, null, true);
        }
    }
}

package hearsay.tables;

@Says("words inside quotation marks, without the marks")
public record Verbatim(
        @Says("first char in articles.text") int begin,
        @Says("char after the last") int end,
        @Says("the words") String text) {}

package hearsay.tables;

@Says("one piece of text")
public record Span(
        @Says("first char in articles.text") int begin,
        @Says("char after the last") int end) {}

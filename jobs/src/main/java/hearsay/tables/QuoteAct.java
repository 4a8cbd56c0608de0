package hearsay.tables;

/** What kind of act a quotation reports. */
public enum QuoteAct implements Value {
    @Says("the source said or wrote it; also praise, blame, demands and promises")
    SAID,
    @Says("the source believes, knows, wishes or feels it, and no utterance is told")
    THINKS,
    @Says("the source intends, decides or tries it")
    PLANS,
    @Says("the source denies, refuses or opposes it, or does not say it: its content is not asserted")
    DENIED,
    @Says("the source asks it")
    ASKED,
    @Says("the source spoke of it; what was said of it is not told")
    TOPIC;
}

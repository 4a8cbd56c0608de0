package hearsay.tables;

/** What kind of act a quotation reports. */
public enum QuoteAct implements Value {
    SAID("said", "the source said or wrote it; also praise, blame, demands and promises"),
    THINKS("thinks", "the source believes, knows, wishes or feels it, and no utterance is told"),
    PLANS("plans", "the source intends, decides or tries it"),
    DENIED("denied", "the source denies, refuses or opposes it, or does not say it: its content is not asserted"),
    ASKED("asked", "the source asks it"),
    TOPIC("topic", "the source spoke of it; what was said of it is not told");

    private final String word;
    private final String says;

    QuoteAct(String word, String says) {
        this.word = word;
        this.says = says;
    }

    @Override
    public String word() {
        return word;
    }

    @Override
    public String says() {
        return says;
    }
}

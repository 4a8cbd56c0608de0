package hearsay.tables;

import java.util.List;
import java.util.Optional;

/** Every table of the warehouse, in the order in which a run makes them. */
public final class Tables {
    /** Version of the tables: raised with every new column, and with every value that a column did not have before. */
    public static final int VERSION = 2;

    private static final Optional<String> BY_DAY = Optional.of("published_date");
    private static final Optional<String> WHOLE = Optional.empty();

    public static final Table<Article> ARTICLES = Table.of("articles", Article.class, BY_DAY, "article_id");
    public static final Table<Sentence> SENTENCES =
            Table.of("sentences", Sentence.class, BY_DAY, "article_id", "sentence");
    public static final Table<Mention> MENTIONS = Table.of("mentions", Mention.class, BY_DAY, "mention_id");
    public static final Table<Entity> ENTITIES = Table.of("entities", Entity.class, WHOLE, "entity_id");
    public static final Table<Quote> QUOTES = Table.of("quotes", Quote.class, BY_DAY, "quote_id");
    public static final Table<QuoteGroup> QUOTE_GROUPS = Table.of("quote_groups", QuoteGroup.class, WHOLE, "group_id");
    public static final Table<CoMention> CO_MENTIONS =
            Table.of("co_mentions", CoMention.class, BY_DAY, "a_id", "b_id", "published_date");
    public static final Table<CoMentionPair> CO_MENTION_NETWORK =
            Table.of("co_mention_network", CoMentionPair.class, WHOLE, "a_id", "b_id");
    public static final Table<SpeakerLink> SPEAKER_LINKS =
            Table.of("speaker_links", SpeakerLink.class, BY_DAY, "speaker_id", "about_id", "published_date");
    public static final Table<Reject> REJECTS =
            Table.of("rejects", Reject.class, Optional.of("run_date"), "path", "position", "run_date");
    public static final Table<Run> RUNS = Table.of("runs", Run.class, WHOLE, "run_id");

    public static final Table<Evaluation> EVALUATIONS =
            Table.of("evaluations", Evaluation.class, WHOLE, "run_id", "measure");

    public static final List<Table<?>> ALL = List.of(
            ARTICLES,
            SENTENCES,
            MENTIONS,
            ENTITIES,
            QUOTES,
            QUOTE_GROUPS,
            CO_MENTIONS,
            CO_MENTION_NETWORK,
            SPEAKER_LINKS,
            REJECTS,
            RUNS,
            EVALUATIONS);

    private Tables() {}
}

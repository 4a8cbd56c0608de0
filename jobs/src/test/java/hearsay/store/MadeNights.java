package hearsay.store;

import static hearsay.store.Made.changed;

import hearsay.Defaults;
import hearsay.TestSpark;
import hearsay.tables.Entity;
import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.List;

/** Nights by twos, for comparing them. */
public final class MadeNights {
    private MadeNights() {}

    /** In the second "A. Brook" turns out to be Ada Brook, whom the first knew, and an article comes in. */
    public static void publishTwo(String path) {
        SmallNews first = new SmallNews()
                .with("2025-06-16", "harbour", "Ada Brook", "The harbour stays open.")
                .with("2025-06-17", "school", "A. Brook", "Schools begin at nine.");
        Warehouse warehouse = Warehouse.at(TestSpark.session(), path);
        try (Night night = warehouse.begin(LocalDate.parse("2025-06-20"), "one", SmallNews.VERSIONS)) {
            WarehouseTest.stage(night, first, first.days());
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
        SmallNews second = first.with("2025-06-17", "park", "Ada Brook", "The park opens.");
        String ada = Ids.entity("PER", "Ada Brook");
        List<Mention> mentions =
                second.mentions().stream().map(m -> changed(m, "entityId", ada)).toList();
        List<Quote> quotes = second.quotes().stream()
                .map(q -> q.speaker().equals("Ada Brook")
                        ? q
                        : changed(q, "speakerId", ada, "speaker", "Ada Brook", "decidedBy", "model"))
                .toList();
        List<Entity> entities =
                second.entities().stream().filter(e -> e.entityId().equals(ada)).toList();
        try (Night night = warehouse.begin(LocalDate.parse("2025-06-21"), "two", SmallNews.VERSIONS)) {
            WarehouseTest.stage(night, second, second.days());
            night.stage(Tables.MENTIONS, SmallNews.rows(Tables.MENTIONS, mentions), second.days());
            night.stage(Tables.QUOTES, SmallNews.rows(Tables.QUOTES, quotes), second.days());
            night.stage(Tables.ENTITIES, SmallNews.rows(Tables.ENTITIES, entities));
            night.publish(Defaults.CHECKS, new RunReport(), false);
        }
    }

    /** In the second the one speaker of all articles, "A. Brook", is called Ada Brook. */
    public static void publishRenamed(String path, int articles) {
        SmallNews news = new SmallNews();
        for (int i = 0; i < articles; i++) {
            news.with("2025-06-16", "school " + i, "A. Brook", "Schools begin at nine.");
        }
        Warehouse warehouse = Warehouse.at(TestSpark.session(), path);
        for (String name : List.of("A. Brook", "Ada Brook")) {
            String id = Ids.entity("PER", name);
            try (Night night = warehouse.begin(LocalDate.parse("2025-06-20"), name, SmallNews.VERSIONS)) {
                WarehouseTest.stage(night, news, news.days());
                night.stage(
                        Tables.MENTIONS,
                        SmallNews.rows(
                                Tables.MENTIONS,
                                news.mentions().stream()
                                        .map(m -> changed(m, "entityId", id))
                                        .toList()),
                        news.days());
                night.stage(
                        Tables.QUOTES,
                        SmallNews.rows(
                                Tables.QUOTES,
                                news.quotes().stream()
                                        .map(q -> changed(q, "speakerId", id, "speaker", name))
                                        .toList()),
                        news.days());
                night.stage(
                        Tables.ENTITIES,
                        SmallNews.rows(
                                Tables.ENTITIES,
                                news.entities().stream()
                                        .map(e -> changed(e, "entityId", id, "name", name))
                                        .toList()));
                night.publish(Defaults.CHECKS, new RunReport(), false);
            }
        }
    }
}

package hearsay.store;

import static hearsay.store.Made.changed;

import hearsay.TestSpark;
import hearsay.tables.Entity;
import hearsay.tables.Mention;
import hearsay.tables.Quote;
import hearsay.tables.Tables;
import hearsay.text.Ids;
import java.time.LocalDate;
import java.util.List;

/** Two nights: in the second "A. Brook" turns out to be Ada Brook, and an article comes in. */
public final class MadeNights {
    private MadeNights() {}

    public static void publishTwo(String path) {
        SmallNews first = new SmallNews()
                .with("2025-06-16", "harbour", "Ada Brook", "The harbour stays open.")
                .with("2025-06-17", "school", "A. Brook", "Schools begin at nine.");
        Warehouse warehouse = Warehouse.at(TestSpark.session(), path);
        try (Night night = warehouse.begin(LocalDate.parse("2025-06-20"), "one", SmallNews.VERSIONS)) {
            WarehouseTest.stage(night, first, first.days());
            night.publish(Bounds.DEFAULT, new RunReport(), false);
        }
        SmallNews second = first.with("2025-06-17", "park", "Ada Brook", "The park opens.");
        String ada = Ids.entity("PER", "Ada Brook");
        List<Mention> mentions = second.mentions().stream().map(m -> changed(m, "entityId", ada)).toList();
        List<Quote> quotes = second.quotes().stream().map(q -> q.speaker().equals("Ada Brook") ? q
                : changed(q, "speakerId", ada, "speaker", "Ada Brook", "decidedBy", "model")).toList();
        List<Entity> entities = second.entities().stream().filter(e -> e.entityId().equals(ada)).toList();
        try (Night night = warehouse.begin(LocalDate.parse("2025-06-21"), "two", SmallNews.VERSIONS)) {
            WarehouseTest.stage(night, second, second.days());
            night.stage(Tables.MENTIONS, SmallNews.rows(Tables.MENTIONS, mentions), second.days());
            night.stage(Tables.QUOTES, SmallNews.rows(Tables.QUOTES, quotes), second.days());
            night.stage(Tables.ENTITIES, SmallNews.rows(Tables.ENTITIES, entities));
            night.publish(Bounds.DEFAULT, new RunReport(), false);
        }
    }
}

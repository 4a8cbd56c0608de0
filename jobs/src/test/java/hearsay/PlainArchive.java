package hearsay;

import hearsay.tables.Ids;
import hearsay.tables.Mention;
import hearsay.tables.Sentence;
import hearsay.text.entities.Aliases;
import hearsay.text.entities.LocalEntities;
import hearsay.text.entities.LocalEntity;
import hearsay.text.entities.LocalEntity.Level;
import hearsay.text.entities.NameFamily;
import hearsay.text.entities.NameReading;
import hearsay.text.entities.NameUse;
import hearsay.text.names.MentionSpans;
import hearsay.text.names.NameSpan;
import hearsay.text.names.Roles;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What MentionsFromSentences and EntitiesFromMentions do, without Spark, for tests of many small archives. */
public final class PlainArchive {
    private static final NameFamily.NameSettings SETTINGS = new NameFamily.NameSettings(30, 0.6, 0.8);

    private PlainArchive() {}

    /** Article id -> its mentions with entity_id. */
    public static Map<String, List<Mention>> resolved(List<MarkedArticle> articles, Aliases aliases) {
        Map<String, List<Mention>> mentions = new TreeMap<>();
        for (MarkedArticle article : articles) {
            mentions.put(
                    article.articleId(),
                    article.sentences().stream()
                            .flatMap(s -> mentions(s).stream())
                            .toList());
        }
        return resolved(mentions, aliases);
    }

    /** The same of the mentions of each article. */
    public static Map<String, List<Mention>> resolved(Map<String, List<Mention>> mentions, Aliases aliases) {
        Map<String, NameFamily> families = new TreeMap<>();
        Map<String, LocalEntities> local = new TreeMap<>();
        mentions.forEach((id, named) -> {
            local.put(id, LocalEntities.of(named, aliases));
            Set<LocalEntity> met = new HashSet<>();
            for (int i = 0; i < named.size(); i++) {
                LocalEntity entity = local.get(id).entity(i);
                if (met.add(entity)) {
                    NameUse.of(entity, (int) named.get(i).publishedDate().toEpochDay())
                            .forEachRemaining(use -> families.computeIfAbsent(
                                            use.family(), word -> new NameFamily(word, SETTINGS, aliases))
                                    .add(use));
                }
            }
        });
        Map<String, NameReading> readings = new HashMap<>();
        families.values()
                .forEach(family -> family.readings()
                        .forEach(reading -> readings.put(
                                key(reading.type(), reading.form(), reading.level(), reading.day(), reading.among()),
                                reading)));
        Map<String, List<Mention>> resolved = new TreeMap<>();
        mentions.forEach((id, named) -> {
            List<Mention> rows = new ArrayList<>();
            for (int i = 0; i < named.size(); i++) {
                rows.add(with(
                        named.get(i), local.get(id).entity(i), local.get(id).confidence(i), readings));
            }
            resolved.put(id, rows);
        });
        return resolved;
    }

    private static Mention with(Mention m, LocalEntity entity, double confidence, Map<String, NameReading> readings) {
        boolean full = entity.level() == Level.FULL;
        NameReading reading = readings.get(key(
                entity.type(),
                entity.form(),
                entity.level().name(),
                full ? null : (int) m.publishedDate().toEpochDay(),
                entity.among()));
        String type = reading == null ? entity.type() : reading.asType();
        String form = reading == null ? entity.form() : reading.asForm();
        NameReading further = reading == null ? null : readings.get(key(type, form, Level.FULL.name(), null, ""));
        if (further != null) {
            type = further.asType();
            form = further.asForm();
        }
        return new Mention(
                m.articleId(),
                m.mentionId(),
                m.sentence(),
                m.begin(),
                m.end(),
                m.text(),
                m.type(),
                m.role(),
                Ids.entity(type, form),
                m.confidence(),
                full || reading == null ? confidence : reading.share(),
                null,
                null,
                m.publishedDate());
    }

    private static List<Mention> mentions(Sentence sentence) {
        List<Mention> mentions = new ArrayList<>();
        for (NameSpan span : MentionSpans.of(sentence.text(), sentence.begin(), sentence.tokens())) {
            int begin = span.begin() - sentence.begin();
            int end = span.end() - sentence.begin();
            LocalDate day = sentence.publishedDate();
            mentions.add(new Mention(
                    sentence.articleId(),
                    Ids.span(sentence.articleId(), span.begin(), span.end()),
                    sentence.sentence(),
                    span.begin(),
                    span.end(),
                    sentence.text().substring(begin, end),
                    span.type(),
                    span.type().equals("PER") ? Roles.of(sentence.text(), begin, end) : null,
                    null,
                    span.confidence(),
                    0,
                    null,
                    null,
                    day));
        }
        return mentions;
    }

    private static String key(String type, String form, String level, Integer day, String among) {
        return type + "\n" + form + "\n" + level + "\n" + day + "\n" + among;
    }
}

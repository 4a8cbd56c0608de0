package hearsay.night;

import static org.apache.spark.sql.functions.col;

import hearsay.steps.ArticleLimits;
import hearsay.steps.CoMentionNetworkFromMentions;
import hearsay.steps.CoMentionsFromMentions;
import hearsay.steps.EntitiesWithRanks;
import hearsay.steps.MentionsForPairs;
import hearsay.steps.PairsLeftOut;
import hearsay.steps.QuoteGroupsFromQuotes;
import hearsay.steps.QuotesWithGroupSpeakers;
import hearsay.steps.QuotesWithNames;
import hearsay.steps.SpeakerLinksFromQuotes;
import hearsay.tables.Tables;
import java.time.LocalDate;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** What was found in the new and changed articles -> every table but articles, on the days that these touch or make wrong. */
final class TablesFromAnalysed {
    private final RunningNight at;
    private final Analysis analysis;
    private final Analysed analysed;
    private final Set<LocalDate> touched;

    private TablesFromAnalysed(RunningNight at, ArticleLimits limits, Analysed analysed, Set<LocalDate> touched) {
        this.at = at;
        this.analysis = new Analysis(
                at.spark(),
                at.settings(),
                limits,
                (name, rows) -> at.night().scratch(name + "-of-" + touched.size() + "-days", rows));
        this.analysed = analysed;
        this.touched = touched;
    }

    /** @param touched days that are written anew; grows by those that tonight makes wrong */
    static void stage(RunningNight at, ArticleLimits limits, Analysed analysed, Set<LocalDate> touched) {
        new TablesFromAnalysed(at, limits, analysed, touched).stage();
    }

    private void stage() {
        Dataset<Row> fresh = analysed.articles();
        at.stage(Tables.SENTENCES, at.with(fresh, Tables.SENTENCES, analysed.sentences(), touched), touched);

        Dataset<Row> resolved = at.step(
                "names resolved", () -> analysis.resolved(at.with(fresh, Tables.MENTIONS, analysed.mentions())));
        Dataset<Row> entities = analysis.entities(resolved);
        at.touch(
                touched,
                StaleDays.ofEntities(at, resolved, entities, touched),
                "names on them are resolved otherwise now");
        at.touch(touched, StaleDays.ofRoles(at, resolved, touched), "other roles of those they name are known now");
        Dataset<Row> mentions =
                at.stage(Tables.MENTIONS, resolved.where(col("published_date").isInCollection(touched)), touched);

        Dataset<Row> ofDays =
                MentionsForPairs.derive(mentions, entities, at.settings().pairs());
        at.stage(
                Tables.CO_MENTIONS,
                CoMentionsFromMentions.derive(
                        ofDays,
                        at.night().read(Tables.ARTICLES, touched),
                        at.settings().pairs()),
                touched);
        notePairsLeftOut(ofDays);
        Dataset<Row> network = at.stage(
                Tables.CO_MENTION_NETWORK,
                CoMentionNetworkFromMentions.derive(
                        MentionsForPairs.derive(
                                resolved, entities, at.settings().pairs()),
                        at.night().read(Tables.ARTICLES),
                        at.night().read(Tables.SENTENCES),
                        entities,
                        at.settings().pairs()));
        at.stage(Tables.ENTITIES, EntitiesWithRanks.derive(entities, network));

        Dataset<Row> attributed = at.step("speakers found", () -> attributed(resolved, entities));
        Set<LocalDate> otherDays = Days.without(at.warehouse().days(Tables.QUOTES), touched);
        Dataset<Row> elsewhere = at.night().read(Tables.QUOTES, otherDays);
        Dataset<Row> groups = at.stage(
                Tables.QUOTE_GROUPS,
                QuoteGroupsFromQuotes.derive(
                        attributed.unionByName(elsewhere),
                        at.night().read(Tables.ARTICLES),
                        at.settings().quotes()));
        Set<LocalDate> regrouped = otherDays.isEmpty() ? Set.of() : StaleDays.ofGroups(elsewhere, groups);
        if (at.touch(touched, regrouped, "quotations on them take another speaker from other outlets now")) {
            attributed = attributed(resolved, entities);
        }
        Dataset<Row> quotes = at.stage(Tables.QUOTES, QuotesWithGroupSpeakers.derive(attributed, groups), touched);
        at.stage(
                Tables.SPEAKER_LINKS,
                SpeakerLinksFromQuotes.derive(
                        quotes, entities, at.settings().quotes(), at.settings().pairs()),
                touched);
    }

    private Dataset<Row> attributed(Dataset<Row> resolved, Dataset<Row> entities) {
        return analysis.speakers(QuotesWithNames.derive(
                at.night().read(Tables.ARTICLES, touched),
                at.night().read(Tables.SENTENCES, touched),
                at.night().read(Tables.MENTIONS, touched),
                entities,
                StaleDays.roles(at, resolved, touched),
                at.with(analysed.articles(), Tables.QUOTES, analysed.quotes(), touched)));
    }

    private void notePairsLeftOut(Dataset<Row> mentions) {
        Row leftOut = PairsLeftOut.derive(mentions, at.settings().pairs()).head();
        if (leftOut.getLong(0) > 0) {
            at.report()
                    .dropped(
                            "co_mentions",
                            leftOut.getLong(1),
                            "pairs of " + leftOut.getLong(0)
                                    + " articles that make more pairs than pairs.most-entities ("
                                    + at.settings().pairs().mostEntities()
                                    + ") entities: those farthest apart");
        }
    }
}

package hearsay.night;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.Defaults;
import hearsay.MarkedArticle;
import hearsay.PlainArchive;
import hearsay.SmallArchive;
import hearsay.steps.ArticleLimits;
import hearsay.steps.EntitiesFromMentions;
import hearsay.steps.EntityRowsFromMentions;
import hearsay.steps.EntitySettings;
import hearsay.steps.MentionsFromSentences;
import hearsay.steps.MentionsWithPronouns;
import hearsay.tables.Mention;
import hearsay.tables.Records;
import hearsay.tables.Tables;
import hearsay.text.entities.Alias;
import hearsay.text.entities.Aliases;
import hearsay.text.people.People;
import hearsay.text.people.PeopleFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever the nights in which articles come, the rows are those of one run over all of them. */
@Tag("whole")
class EntitiesOverNightsTest {
    private static final List<String> GIVEN =
            List.of("Ann", "Bob", "Cleo", "David", "Elena", "Mike", "Michael", "Mohammed bin");
    private static final List<String> SURNAMES = List.of(
            "Jansen", "Brandt", "Okafor", "al-Sisi", "O'Neil", "Washington", "Zelensky", "Zelenskyy", "Jansen Jr.");
    private static final List<String> OTHERS = List.of(
            "{LOC U.S.}",
            "{LOC America}",
            "{MISC Israeli}",
            "{LOC Israel}",
            "{LOC Washington}",
            "{ORG Northern Harbour Council}",
            "{ORG NHC}",
            "{ORG Northern Harbour Council} ({ORG NHC})",
            "{ORG Apple}",
            "{PER Apple}",
            "{ORG Jansen}",
            "Prince {PER Jansen}",
            "{PER King Brandt}",
            "King {PER Brandt II}",
            "{PER Brandt}");

    @Test
    void sevenNightsInAnySplitEndInTheRowsOfOneRun() {
        Random random = new Random(11);
        List<MarkedArticle> articles = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            articles.add(article("g" + i, LocalDate.of(2025, 1, 1).plusDays(random.nextInt(120)), random));
        }
        List<Mention> expected = PlainArchive.resolved(articles, Aliases.NONE).values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Mention::mentionId))
                .toList();
        assertThat(resolved(articles, SmallArchive.rows(List.of(), Tables.MENTIONS.records()), Defaults.NAMES))
                .isEqualTo(expected);

        List<MarkedArticle> shuffled = new ArrayList<>(articles);
        Collections.shuffle(shuffled, random);
        List<Mention> archive = List.of();
        for (int night = 0; night < 7; night++) {
            List<MarkedArticle> fresh = shuffled.subList(night * 300 / 7, (night + 1) * 300 / 7);
            archive = resolved(fresh, SmallArchive.rows(archive, Tables.MENTIONS.records()), Defaults.NAMES);
        }
        assertThat(archive).isEqualTo(expected);
    }

    @Test
    void theUsersAliasesWin() {
        List<Alias> aliases = Alias.parse(
                "conf/aliases.csv",
                List.of(
                        "type,alias,name,action",
                        "# how his friends call him",
                        "PER,The Brick,Bob Smith,merge",
                        "PER,Jansen,Ann Jansen,split",
                        "LOC,Motherland,America,merge",
                        "PER,The Boss,Lee Ung,merge",
                        "LOC,Albion,UK,merge",
                        "LOC,Holland,Netherlands,split",
                        "ORG,WHO,World Health Organization,split",
                        "ORG,AAA,Any Airport Authority,split"));
        List<MarkedArticle> articles = List.of(MarkedArticle.of(
                "a",
                LocalDate.of(2025, 6, 1),
                List.of(
                        "{PER:s Bob Smith} is {MISC:s the Brick}.",
                        "{PER:j Ann Jansen} is not {PER:x Jansen}.",
                        "The {ORG:u Motherland} is {LOC:u U.S.} {PER:s Smith} said.",
                        "{MISC the Boss} is in {ORG Albion}, not in {LOC Holland} or the {LOC Netherlands}.",
                        "{ORG WHO} is not the {ORG World Health Organization} ({ORG WHO}).",
                        "{ORG Any Airport Authority} is not {ORG AAA}.")));
        Dataset<Row> resolved = resolvedRows(
                        articles,
                        SmallArchive.rows(List.of(), Tables.MENTIONS.records()),
                        new EntitySettings(30, 0.6, 0.8, aliases, People.NONE))
                .localCheckpoint();
        List<Mention> mentions = rows(resolved).stream()
                .sorted(Comparator.comparing(Mention::begin))
                .toList();
        assertThat(mentions)
                .extracting(Mention::text)
                .containsExactly(
                        "Bob Smith",
                        "Brick",
                        "Ann Jansen",
                        "Jansen",
                        "Motherland",
                        "U.S.",
                        "Smith",
                        "Boss",
                        "Albion",
                        "Holland",
                        "Netherlands",
                        "WHO",
                        "World Health Organization",
                        "WHO",
                        "Any Airport Authority",
                        "AAA");
        assertThat(mentions.get(1).entityId())
                .isEqualTo(mentions.get(0).entityId())
                .isEqualTo(mentions.get(6).entityId());
        assertThat(mentions.get(3).entityId()).isNotEqualTo(mentions.get(2).entityId());
        assertThat(mentions.get(4).entityId()).isEqualTo(mentions.get(5).entityId());
        assertThat(mentions.get(9).entityId()).isNotEqualTo(mentions.get(10).entityId());
        assertThat(mentions.get(11).entityId())
                .isNotEqualTo(mentions.get(12).entityId())
                .isEqualTo(mentions.get(13).entityId());
        assertThat(mentions.get(14).entityId()).isNotEqualTo(mentions.get(15).entityId());

        List<String> names =
                EntityRowsFromMentions.derive(resolved, new EntitySettings(30, 0.6, 0.8, aliases, People.NONE))
                        .collectAsList()
                        .stream()
                        .map(row -> row.getAs("type") + " " + row.getAs("name"))
                        .toList();
        assertThat(names)
                .containsExactlyInAnyOrder(
                        "PER Bob Smith",
                        "PER Ann Jansen",
                        "PER Jansen",
                        "LOC United States",
                        "PER Lee Ung",
                        "LOC United Kingdom",
                        "LOC Holland",
                        "LOC Netherlands",
                        "ORG WHO",
                        "ORG World Health Organization",
                        "ORG Any Airport Authority",
                        "ORG AAA");
    }

    @Test
    void thePeopleFileDecidesWhoIsWhoAndTellsWhatItKnows() {
        EntitySettings settings = new EntitySettings(
                30,
                0.6,
                0.8,
                List.of(),
                PeopleFile.parse(
                        "people.csv",
                        List.of(
                                "name,aliases,gender,party",
                                "John Q. Brick,The Hammer,,Reds",
                                "John Bel Brick,,f,Blues",
                                "John Earl Lane,,,",
                                "Ann B. Lane,,,Reds",
                                "Bo Wall,,,")));
        List<MarkedArticle> articles = List.of(
                MarkedArticle.of(
                        "a",
                        LocalDate.of(2025, 6, 1),
                        List.of(
                                "{PER:q John Quincy Brick} is the {MISC:q Hammer}. Mr. {PER:q Brick} said he left.",
                                "{PER:w Robert Wall} came.")),
                MarkedArticle.of(
                        "b",
                        LocalDate.of(2025, 6, 2),
                        List.of("{PER:b John Bel Brick} met {PER:o Bo Wall}.", "{PER:b Brick} said she was glad.")),
                MarkedArticle.of("c", LocalDate.of(2025, 9, 2), List.of("{PER:l John Lane} met {PER:h Ann Lane}.")));
        Dataset<Row> resolved = resolvedRows(
                        articles, SmallArchive.rows(List.of(), Tables.MENTIONS.records()), settings)
                .localCheckpoint();
        Map<String, String> ids = new TreeMap<>();
        for (Mention mention : rows(resolved)) {
            MarkedArticle article = articles.get(mention.articleId().charAt(0) - 'a');
            ids.merge(article.expected().get(mention.begin()), mention.entityId(), (one, other) -> {
                assertThat(one).as(mention.text()).isEqualTo(other);
                return one;
            });
        }
        assertThat(ids.values()).doesNotHaveDuplicates();
        assertThat(EntityRowsFromMentions.derive(resolved, settings).collectAsList())
                .extracting(row -> row.getAs("name") + ", " + row.getAs("gender") + " by " + row.getAs("gender_from")
                        + ", " + (row.getAs("facts") == null ? "" : row.getList(row.fieldIndex("facts"))))
                .containsExactlyInAnyOrder(
                        "John Q. Brick, male by given name, [[party,Reds,null,null]]",
                        "John Bel Brick, female by people file, [[gender,female,null,null], [party,Blues,null,null]]",
                        "Robert Wall, male by given name, ",
                        "John Lane, male by given name, ",
                        "Ann B. Lane, female by given name, [[party,Reds,null,null]]",
                        "Bo Wall, null by null, []");
    }

    private static List<Mention> resolved(List<MarkedArticle> fresh, Dataset<Row> archive, EntitySettings settings) {
        return rows(resolvedRows(fresh, archive, settings));
    }

    private static List<Mention> rows(Dataset<Row> resolved) {
        Records<Mention> records = Tables.MENTIONS.records();
        return resolved.collectAsList().stream()
                .map(records::record)
                .sorted(Comparator.comparing(Mention::mentionId))
                .toList();
    }

    private static Dataset<Row> resolvedRows(List<MarkedArticle> fresh, Dataset<Row> archive, EntitySettings settings) {
        Dataset<Row> sentences = SmallArchive.rows(
                fresh.stream().flatMap(article -> article.sentences().stream()).toList(), Tables.SENTENCES.records());
        return EntitiesFromMentions.derive(
                archive.unionByName(MentionsWithPronouns.derive(
                        MentionsFromSentences.derive(sentences, ArticleLimits.none()),
                        sentences,
                        ArticleLimits.none())),
                settings,
                ArticleLimits.none());
    }

    private static MarkedArticle article(String id, LocalDate day, Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            String surname = pick(SURNAMES, random);
            String person = switch (random.nextInt(4)) {
                case 0 -> "{PER " + surname + "}";
                case 1 -> "Mr. {PER " + surname + "}";
                case 2 -> "{PER " + pick(GIVEN, random) + " " + (char) ('A' + random.nextInt(3)) + ". " + surname + "}";
                default -> "{PER " + pick(GIVEN, random) + " " + surname + "}";
            };
            lines.add(person + " met " + pick(OTHERS, random) + ".");
        }
        return MarkedArticle.of(id, day, lines);
    }

    private static String pick(List<String> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}

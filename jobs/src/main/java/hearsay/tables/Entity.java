package hearsay.tables;

import java.time.LocalDate;
import java.util.List;

@Says("one person, organisation, place or other named thing")
public record Entity(
        @Says("hash of type and normalised canonical name") String entityId,
        @Says("canonical name") String name,
        @Says("what it names") @OneOf(EntityType.class) String type,

        @Says("the forms it is named by, most frequent first")
        List<String> aliases,

        @Says("the roles given to it, most frequent first") List<String> roles,
        @Says("articles that name it") long articles,
        @Says("mentions") long mentions,

        @Says("first day of the articles that have one of their own, null where none has")
        LocalDate firstSeen,

        @Says("last day of the articles that have one of their own, null where none has")
        LocalDate lastSeen,

        @Says(
                "entity of the country, for an adjective or a people such as Israeli; of the party, for its members such as Republican")
        String aboutId,

        @Says("entities it makes a pair with over all days") long degree,

        @Says("PageRank over the pairs, by stories; 1 is the average")
        double pagerank,

        @Says("entity_id after which the group of entities that meet most is named, null where it meets none")
        String community,

        @Says(
                "of a person, where titles, pronouns and the given name make it likely enough, or the people file says it, in its words")
        @OneOf(Gender.class)
        String gender,

        @Says("what tells the gender most clearly") @OneOf(GenderFrom.class)
        String genderFrom,

        @Says("probability that the gender is right, null without one")
        Double genderProbability,

        @Says("what the people file says of the person, null where it does not have it")
        List<Fact> facts,

        @Says(
                "party of a person, where roles beside the name tell, such as (R-Ky.) or Labour MP; null in older rows, as what follows")
        String party,

        @Says("country of a person, where roles beside the name tell, such as French President or White House adviser")
        String country,

        @Says("what a person does, where roles beside the name tell") @OneOf(RoleField.class)
        String field) {}

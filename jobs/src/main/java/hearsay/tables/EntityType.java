package hearsay.tables;

import java.util.Arrays;
import java.util.List;

/** The types of names, those of the CoNLL-2003 shared task (Tjong Kim Sang and De Meulder 2003). */
public enum EntityType implements Value {
    PER("a person"),
    ORG("an organisation: company, party, agency, team, outlet"),
    LOC("a place: country, town, river, building"),
    MISC("another name: people, language, event, work, law");

    /** The words of all types, in this order. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(Enum::name).toList();

    private final String says;

    EntityType(String says) {
        this.says = says;
    }

    @Override
    public String word() {
        return name();
    }

    @Override
    public String says() {
        return says;
    }
}

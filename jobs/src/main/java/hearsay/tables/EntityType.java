package hearsay.tables;

import java.util.Arrays;
import java.util.List;

/** The types of names, those of the CoNLL-2003 shared task (Tjong Kim Sang and De Meulder 2003). */
public enum EntityType implements Value {
    @Says("a person")
    PER,
    @Says("an organisation: company, party, agency, team, outlet")
    ORG,
    @Says("a place: country, town, river, building")
    LOC,
    @Says("another name: people, language, event, work, law")
    MISC;

    /** The words of all types, in this order. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(Enum::name).toList();

    @Override
    public String word() {
        return name();
    }
}

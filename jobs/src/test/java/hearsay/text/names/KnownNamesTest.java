package hearsay.text.names;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KnownNamesTest {
    @ParameterizedTest
    @CsvSource({
        "ORG,GOP,Republican Party",
        "ORG,Department of Justice,Justice Department",
        "ORG,DOJ,Justice Department",
        "LOC,Pentagon,Defense Department",
        "ORG,U.S. Senate,Senate",
        "ORG,the House,House of Representatives",
        "ORG,ABC News,ABC",
        "LOC,D.C.,'Washington, D.C.'",
        "ORG,U.N.,United Nations",
        "ORG,ICE,Immigration and Customs Enforcement",
        "ORG,Ice,",
        "PER,Fox,",
        "ORG,Texas Senate,",
    })
    void theSameUnderAnyOfItsNames(String type, String text, String name) {
        KnownNames.Known known = KnownNames.of(type, NameForms.form(text), text);
        assertThat(known == null ? null : known.name()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"Republicans,Republican Party", "Democratic,Democratic Party", "Tories,Conservative Party", "Greens,"})
    void membersCountForTheirParty(String member, String party) {
        KnownNames.Known known = KnownNames.ofMember(NameForms.form(member));
        assertThat(known == null ? null : known.name()).isEqualTo(party);
    }
}

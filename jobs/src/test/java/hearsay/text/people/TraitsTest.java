package hearsay.text.people;

import static org.assertj.core.api.Assertions.assertThat;

import hearsay.settings.Weights;
import hearsay.settings.WordTable;
import hearsay.tables.RoleField;
import hearsay.text.people.Genders.Use;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class TraitsTest {
    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "roles.csv", numLinesToSkip = 1)
    void whatARoleTells(String what, String role, String party, String country, String field) {
        assertThat(RoleReading.of(role)).isEqualTo(new RoleReading(party, country, field));
    }

    @Test
    void mostRolesDecideAndDoubtfulMentionsDoNot() {
        assertThat(Traits.of(List.of(use("Sen. (R-Ohio)", true, 3), use("Democratic Rep.", true, 1))))
                .isEqualTo(new Traits("Republican", "United States", "politics"));
        assertThat(Traits.of(List.of(use("Sen. (R-Ohio)", true, 2), use("Democratic Rep.", true, 1)))
                        .party())
                .isNull();
        assertThat(Traits.of(List.of(use("lawyer", true, 1), use("senator", true, 2), use("actor", false, 9)))
                        .field())
                .isEqualTo("politics");
        assertThat(Traits.of(List.of(use("Sen. (R-Ohio)", false, 3), use(null, true, 3))))
                .isEqualTo(Traits.NONE);
    }

    @Test
    void everyWeightHasAnEffectAndEveryFieldIsDeclared() {
        assertThat(Traits.of(List.of(use("actor", true, 1)))).isNotNull();
        assertThat(Weights.of("traits").unused()).isEmpty();
        Set<String> fields =
                Arrays.stream(RoleField.values()).map(RoleField::word).collect(Collectors.toSet());
        Set<String> used =
                new HashSet<>(WordTable.of("public-bodies").cells("field").values());
        used.addAll(WordTable.of("role-fields").cells("bare").values());
        used.addAll(WordTable.of("role-fields").cells("field").values());
        used.removeAll(Set.of("leads", "serves"));
        assertThat(used).isEqualTo(fields);
    }

    private static Use use(String role, boolean sure, long mentions) {
        return new Use("Lee", "PER", role, null, sure, mentions);
    }
}

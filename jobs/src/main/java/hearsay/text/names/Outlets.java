package hearsay.text.names;

import hearsay.settings.WordLists;
import java.util.Set;
import java.util.stream.Collectors;

/** News outlets: papers, broadcasters, agencies and sites, by the names that news calls them. */
public final class Outlets {
    private static final Set<String> FORMS =
            WordLists.of("outlets").stream().map(NameForms::form).collect(Collectors.toUnmodifiableSet());

    private Outlets() {}

    /** @param form of {@link NameForms#form} */
    public static boolean isOutlet(String form) {
        return FORMS.contains(form) || form.endsWith(" com");
    }
}

package hearsay.text.entities;

import hearsay.settings.Weights;
import hearsay.text.names.NameForms;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/**
 * Full names of persons with one given name and one surname: the middle names tell whether they are one person's. "Donald J.
 * Trump" is Donald Trump; once the archive knows George W. Bush and George H.W. Bush, both keep their initials.
 */
public final class PersonVariants {
    private static final double CLEAR = Weights.of("names").number("clear_middle");

    private PersonVariants() {}

    /** What {@link #names} wants together: given name, surname and "Jr."; of a king and his like the name without its number. */
    public static String group(String personForm) {
        if (!NameForms.isFull(personForm)) {
            return personForm;
        }
        return NameForms.isReigning(personForm)
                ? NameForms.withoutSuffix(personForm)
                : NameForms.withoutMiddle(personForm);
    }

    /**
     * @param articles   the forms of one {@link #group}, and the articles that use each
     * @param oneWithout whether a form with a middle name in full and the plain form are one person's, as far as the archive tells
     * @return every form to the form that names its entity
     */
    static Map<String, String> names(Map<String, Long> articles, BiPredicate<String, String> oneWithout) {
        if (articles.keySet().stream().allMatch(NameForms::isReigning)) {
            return reigning(articles);
        }
        List<String> forms = new ArrayList<>(articles.keySet());
        forms.sort(
                Comparator.comparing(String::length).thenComparing(form -> form)); // not by counts: ids go by the first
        List<List<String>> byMiddle = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        for (String form : forms) {
            if (NameForms.middle(form).isEmpty()) {
                names.put(form, group(form));
                continue;
            }
            byMiddle.stream()
                    .filter(group -> group.stream()
                            .allMatch(other ->
                                    PersonGroups.middlesAgree(NameForms.middle(form), NameForms.middle(other))))
                    .findFirst()
                    .orElseGet(() -> {
                        byMiddle.add(new ArrayList<>());
                        return byMiddle.get(byMiddle.size() - 1);
                    })
                    .add(form);
        }
        String plain = names.keySet().stream().findFirst().orElse(null);
        long all = byMiddle.stream().mapToLong(group -> count(group, articles)).sum();
        for (List<String> group : byMiddle) {
            boolean reduced = count(group, articles) >= CLEAR * all
                    && (group.stream().anyMatch(PersonVariants::initials)
                            || (plain != null && group.stream().anyMatch(form -> oneWithout.test(form, plain))));
            String name = reduced ? group(group.get(0)) : group.get(0);
            group.forEach(form -> names.put(form, name));
        }
        return names;
    }

    /** "King Charles" is King Charles III where the archive hardly knows another of that name. */
    private static Map<String, String> reigning(Map<String, Long> articles) {
        List<String> numbered = articles.keySet().stream()
                .filter(form -> !NameForms.suffix(form).isEmpty())
                .sorted()
                .toList();
        long all = count(numbered, articles);
        Map<String, String> names = new HashMap<>();
        for (String form : articles.keySet()) {
            names.put(
                    form,
                    NameForms.suffix(form).isEmpty()
                            ? numbered.stream()
                                    .filter(other -> articles.get(other) >= CLEAR * all)
                                    .findFirst()
                                    .orElse(form)
                            : form);
        }
        return names;
    }

    /** Whether the middle names are initials; "Kim Jong Un" is not "Kim Un". */
    private static boolean initials(String form) {
        return NameForms.middle(form).stream().allMatch(name -> name.length() == 1);
    }

    private static long count(List<String> forms, Map<String, Long> articles) {
        return forms.stream().mapToLong(articles::get).sum();
    }
}

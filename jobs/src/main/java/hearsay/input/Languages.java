package hearsay.input;

import com.optimaize.langdetect.DetectedLanguage;
import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The language of a text: by its n-grams (Optimaize's language-detector, 70 languages), for what metadata say of it is often
 * the language of the site's menus. Short texts have the language that the metadata name, else English.
 */
final class Languages {
    static final String DEFAULT = "en";

    private static final int ENOUGH = 100; // letters: below, names and places of other languages decide
    private static final int LOOKED_AT = 3_000; // chars: more change nothing
    private static final double SURE = 0.9;
    private static final Map<String, String> CODES = Arrays.stream(Locale.getAvailableLocales())
            .filter(locale -> locale.getLanguage().length() == 2)
            .collect(Collectors.toMap(
                    locale -> locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    Locale::getLanguage,
                    (one, other) -> one));

    private Languages() {}

    /** The code of the language, of two letters where there is one. @param declared what the metadata say, or null */
    static String of(String text, String declared) {
        String looked = text.substring(0, Math.min(text.length(), LOOKED_AT));
        if (looked.codePoints().filter(Character::isLetter).count() >= ENOUGH) {
            List<DetectedLanguage> found = Detector.INSTANCE.getProbabilities(looked);
            if (!found.isEmpty() && found.get(0).getProbability() >= SURE) {
                return found.get(0).getLocale().getLanguage();
            }
        }
        return named(declared);
    }

    private static String named(String language) {
        if (language == null || language.isBlank()) {
            return DEFAULT;
        }
        String name = language.strip().toLowerCase(Locale.ROOT);
        String code = name.split("[-_]")[0];
        return CODES.getOrDefault(name, code.matches("[a-z]{2,3}") ? code : DEFAULT);
    }

    private static final class Detector {
        static final LanguageDetector INSTANCE = load();

        private static LanguageDetector load() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .seed(0) // the same text has the same language every night
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("the language profiles are missing from the jar", e);
            }
        }
    }
}

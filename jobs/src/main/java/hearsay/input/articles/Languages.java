package hearsay.input.articles;

import com.cybozu.labs.langdetect.Detector;
import com.cybozu.labs.langdetect.DetectorFactory;
import com.cybozu.labs.langdetect.LangDetectException;
import com.cybozu.labs.langdetect.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The language of a text: by its n-grams (Nakatani Shuyo's langdetect, 53 languages), for what metadata say of it is often
 * the language of the site's menus. Short texts have the language that the metadata name, else the one expected.
 */
final class Languages {
    private static final int ENOUGH = 100; // letters: below, names and places of other languages decide
    private static final int LOOKED_AT = 3_000; // chars: more change nothing
    private static final int FIRST_LOOK = 300; // chars: of most texts enough, at a tenth of the time
    private static final double CERTAIN = 0.9999;
    private static final double SURE = 0.9;
    private static final Map<String, String> CODES = Arrays.stream(Locale.getAvailableLocales())
            .filter(locale -> locale.getLanguage().length() == 2)
            .collect(Collectors.toMap(
                    locale -> locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT),
                    Locale::getLanguage,
                    (one, other) -> one));

    private Languages() {}

    /**
     * The code of the language, of two letters where there is one.
     *
     * @param declared what the metadata say, or null
     * @param expected the language of texts that are too short to tell and of which nothing is said
     */
    static String of(String text, String declared, String expected) {
        String looked = text.substring(0, Math.min(text.length(), LOOKED_AT));
        if (looked.codePoints().filter(Character::isLetter).count() >= ENOUGH) {
            Language found = found(looked.substring(0, Math.min(looked.length(), FIRST_LOOK)));
            if (looked.length() > FIRST_LOOK && (found == null || found.prob < CERTAIN)) {
                found = found(looked);
            }
            if (found != null && found.prob >= SURE) {
                return found.lang.split("-")[0]; // zh-cn and zh-tw are written apart, not spoken
            }
        }
        return named(declared, expected);
    }

    private static String named(String language, String expected) {
        if (language == null || language.isBlank()) {
            return expected;
        }
        String name = language.strip().toLowerCase(Locale.ROOT);
        String code = name.split("[-_]")[0];
        return CODES.getOrDefault(name, code.matches("[a-z]{2,3}") ? code : expected);
    }

    private static Language found(String text) {
        try {
            Detector detector = Profiles.LOADED.create();
            detector.append(text);
            return detector.getProbabilities().stream().findFirst().orElse(null);
        } catch (LangDetectException e) { // no letters of any alphabet it knows
            return null;
        }
    }

    private static final class Profiles {
        private static final String LANGUAGES =
                "af ar bg bn cs da de el en es et fa fi fr gu he hi hr hu id it ja kn ko lt lv mk"
                        + " ml mr ne nl no pa pl pt ro ru sk sl so sq sv sw ta te th tl tr uk ur vi zh-cn zh-tw";

        static final Profiles LOADED = new Profiles();

        private Profiles() {
            List<String> profiles = new ArrayList<>();
            for (String language : LANGUAGES.split(" ")) {
                try (InputStream in = Detector.class.getResourceAsStream("/profiles/" + language)) {
                    profiles.add(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException("the language profiles are missing from the jar", e);
                }
            }
            try {
                DetectorFactory.loadProfile(profiles);
            } catch (LangDetectException e) {
                throw new IllegalStateException("the language profiles in the jar are broken", e);
            }
            DetectorFactory.setSeed(0); // the same text has the same language every night
        }

        Detector create() throws LangDetectException {
            return DetectorFactory.create();
        }
    }
}

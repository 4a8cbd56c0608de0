package hearsay.evaluate;

import hearsay.text.names.GivenNames;
import hearsay.text.names.NameForms;
import hearsay.text.names.Transliteration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a reader said of one row of quotes.
 *
 * @param kind         direct, mixed or indirect, as the row had it
 * @param speaker      whom the row named, null where nobody
 * @param act          null where not said
 * @param by           whose words they are: a full name as the article gives it, or group, thing, anonymous, author, nobody
 * @param speakerRight null where the row named nobody, or where not said
 * @param span         null where not said
 * @param isTrue       whether "SPEAKER said (or thinks) ..." is true and not misleading; null where the row named nobody
 * @param words        the right words, where the span is partial or bad and the reader gave them
 */
record Judgement(
        String kind,
        String speaker,
        Act act,
        String by,
        Boolean speakerRight,
        Quality span,
        Boolean isTrue,
        String words) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** What the person does in the text. */
    enum Act {
        SAID,
        THINKS,
        PLANS,
        TOPIC,
        ASKED_BY_OTHER,
        DENIED,
        NAMED,
        NOT
    }

    /** How well the row's span has the words. */
    enum Quality {
        EXACT,
        CLOSE,
        PARTIAL,
        BAD
    }

    /**
     * Whether a row of the same words is true with this speaker. The judged speaker keeps the reader's answer. Another one is
     * right where it is {@code by} (or another name of the judged speaker) in a row that was true; and where it is {@code by}
     * in a row that was false, or named nobody, for its speaker alone: said or thought, the span exact or close.
     */
    boolean isTrueOf(String other) {
        if (speaker != null && NameForms.form(speaker).equals(NameForms.form(other))) {
            return isTrue();
        }
        if (Boolean.TRUE.equals(isTrue)) {
            return sameName(other, by) || sameName(other, speaker);
        }
        boolean onlyTheSpeaker = isStatementInPlace() && !Boolean.TRUE.equals(speakerRight);
        return onlyTheSpeaker && sameName(other, by);
    }

    /** Whether the row was false for its span alone, and these words of {@code by} are the right ones but for marks and blanks. */
    boolean isMendedBy(String other, String text) {
        return Boolean.FALSE.equals(isTrue)
                && isStatement()
                && words != null
                && sameName(other, by)
                && bare(text).equals(bare(words));
    }

    /** Whether the words are said or thought, and begin and end where they should. */
    boolean isStatementInPlace() {
        return isStatement() && (span == Quality.EXACT || span == Quality.CLOSE);
    }

    /** Whether this speaker is right, whatever the act and the span; null where the reader did not say. */
    Boolean isSpeaker(String other) {
        if (speaker != null && NameForms.form(speaker).equals(NameForms.form(other))) {
            return speakerRight;
        }
        return sameName(other, by) || (Boolean.TRUE.equals(speakerRight) && sameName(other, speaker));
    }

    private boolean isStatement() {
        return act == Act.SAID || act == Act.THINKS;
    }

    private static String bare(String text) {
        return NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /**
     * Whether two names can be one's: the last word alone is enough, but of two full names the given names and "Jr." must agree
     * too, "Mike" with "Michael", unless one name ends with the other. "IRS" is the "Internal Revenue Service".
     */
    static boolean sameName(String a, String b) {
        if (a == null || b == null) {
            return false;
        }
        String one = NameForms.person(NameForms.form(a));
        String two = NameForms.person(NameForms.form(b));
        if (one.equals(two) || one.endsWith(" " + two) || two.endsWith(" " + one)) {
            return !one.isEmpty() && !two.isEmpty();
        }
        if (NameForms.acronyms(one).contains(two) || NameForms.acronyms(two).contains(one)) {
            return true;
        }
        return NameForms.isFull(one)
                && NameForms.isFull(two)
                && NameForms.surname(one).equals(NameForms.surname(two))
                && NameForms.suffix(one).equals(NameForms.suffix(two))
                && givenAgree(NameForms.given(one), NameForms.given(two));
    }

    private static boolean givenAgree(String a, String b) {
        return Transliteration.given(a).equals(Transliteration.given(b))
                || GivenNames.isShort(a, b)
                || GivenNames.isShort(b, a);
    }

    /** The constant of that name in lower case; empty where there is none. */
    static <E extends Enum<E>> Optional<E> named(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> lower(value).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** The constants' names as files have them: "said, thinks, plans". */
    static <E extends Enum<E>> String names(Class<E> type) {
        return Stream.of(type.getEnumConstants()).map(Judgement::lower).collect(Collectors.joining(", "));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

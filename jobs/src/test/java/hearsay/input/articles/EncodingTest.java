package hearsay.input.articles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String TEXT =
            "“We can’t wait,” said Zoë Björk — who leads the survey. “Nobody’s ready.” Prices rose by £5 in Århus. ";

    /** Bytes that are none, put in at the begin, in the middle and at the end of a letter. */
    @Test
    void badBytesInUtf8AreReplacedAndCounted() throws CharacterCodingException {
        byte[] good = TEXT.repeat(3).getBytes(StandardCharsets.UTF_8);
        for (byte[] bad :
                List.of(new byte[] {(byte) 0xff}, new byte[] {(byte) 0x93}, new byte[] {(byte) 0xe2, (byte) 0x80})) {
            for (int at : List.of(0, 60, 100, good.length)) {
                int place = at;
                while (place < good.length && (good[place] & 0xc0) == 0x80) {
                    place++;
                }
                byte[] bytes = joined(Arrays.copyOf(good, place), bad, Arrays.copyOfRange(good, place, good.length));
                for (String declared : new String[] {null, "utf-8", "windows-1252"}) {
                    Encoding.Text read = Encoding.decode(bytes, declared);
                    assertThat(read.text().replace("\uFFFD", "")).isEqualTo(TEXT.repeat(3));
                    assertThat(read.encoding()).isEqualTo("UTF-8, 1 place replaced");
                }
            }
        }
    }

    @Test
    void aTextCutInALetterIsUtf8() throws CharacterCodingException {
        byte[] cut = "A council of the town met and voted on the “".getBytes(StandardCharsets.UTF_8);
        Encoding.Text read = Encoding.decode(Arrays.copyOf(cut, cut.length - 1), "utf-8");
        assertThat(read.text()).isEqualTo("A council of the town met and voted on the \uFFFD");
        byte[] latin = "Talks in the old café".getBytes(Encoding.WINDOWS_1252);
        assertThat(Encoding.decode(latin, null).text()).isEqualTo("Talks in the old café");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1", "windows-1251", "GBK", "Shift_JIS", "EUC-KR"})
    void otherEncodingsStayWhatTheyAre(String name) throws CharacterCodingException {
        String text = switch (name) {
            case "windows-1251" -> "Министр сказал, что переговоры продолжатся. ";
            case "GBK" -> "部长说，谈判将于下周继续。";
            case "Shift_JIS" -> "会議は火曜日に開かれると市長は述べた。";
            case "EUC-KR" -> "시장은 회의가 화요일에 열린다고 말했다.";
            default ->
                "The café’s naïve Zoë paid £5 – “no more”. ".replaceAll(name.startsWith("ISO") ? "[’“”–]" : "\0", "");
        };
        byte[] bytes = text.repeat(20).getBytes(Charset.forName(name));
        assertThat(Encoding.decode(bytes, name).text()).isEqualTo(text.repeat(20));
        byte[] wrong = joined(bytes, new byte[] {(byte) 0x81}); // a letter in none of them, or half of one
        Encoding.Text read = Encoding.decode(wrong, name);
        assertThat(read.text()).startsWith(text.repeat(20));
        assertThat(read.encoding()).isNotEqualTo("UTF-8");
    }

    @Test
    void whatIsNoTextIsRefused() {
        byte[] noise = new byte[4_000];
        new Random(5).nextBytes(noise);
        for (byte[] bytes : List.of(noise, joined(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, noise))) {
            for (String declared : new String[] {null, "utf-8", "windows-1252"}) {
                assertThatThrownBy(() -> Encoding.decode(bytes, declared)).isInstanceOf(CharacterCodingException.class);
            }
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}

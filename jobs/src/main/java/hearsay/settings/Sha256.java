package hearsay.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 in hex digits. */
public final class Sha256 {
    private Sha256() {}

    /** Of the UTF-8 bytes, 64 digits. */
    public static String hex(String content) {
        return hex(content.getBytes(StandardCharsets.UTF_8));
    }

    /** 64 digits. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(fresh().digest(content));
    }

    /** One that has read nothing yet. */
    static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

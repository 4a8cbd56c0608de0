package hearsay.input.files;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.apache.hadoop.security.AccessControlException;

/** What is wrong with a file, in words for people who did not write this program. */
public final class FileProblem {
    private static final int LONGEST = 160;

    private FileProblem() {}

    public static String of(Throwable problem) {
        Throwable cause = problem.getCause() != null && problem.getMessage() == null ? problem.getCause() : problem;
        String message = cause.getMessage() == null
                ? ""
                : cause.getMessage().lines().findFirst().orElse("");
        if (cause instanceof AccessControlException
                || cause instanceof AccessDeniedException
                || message.contains("Permission denied")) {
            return "reading it is not permitted";
        }
        if (message.endsWith("(Is a directory)")
                || message.startsWith("Path is not a file")) { // on local disks, on HDFS
            return "it is a folder that could not be listed";
        }
        if (cause instanceof FileNotFoundException || cause instanceof NoSuchFileException) {
            return "it is no longer there";
        }
        if (cause instanceof EOFException || message.contains("Unexpected end of") || message.contains("runcated")) {
            return "it ends too early";
        }
        if (cause instanceof CharacterCodingException) {
            return "its bytes are not text";
        }
        if (message.isBlank()) {
            return cause.getClass().getSimpleName();
        }
        message = message.replaceAll("\\b[a-z0-9]+:/\\S+", "the file"); // rejects name it by its path in the input
        return message.length() <= LONGEST ? message : message.substring(0, LONGEST) + "...";
    }
}

package hearsay.tables;

import java.time.Instant;

/**
 * A file of the input.
 *
 * @param address  where it lies, for Hadoop's file systems
 * @param path     its path relative to the input folder
 * @param bytes    its size
 * @param modified when it was last written
 */
public record InputFile(String address, String path, long bytes, Instant modified) {}

package hearsay.input.archives;

import java.io.InputStream;

/**
 * A record of an archive.
 *
 * @param type   of WARC in lower case, such as "response"; "response" too of ARC, which has no other
 * @param target address that it was fetched from, or null
 * @param date   when, as ISO 8601, or null
 * @param media  type of its block, such as "application/http; msgtype=response"; null where none is given
 * @param block  its bytes; reading them fails with an EOFException where the file ends before
 */
public record ArchiveRecord(String type, String target, String date, String media, InputStream block) {}

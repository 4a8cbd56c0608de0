package hearsay.evaluate;

/**
 * A row of quotes that a reader judged.
 *
 * @param line      of its file, from 1
 * @param articleId of the article it stands in
 * @param begin     first char in the article's text
 * @param end       char after the last
 */
record JudgedRow(int line, String articleId, int begin, int end, Judgement judgement) {}

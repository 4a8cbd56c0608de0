package hearsay.report.site;

/** Words in an article, and where that is. */
record InArticle(String text, int sentence, String outlet, String day, String url, String path, String title) {}

package hearsay.text;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Addresses of articles: which differ in spelling only, and which outlet they belong to. */
public final class Urls {
    private static final Pattern PARTS = Pattern.compile(
            "^(?:(?<scheme>[a-z][a-z0-9+.-]*):)?//(?:[^/?#@]*@)?(?<host>[^/?#:]+)(?::(?<port>\\d{1,5}))?"
                    + "(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMP_CACHE =
            Pattern.compile("^https?://(?:[^/]+\\.cdn\\.ampproject\\.org|(?:www\\.)?google\\.[a-z.]+)/(?:amp|[avc])/(?:s/)?(?<inner>[^/]+\\..+)$");
    private static final Pattern SITE = Pattern.compile("^https://[^/?]+$");
    private static final Pattern ESCAPE = Pattern.compile("%(\\p{XDigit}{2})");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\p{ASCII}]+");
    private static final Pattern DOMAIN = Pattern.compile("^[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}$");
    private static final Pattern EDITION = Pattern.compile("^(?:www\\d?|m|mobile|amp)\\.(?=[^.]+\\.)");
    /** Parameters that say where a reader came from or how the page is shown, as link cleaners list them. */
    private static final Pattern NO_MATTER = Pattern.compile(
            "^(?:utm_\\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|ttclid|mc_cid|mc_eid|_ga|_gl|"
                    + "cmpid|cmp|ncid|icid|ito|smid|soc_src|soc_trk|ocid|xtor|at_\\w+|ns_\\w+|guccounter|guce_\\w+|"
                    + "amp|outputtype|ref|ref_src|ref_url|referrer|src|share|sharetype|feature|partner|"
                    + "__twitter_impression|_hs\\w+|mkt_tok|spm|sr_share)$");

    private Urls() {}

    /**
     * The url by which an article is known: https, without www, mobile or AMP marks, port, fragment, tracking parameters
     * and trailing slash; the other parameters sorted; escapes as RFC 3986, 6.2.2 has them. What is no web address comes back as it is, without outer blanks.
     */
    public static String normalised(String url) {
        String bare = original(url.strip());
        Matcher parts = PARTS.matcher(bare);
        if (!parts.matches()) {
            return bare;
        }
        String scheme = parts.group("scheme");
        if (scheme != null && !scheme.toLowerCase(Locale.ROOT).matches("https?")) {
            return bare;
        }
        return "https://" + host(parts) + port(parts) + escaped(path(parts.group("path")) + query(parts.group("query")));
    }

    /** Whether a url is that of a whole site: no article's, though some sites give it as every article's own. */
    public static boolean isSite(String url) {
        return SITE.matcher(normalised(url)).matches();
    }

    private static String escaped(String pathAndQuery) {
        String ascii = BEYOND_ASCII.matcher(pathAndQuery)
                .replaceAll(chars -> URLEncoder.encode(chars.group(), StandardCharsets.UTF_8));
        return ESCAPE.matcher(ascii).replaceAll(escape -> {
            char meant = (char) Integer.parseInt(escape.group(1), 16);
            boolean needless = meant < 0x80 && (Character.isLetterOrDigit(meant) || "-._~".indexOf(meant) >= 0);
            return needless ? String.valueOf(meant) : escape.group().toUpperCase(Locale.ROOT);
        });
    }

    /** The domain of the outlet: the host without www, mobile or AMP marks, in lower case. */
    public static Optional<String> domain(String url) {
        String bare = original(url.strip());
        Matcher parts = PARTS.matcher(bare);
        String host = parts.matches() ? host(parts) : edition(bare.toLowerCase(Locale.ROOT));
        return DOMAIN.matcher(host).matches() ? Optional.of(host) : Optional.empty();
    }

    private static String original(String url) {
        Matcher cached = AMP_CACHE.matcher(url);
        return cached.matches() ? "https://" + cached.group("inner") : url;
    }

    private static String host(Matcher parts) {
        return edition(parts.group("host").toLowerCase(Locale.ROOT).replaceFirst("\\.$", ""));
    }

    private static String edition(String host) {
        return EDITION.matcher(host).replaceFirst("");
    }

    private static String port(Matcher parts) {
        String port = parts.group("port");
        return port == null || port.equals("80") || port.equals("443") ? "" : ":" + port;
    }

    private static String path(String path) {
        String clean = path.replaceAll("//+", "/")
                .replaceFirst("/+$", "")
                .replaceFirst("(?i)/(?:index\\.html?|index\\.php)$", "")
                .replaceFirst("(?i)/amp$", "")
                .replaceFirst("(?i)[.]amp(?=(?:\\.html?)?$)", "")
                .replaceFirst("(?i)^/amp(?=/)", "");
        return clean;
    }

    private static String query(String query) {
        if (query == null) {
            return "";
        }
        String kept = Arrays.stream(query.split("&|;"))
                .filter(pair -> !pair.isEmpty())
                .filter(pair -> !NO_MATTER.matcher(pair.split("=", 2)[0].toLowerCase(Locale.ROOT)).matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}

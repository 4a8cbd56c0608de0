package hearsay.input.articles;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.http.conn.util.PublicSuffixMatcher;
import org.apache.http.conn.util.PublicSuffixMatcherLoader;

/** Addresses of articles: which differ in spelling only, and which outlet they belong to. */
public final class Urls {
    private static final Pattern PARTS = Pattern.compile(
            "^(?:(?<scheme>[a-z][a-z0-9+.-]*):)?//(?:[^/?#@]*@)?(?<host>[^/?#:]+)(?::(?<port>\\d{1,5}))?"
                    + "(?<path>[^?#]*)(?:\\?(?<query>[^#]*))?(?:#.*)?$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern AMP_CACHE = Pattern.compile(
            "^https?://(?:[^/]+\\.cdn\\.ampproject\\.org|(?:www\\.)?google\\.[a-z.]+)/(?:amp|[avc])/(?:s/)?(?<inner>[^/]+\\..+)$");
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("^(?:[a-z0-9-]+\\.)+[a-z]{2,}(?::\\d{1,5})?/\\S*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOTTED = Pattern.compile("^[^\\s.]+(?:\\.[^\\s.]+)+\\.?$");
    private static final Pattern ESCAPE = Pattern.compile("%(\\p{XDigit}{2})");
    private static final Pattern BEYOND_ASCII = Pattern.compile("[^\\p{ASCII}]+");
    private static final Pattern DOMAIN = Pattern.compile("^[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}$");
    private static final Pattern EDITION = Pattern.compile("^(?:www\\d?|m|mobile|amp)\\.(?=[^.]+\\.)");
    /** Parameters that say where a reader came from or how the page is shown, as link cleaners list them. */
    private static final Pattern NO_MATTER = Pattern.compile(
            "^(?:utm_\\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|twclid|ttclid|mc_cid|mc_eid|_ga|_gl|"
                    + "cmpid|cmp|ncid|icid|ito|smid|soc_src|soc_trk|ocid|xtor|at_\\w+|ns_\\w+|guccounter|guce_\\w+|"
                    + "amp|amp_\\w+|ampshare|usqp|aoh|outputtype|ref|ref_src|ref_url|referrer|src|share|sharetype|feature|partner|"
                    + "__twitter_impression|_hs\\w+|mkt_tok|spm|sr_share)$");

    /** Mozilla's list, as Apache's HTTP client brings it. */
    private static final PublicSuffixMatcher PUBLIC_SUFFIXES = PublicSuffixMatcherLoader.getDefault();

    private Urls() {}

    /**
     * The url by which an article is known: https, without www, mobile or AMP marks, port, fragment, tracking parameters
     * and trailing slash; the other parameters sorted; escapes as RFC 3986, 6.2.2 has them. None where it is no web address
     * ("nan", "/politics/1") or that of a whole site, which some sites give as every article's own.
     */
    public static Optional<String> ofArticle(String url) {
        Matcher parts = parts(url);
        if (!parts.matches() || !isWeb(parts)) {
            return Optional.empty();
        }
        String pathAndQuery = path(parts.group("path")) + query(parts.group("query"));
        return pathAndQuery.isEmpty()
                ? Optional.empty()
                : Optional.of("https://" + host(parts) + port(parts) + escaped(pathAndQuery));
    }

    /** Whether this is the address of a page or a site: of http or https, or without its scheme. */
    public static boolean isWebAddress(String url) {
        Matcher parts = parts(url);
        return parts.matches() && isWeb(parts);
    }

    /** Whether both belong to one registered domain: edition.example.co.uk and www.example.co.uk. */
    public static boolean isSameSite(String one, String other) {
        Optional<String> site = domain(one).map(Urls::registered);
        return site.isPresent() && site.equals(domain(other).map(Urls::registered));
    }

    private static String registered(String domain) {
        String root = PUBLIC_SUFFIXES.getDomainRoot(domain);
        return root == null || root.indexOf('.') < 0 ? domain : root;
    }

    private static Matcher parts(String url) {
        String bare = original(url.strip());
        return PARTS.matcher(WITHOUT_SCHEME.matcher(bare).matches() ? "https://" + bare : bare);
    }

    private static boolean isWeb(Matcher parts) {
        String scheme = parts.group("scheme");
        return (scheme == null || scheme.matches("(?i)https?"))
                && DOTTED.matcher(parts.group("host")).matches();
    }

    private static String escaped(String pathAndQuery) {
        String ascii = BEYOND_ASCII
                .matcher(pathAndQuery)
                .replaceAll(chars -> URLEncoder.encode(chars.group(), StandardCharsets.UTF_8));
        return ESCAPE.matcher(ascii).replaceAll(escape -> {
            char meant = (char) Integer.parseInt(escape.group(1), 16);
            boolean needless = meant < 0x80 && (Character.isLetterOrDigit(meant) || "-._~".indexOf(meant) >= 0);
            return needless ? String.valueOf(meant) : escape.group().toUpperCase(Locale.ROOT);
        });
    }

    /** The domain of the outlet: the host without www, mobile or AMP marks, in lower case. */
    public static Optional<String> domain(String url) {
        Matcher parts = parts(url);
        String host = parts.matches() ? host(parts) : edition(url.strip().toLowerCase(Locale.ROOT));
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
                .filter(pair -> !NO_MATTER
                        .matcher(pair.split("=", 2)[0].toLowerCase(Locale.ROOT))
                        .matches())
                .sorted()
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }
}

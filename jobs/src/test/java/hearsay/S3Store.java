package hearsay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** S3Proxy in a process of its own on loopback: the S3 protocol over objects in memory, with one bucket. */
final class S3Store implements AutoCloseable {
    static final String BUCKET = "news";

    private static final Pattern READY = Pattern.compile("Started ServerConnector@.*\\{127\\.0\\.0\\.1:(\\d+)}");
    private static final Pattern KEY = Pattern.compile("<Key>([^<]+)</Key>");
    private static final int SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Process process;
    private final String address;

    S3Store(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path settings = Files.write(
                folder.resolve("s3proxy.conf"),
                List.of(
                        "s3proxy.endpoint=http://127.0.0.1:0",
                        "s3proxy.authorization=none",
                        "jclouds.provider=transient",
                        "jclouds.identity=any",
                        "jclouds.credential=any"));
        Path log = folder.resolve("s3proxy.log");
        process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-jar",
                        "target/s3/s3proxy.jar",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            address = "http://127.0.0.1:" + port(log) + "/" + BUCKET;
            put("", new byte[0]);
        } catch (IOException | RuntimeException | Error e) {
            close();
            throw e;
        }
    }

    private static String port(Path log) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
                System.nanoTime() < end;
                Thread.sleep(100)) {
            Matcher ready = READY.matcher(Files.readString(log));
            if (ready.find()) {
                return ready.group(1);
            }
        }
        throw new AssertionError("S3Proxy did not start in " + SECONDS + " s: " + Files.readString(log));
    }

    /** What jobs/hearsay is to be given so that it reads and writes {@code s3a://news}. */
    Map<String, String> environment() {
        String endpoint = address.substring(0, address.lastIndexOf('/'));
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
                "HEARSAY_SUBMIT",
                "--jars target/s3/hadoop-aws.jar,target/s3/aws-java-sdk-dynamodb.jar"
                        + " --conf spark.hadoop.fs.s3a.endpoint=" + endpoint
                        + " --conf spark.hadoop.fs.s3a.path.style.access=true"
                        + " --conf spark.hadoop.fs.s3a.access.key=any --conf spark.hadoop.fs.s3a.secret.key=any");
    }

    void put(String key, byte[] bytes) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(uri("/" + key))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build());
    }

    /** The keys that begin so; up to 1,000, which is one page. */
    List<String> keys(String prefix) throws IOException, InterruptedException {
        String page =
                new String(send(HttpRequest.newBuilder(uri("?prefix=" + prefix)).build()), StandardCharsets.UTF_8);
        List<String> keys = new ArrayList<>();
        for (Matcher key = KEY.matcher(page); key.find(); ) {
            keys.add(key.group(1));
        }
        return keys;
    }

    /** Copies the objects whose keys begin so into a folder. */
    void download(String prefix, Path folder) throws IOException, InterruptedException {
        for (String key : keys(prefix)) {
            Path file = folder.resolve(key.substring(prefix.length()));
            Files.createDirectories(file.getParent());
            Files.write(file, send(HttpRequest.newBuilder(uri("/" + key)).build()));
        }
    }

    private URI uri(String rest) {
        return URI.create(address + rest);
    }

    private byte[] send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        assertThat(response.statusCode()).as(request.uri().toString()).isEqualTo(200);
        return response.body();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).join();
    }
}

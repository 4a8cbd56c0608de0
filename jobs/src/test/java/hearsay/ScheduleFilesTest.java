package hearsay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The files of conf/schedule are what their readers take, and start commands that Hearsay knows. */
class ScheduleFilesTest {
    private static final Path SCHEDULE = Path.of("conf/schedule");
    private static final String CRON_SETTING = "[A-Z_]+=\\S+";

    /** Stands for Airflow: keeps what it is given, and ends as spark-submit did. */
    private static final String WITHOUT_AIRFLOW = """
            import sys, types

            class Fails(Exception): pass
            class FailsForGood(Fails): pass
            class Submit:
                def __init__(self, **given):
                    global task
                    task = self
                    self.given = given
                def execute(self, context):
                    raise Fails("Cannot execute: spark-submit hearsay.jar 3. Error code is: %d." % context)
            class Dag:
                def __init__(self, **given): pass
                def __enter__(self): return self
                def __exit__(self, *failure): pass

            def module(name, **names):
                sys.modules[name] = types.ModuleType(name)
                vars(sys.modules[name]).update(names)

            module("pendulum", datetime=lambda *day, tz: day, duration=lambda **span: span)
            module("airflow", DAG=Dag)
            module("airflow.exceptions", AirflowException=Fails, AirflowFailException=FailsForGood)
            for package in ["airflow.providers", "airflow.providers.apache", "airflow.providers.apache.spark",
                            "airflow.providers.apache.spark.operators"]:
                module(package)
            module("airflow.providers.apache.spark.operators.spark_submit", SparkSubmitOperator=Submit)
            exec(compile(open(sys.argv[1]).read(), sys.argv[1], "exec"))
            print(*task.given["application_args"], sep="\\t")
            for code in [1, 2, 3, 137]:
                try:
                    task.execute(code)
                except Fails as failure:
                    print(code, type(failure).__name__)
            """;

    @Test
    void cron() throws IOException {
        List<String> lines = lines("hearsay.cron")
                .filter(line -> !line.matches(CRON_SETTING))
                .toList();
        assertThat(lines)
                .singleElement()
                .asString()
                .matches("0 3 \\* \\* \\*  hearsay  cd /opt/hearsay && .*")
                .doesNotContain("%");
        assertKnown(words(lines.get(0).replaceFirst(".*jobs/hearsay ", "").replaceFirst(" > .*", "")));
        assertThat(Files.readString(SCHEDULE.resolve("hearsay.cron")))
                .contains("useradd", "/var/log/hearsay")
                .endsWith("\n");
    }

    /** Its command as cron starts it: by sh, without the environment of a login, in which nobody may find a Java. */
    @Test
    void cronMailsWhatWentWrongOnly(@TempDir Path folder) throws Exception {
        List<String> settings =
                lines("hearsay.cron").filter(line -> line.matches(CRON_SETTING)).toList();
        assertThat(settings).anyMatch(setting -> setting.startsWith("PATH=/usr/local/bin:"));
        String command = lines("hearsay.cron")
                .filter(line -> line.startsWith("0 3"))
                .findFirst()
                .orElseThrow()
                .replaceFirst("^0 3 \\* \\* \\*  hearsay  ", "")
                .replace("/opt/hearsay", folder.toString())
                .replace("/var/log/hearsay", folder.toString());
        Path launcher = Files.createDirectory(folder.resolve("jobs")).resolve("hearsay");
        for (int code : List.of(0, 3)) {
            Files.writeString(launcher, "#!/bin/sh\necho the night\nexit " + code + "\n");
            assertThat(launcher.toFile().setExecutable(true)).isTrue();
            ProcessBuilder cron = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
            cron.environment().clear();
            settings.forEach(setting -> cron.environment().put(setting.split("=", 2)[0], setting.split("=", 2)[1]));
            Process process = cron.start();
            assertThat(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(code == 0 ? "" : "hearsay ended with exit code 3\nthe night\n");
        }
    }

    @Test
    void systemd() throws IOException {
        assertThat(unit("hearsay.timer")).containsKeys("Timer OnCalendar", "Install WantedBy");
        Map<String, String> service = unit("hearsay.service");
        assertThat(service).containsEntry("Service Type", "oneshot").containsEntry("Service User", "hearsay");
        assertKnown(words(service.get("Service ExecStart").replaceFirst("/opt/hearsay/jobs/hearsay ", "")));
        assertThat(Files.readString(SCHEDULE.resolve("hearsay.service"))).contains("useradd");
    }

    @Test
    @SuppressWarnings("unchecked")
    void kubernetes() throws IOException {
        Map<String, Object> file = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(Files.readString(SCHEDULE.resolve("hearsay-kubernetes.yaml")));
        Map<String, Object> template = (Map<String, Object>) ((Map<String, Object>) file.get("spec")).get("template");
        assertThat(template).containsEntry("mainClass", Hearsay.class.getName());
        assertKnown((List<String>) template.get("arguments"));
        Map<String, Object> executor = (Map<String, Object>) template.get("executor");
        assertThat(executor).containsEntry("cores", 2).as("half a GB a core").containsEntry("memoryOverhead", "1g");
        assertThat((Map<String, Object>) template.get("driver")).containsKey("memoryOverhead");
    }

    @Test
    void airflow() throws Exception {
        assumeTrue(isThere("python3"), "no python3");
        Process python = new ProcessBuilder(
                        "python3",
                        "-c",
                        WITHOUT_AIRFLOW,
                        SCHEDULE.resolve("hearsay_airflow.py").toString())
                .redirectErrorStream(true)
                .start();
        List<String> said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(python.waitFor()).as(said.toString()).isZero();
        assertKnown(Arrays.stream(said.get(0).split("\t"))
                .map(a -> a.replaceFirst("\\{\\{.*}}", "2025-06-20"))
                .toList());
        assertThat(said.subList(1, said.size()))
                .containsExactly("1 Fails", "2 FailsForGood", "3 FailsForGood", "137 Fails");
    }

    private static void assertKnown(List<String> arguments) {
        assertThat(Hearsay.commandLine()
                        .parseArgs(arguments.toArray(String[]::new))
                        .subcommand()
                        .commandSpec()
                        .name())
                .isEqualTo("nightly");
    }

    private static Map<String, String> unit(String name) throws IOException {
        Map<String, String> unit = new TreeMap<>();
        String section = "";
        for (String line : lines(name).toList()) {
            if (line.matches("\\[[A-Z][a-z]+]")) {
                section = line.substring(1, line.length() - 1);
            } else {
                assertThat(line).matches("[A-Z][A-Za-z]+=\\S.*");
                unit.put(section + " " + line.substring(0, line.indexOf('=')), line.substring(line.indexOf('=') + 1));
            }
        }
        return unit;
    }

    private static Stream<String> lines(String name) throws IOException {
        return Files.readAllLines(SCHEDULE.resolve(name)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"));
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split(" +"));
    }

    private static boolean isThere(String program) throws InterruptedException {
        try {
            return new ProcessBuilder(program, "--version")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }
}

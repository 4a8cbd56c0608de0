package hearsay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.onnxruntime.OrtException;
import hearsay.input.files.InputFiles;
import hearsay.store.Warehouse;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.FSError;
import org.apache.spark.SparkException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class HearsayTest {
    @TempDir
    private Path folder;

    private record Ran(int exitCode, String out, String err) {}

    @Test
    void aloneItExplainsItself() {
        Ran ran = hearsay();
        assertThat(ran.exitCode()).isZero();
        assertThat(ran.out())
                .contains("nightly", "evaluate", "jobs/hearsay nightly --input seeds --warehouse warehouse");
    }

    @Test
    void helpNamesEveryOption() {
        assertThat(hearsay("nightly", "--help").out()).contains("--input", "--warehouse", "--run-date", "--conf");
    }

    @Test
    void aMissingOptionIsNamed() {
        Ran ran = hearsay("nightly", "--input", "seeds");
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("--warehouse").doesNotContain("\tat ");
    }

    @Test
    void rowsToJudgeNeedAWarehouse() {
        Ran sample = hearsay("evaluate", "--sample", "10", "--out", "rows.csv");
        assertThat(sample.exitCode()).isEqualTo(2);
        assertThat(sample.err()).contains("need --warehouse").hasLineCount(1);
        Ran none = hearsay("evaluate", "--sample", "0", "--out", "rows.csv", "--warehouse", "w");
        assertThat(none.exitCode()).isEqualTo(2);
        assertThat(none.err()).contains("1 or more").hasLineCount(1);
        assertThat(hearsay("evaluate", "--statements", "judged.jsonl").err()).contains("--articles");
    }

    @Test
    void anUnknownSettingStopsBeforeAnythingIsWritten() throws Exception {
        Path conf = Files.writeString(folder.resolve("own.conf"), "modells.entities = x");
        Ran ran = hearsay(
                "nightly",
                "--input",
                "seeds",
                "--warehouse",
                folder.resolve("w").toString(),
                "--conf",
                conf.toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("Unknown setting modells.entities").hasLineCount(1);
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @Test
    void aJarForGpusSaysThatThereIsNone() throws Exception {
        StringWriter err = new StringWriter();
        CommandLine command = Hearsay.commandLine().setErr(new PrintWriter(err));
        int exitCode = command.getExecutionExceptionHandler()
                .handleExecutionException(
                        new SparkException(
                                "Job aborted",
                                new OrtException(
                                        OrtException.OrtErrorCode.ORT_RUNTIME_EXCEPTION,
                                        "provider_bridge_ort.cc:1637 Failed to load library libonnxruntime_providers_cuda.so with error:"
                                                + " libcublasLt.so.12: cannot open shared object file: No such file or directory\n")),
                        command,
                        null);
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .contains("-Pgpu", "(libcublasLt.so.12: cannot open")
                .hasLineCount(1);
    }

    @Test
    void theModelIsNotReadInAnotherEncoding() throws Exception {
        OwnProcess ran = OwnProcess.of(
                Hearsay.class,
                List.of("-Dfile.encoding=US-ASCII"),
                "nightly",
                "--input",
                "seeds",
                "--warehouse",
                folder.resolve("w").toString());
        assertThat(ran.exitCode()).as(ran.output()).isEqualTo(2);
        assertThat(ran.output())
                .contains("Java's encoding is US-ASCII here", "LC_ALL=C.UTF-8")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @Test
    void whatIsNotPermittedIsNoFaultOfTheProgram() throws Exception {
        StringWriter err = new StringWriter();
        CommandLine command = Hearsay.commandLine().setErr(new PrintWriter(err));
        int exitCode = command.getExecutionExceptionHandler()
                .handleExecutionException(
                        new UncheckedIOException(
                                "cannot publish the night",
                                new FileSystemException(
                                        "/w/.nights/b/entities", "/w/.nights/a/entities", "Operation not permitted")),
                        command,
                        null);
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString())
                .contains("/w/.nights/a/entities: Operation not permitted)", "One user")
                .hasLineCount(1);
    }

    @Command(name = "write")
    private record Write(boolean inTheDriver) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            FSError full = FailingDisk.error("No space left on device");
            if (inTheDriver) {
                throw full;
            }
            throw new SparkException("Job aborted due to stage failure", full);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aFullDiskIsNoFaultOfTheProgram(boolean inTheDriver) {
        StringWriter err = new StringWriter();
        CommandLine command =
                Hearsay.commandLine().addSubcommand(new Write(inTheDriver)).setErr(new PrintWriter(err));
        assertThat(command.execute("write")).isEqualTo(2);
        assertThat(err.toString())
                .contains("There is no room left for the warehouse")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreWhoseReaderIsMissingIsTheOperatorsMistake(boolean input) throws Exception {
        Exception fault = catchThrowableOfType(Exception.class, () -> {
            if (input) {
                InputFiles.list(TestSpark.session(), "s3a://bucket/articles");
            } else {
                Warehouse.at(TestSpark.session(), "s3a://bucket/warehouse");
            }
        });
        StringWriter err = new StringWriter();
        CommandLine command = Hearsay.commandLine().setErr(new PrintWriter(err));
        assertThat(command.getExecutionExceptionHandler().handleExecutionException(fault, command, null))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("S3AFileSystem not found", "hadoop-aws")
                .hasLineCount(1);
    }

    @Test
    void aPlaceThatCannotBeWrittenIsTheOperatorsMistake() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "x");
        Ran ran = hearsay(
                "generate",
                "--articles",
                "1",
                "--out",
                file.resolve("news.jsonl").toString());
        assertThat(ran.exitCode()).isEqualTo(2);
        assertThat(ran.err()).contains("Cannot write " + file).hasLineCount(1);
    }

    private static Ran hearsay(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Hearsay.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Ran(command.execute(arguments), out.toString(), err.toString());
    }
}

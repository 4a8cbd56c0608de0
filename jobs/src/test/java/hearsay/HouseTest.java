package hearsay;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.PUBLIC;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may use whom: the layout of the packages and the arrows between them, as CONTRIBUTING.md draws them. */
@AnalyzeClasses(packages = "hearsay", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {
    private static final int LONGEST_CLASS = 400;

    /** Package, and those it may use beside itself. The root holds the main class only. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            Map.entry("settings", List.of()),
            Map.entry("tables", List.of("settings")),
            Map.entry("text", List.of("tables", "settings")),
            Map.entry("model", List.of("text", "tables", "settings")),
            Map.entry("input", List.of("text", "tables", "settings")),
            Map.entry("store", List.of("tables", "settings")),
            Map.entry("steps", List.of("model", "input", "text", "tables", "settings")),
            Map.entry("night", List.of("steps", "store", "model", "input", "text", "tables", "settings")),
            Map.entry("evaluate", List.of("night", "steps", "store", "model", "input", "text", "tables", "settings")),
            Map.entry("bench", List.of("night", "steps", "store", "model", "input", "text", "tables", "settings")),
            Map.entry("report", List.of("night", "steps", "store", "model", "input", "text", "tables", "settings")),
            Map.entry(
                    "commands",
                    List.of(
                            "evaluate",
                            "bench",
                            "report",
                            "night",
                            "steps",
                            "store",
                            "model",
                            "input",
                            "text",
                            "tables",
                            "settings")));

    @ArchTest
    static void packagesUseOnlyThoseBelowThem(JavaClasses classes) {
        assertThat(MAY_USE.entrySet().stream().flatMap(entry -> {
                    String name = entry.getKey();
                    List<String> below = entry.getValue();
                    String[] others = Stream.concat(MAY_USE.keySet().stream(), Stream.of(""))
                            .filter(other -> !other.equals(name) && !below.contains(other))
                            .map(other -> other.isEmpty() ? "hearsay" : "hearsay." + other + "..")
                            .toArray(String[]::new);
                    return noClasses()
                            .that()
                            .resideInAPackage("hearsay." + name + "..")
                            .should()
                            .dependOnClassesThat()
                            .resideInAnyPackage(others)
                            .allowEmptyShould(true)
                            .evaluate(classes)
                            .getFailureReport()
                            .getDetails()
                            .stream();
                }))
                .as("uses of a package above")
                .isEmpty();
    }

    @ArchTest
    static void everyPackageHasItsPlace(JavaClasses classes) {
        String[] known = Stream.concat(
                        Stream.of("hearsay"), MAY_USE.keySet().stream().map(name -> "hearsay." + name + ".."))
                .toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(classes);
    }

    @ArchTest
    static final ArchRule PACKAGES_WITHOUT_CIRCLES =
            slices().matching("hearsay.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule FILES_WITHOUT_CIRCLES = slices().assignedFrom(new SliceAssignment() {
                @Override
                public SliceIdentifier getIdentifierOf(JavaClass type) {
                    return type.getPackageName().startsWith("hearsay")
                            ? SliceIdentifier.of(type.getName().replaceFirst("\\$.*", ""))
                            : SliceIdentifier.ignore();
                }

                @Override
                public String getDescription() {
                    return "files";
                }
            })
            .should()
            .beFreeOfCycles();

    @ArchTest
    static final ArchRule TEXT_WITHOUT_SPARK = noClasses()
            .that()
            .resideInAPackage("hearsay.text..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.spark..");

    @ArchTest
    static final ArchRule ONLY_MODEL_NAMES_SPARK_NLP = noClasses()
            .that()
            .resideOutsideOfPackage("hearsay.model..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.johnsnowlabs..");

    @ArchTest
    static final ArchRule ONLY_COMMANDS_PARSE = noClasses()
            .that()
            .resideOutsideOfPackages("hearsay", "hearsay.commands..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    private static final DescribedPredicate<JavaClass> STEP = describe(
            "steps",
            type -> type.getPackageName().equals("hearsay.steps")
                    && type.isTopLevelClass()
                    && type.getMethods().stream()
                            .anyMatch(method -> method.getName().equals("derive")));

    @ArchTest
    static final ArchRule STEPS_ARE_FINAL_WITH_ONE_WAY_IN = classes()
            .that(STEP)
            .should()
            .haveModifier(FINAL)
            .andShould(new ArchCondition<>("have one public method, static: derive") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    List<String> others = type.getMethods().stream()
                            .filter(method -> method.getModifiers().contains(PUBLIC))
                            .filter(method -> !method.getName().equals("derive")
                                    || !method.getModifiers().contains(STATIC))
                            .map(method -> method.getName())
                            .toList();
                    events.add(new SimpleConditionEvent(type, others.isEmpty(), type.getName() + " has " + others));
                }
            });

    @Test
    void noClassIsLong() throws IOException {
        Map<String, Long> longer = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("jobs/src/main/java"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                try (Stream<String> lines = Files.lines(file)) {
                    long count = lines.count();
                    if (count > LONGEST_CLASS) {
                        longer.put(file.getFileName().toString(), count);
                    }
                }
            }
        }
        assertThat(longer).as("files over " + LONGEST_CLASS + " lines").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIs() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("jobs/src/main/java/hearsay"))) {
            assertThat(folders.filter(Files::isDirectory).filter(HouseTest::holdsClasses))
                    .allSatisfy(folder ->
                            assertThat(folder.resolve("package-info.java")).exists());
        }
    }

    private static boolean holdsClasses(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package dev.netwright.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the picture of the runtime in ARCHITECTURE.md true. */
class ArchitectureTest {
    private static final String ROOT = "dev.netwright.runtime";

    /** What the classes of a package may use beside their own package. "" is the root. */
    private static final Map<String, List<String>> MAY_USE = Map.ofEntries(
            entry("random", List.of()),
            entry("kernel", List.of()),
            entry("topology", List.of("kernel")),
            entry("", List.of("random", "kernel", "data", "topology", "file")),
            entry("data", List.of("random")),
            entry("file", List.of("data", "topology", "kernel")),
            entry("loss", List.of("", "topology", "data", "kernel")),
            entry("metric", List.of("", "topology", "data", "kernel")),
            entry("schedule", List.of("kernel")),
            entry("optimizer", List.of("kernel")),
            entry(
                    "training",
                    List.of(
                            "",
                            "topology",
                            "random",
                            "kernel",
                            "data",
                            "file",
                            "loss",
                            "metric",
                            "schedule",
                            "optimizer")));

    /** Those of {@code Math} that are exact by specification. */
    private static final List<String> EXACT_FUNCTIONS = List.of(
            "abs",
            "max",
            "min",
            "signum",
            "copySign",
            "floor",
            "ceil",
            "rint",
            "round",
            "sqrt",
            "fma",
            "scalb",
            "ulp",
            "getExponent",
            "nextUp",
            "nextDown",
            "nextAfter",
            "floorDiv",
            "floorMod",
            "multiplyHigh",
            ".*Exact");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    static List<String> packages() {
        return MAY_USE.keySet().stream().sorted().toList();
    }

    @Test
    void everyPackageHasItsPlaceInThePicture() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).collect(Collectors.toSet()))
                .allSatisfy(name -> assertThat(packages().stream().map(ArchitectureTest::packageName))
                        .contains(name));
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("packages")
    void aPackageUsesOnlyWhatLiesBelowIt(String name) {
        String[] usable =
                MAY_USE.get(name).stream().map(ArchitectureTest::packageName).toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packageName(name))
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "..")
                        .and(not(resideInAPackage(packageName(name))))
                        .and(not(resideInAnyPackage(usable))))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void nothingIsUsedButTheVocabularyAndTheBaseOfTheJdk() {
        noClasses()
                .that(not(simpleNameStartingWith("Simd")))
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                                "",
                                ROOT + "..",
                                "dev.netwright.annotations..",
                                "java.io..",
                                "java.lang..",
                                "java.math..",
                                "java.nio..",
                                "java.security..",
                                "java.time..",
                                "java.util",
                                "java.util.concurrent..",
                                "java.util.function..",
                                "java.util.regex..",
                                "java.util.stream..",
                                "java.util.zip.."))
                        .and(not(jspecify())))
                .check(CLASSES);
    }

    /** Only annotations for tools, which need not be there when the classes are loaded. */
    private static DescribedPredicate<JavaClass> jspecify() {
        return resideInAPackage("org.jspecify.annotations..");
    }

    @Test
    void noClassNamesTheOnesThatNeedTheIncubatorModule() {
        noClasses()
                .that(not(simpleNameStartingWith("Simd")))
                .should()
                .dependOnClassesThat(simpleNameStartingWith("Simd").and(resideInAPackage(ROOT + "..")))
                .check(CLASSES);
    }

    @Test
    void onlyFunctionsOfMathAreCalledThatGiveTheSameBitsEverywhere() {
        noClasses()
                .should()
                .callMethodWhere(target(owner(equivalentTo(Math.class)))
                        .and(not(target(nameMatching(String.join("|", EXACT_FUNCTIONS))))))
                .check(CLASSES);
    }

    @Test
    void everyRandomNumberComesFromASeed() {
        noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class))
                .check(CLASSES);
    }

    /** The sums of the JDK's streams of doubles have no order that is promised. */
    @Test
    void noSumOfDoublesIsLeftToAStream() {
        noClasses()
                .should()
                .dependOnClassesThat(belongToAnyOf(DoubleStream.class, DoubleSummaryStatistics.class))
                .check(CLASSES);
    }

    private static String packageName(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}

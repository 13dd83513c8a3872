package dev.netwright.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the picture of the runtime in ARCHITECTURE.md true. */
class ArchitectureTest {
    private static final String ROOT = "dev.netwright.runtime";

    /** What the classes of a package may use beside their own package. "" is the root. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "random", List.of(),
            "kernel", List.of(),
            "", List.of("random", "kernel"),
            "data", List.of("random"),
            "loss", List.of("", "data", "kernel"),
            "metric", List.of("", "data", "kernel"),
            "schedule", List.of(),
            "optimizer", List.of("kernel"),
            "training", List.of("", "random", "kernel", "data", "loss", "metric", "schedule", "optimizer"));

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
    void noResultHangsOnFunctionsThatDifferFromOneJvmToTheNext() {
        for (String function : List.of(
                "sin", "cos", "tan", "asin", "acos", "atan", "exp", "expm1", "log", "log10", "log1p", "sinh", "cosh",
                "tanh", "cbrt")) {
            noClasses().should().callMethod(Math.class, function, double.class).check(CLASSES);
        }
        for (String function : List.of("pow", "atan2", "hypot")) {
            noClasses()
                    .should()
                    .callMethod(Math.class, function, double.class, double.class)
                    .check(CLASSES);
        }
    }

    private static String packageName(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}

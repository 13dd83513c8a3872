package dev.netwright.processor;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps the picture of the processor in ARCHITECTURE.md true: one package a stage, one direction. */
class ArchitectureTest {
    private static final String ROOT = "dev.netwright.processor";

    /** What the classes of a package may use beside their own package. "" is the root. */
    private static final Map<String, List<String>> MAY_USE = Map.of(
            "model", List.of(),
            "diagnostic", List.of("model"),
            "declaration", List.of("diagnostic", "model"),
            "plan", List.of("model"),
            "emit", List.of("plan", "model"),
            "onnx", List.of("model"),
            "", List.of("declaration", "diagnostic", "model", "plan", "emit", "onnx"));

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
    void aStageUsesOnlyTheStagesBeforeIt(String name) {
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
    void onlyTheEdgesKnowTheCompiler() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT, ROOT + ".declaration", ROOT + ".diagnostic")
                .should()
                // JavaPoet is told with the compiler's enum whether a member is public or static.
                .dependOnClassesThat(resideInAnyPackage("javax.lang.model..", "javax.annotation.processing..")
                        .and(not(type(Modifier.class))))
                .check(CLASSES);
    }

    @Test
    void modelAndPlanArePlainJava() {
        noClasses()
                .that()
                .resideInAnyPackage(ROOT + ".model", ROOT + ".plan")
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "", ROOT + "..", "dev.netwright.annotations..", "java.lang..", "java.util..")))
                .check(CLASSES);
    }

    @Test
    void onlyDiagnosticsKnowTheTreesOfJavac() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".diagnostic")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.sun.source..")
                .check(CLASSES);
    }

    @Test
    void onlyEmittersKnowJavaPoet() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".emit")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.palantir.javapoet..")
                .check(CLASSES);
    }

    @Test
    void onlyTheImportKnowsTheMessagesOfFiles() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".onnx")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.google.protobuf..", "dev.netwright.onnx..")
                .check(CLASSES);
    }

    private static String packageName(String name) {
        return name.isEmpty() ? ROOT : ROOT + "." + name;
    }
}

package dev.netwright.export;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Keeps the picture of this module in ARCHITECTURE.md true. */
class ArchitectureTest {
    @Test
    void nothingIsUsedButTheRuntimeAndTheJdk() {
        noClasses()
                .should()
                .dependOnClassesThat(not(resideInAnyPackage(
                        "",
                        "dev.netwright.export",
                        "dev.netwright.annotations..",
                        "dev.netwright.runtime..",
                        "java..",
                        "javax.lang.model..")))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.netwright.export"));
    }
}

package dev.netwright.testing;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** A reference that called what it judges would be no second implementation. */
class ArchitectureTest {
    @Test
    void theReferenceUsesTheTopologyWithItsShapesAndNothingElseOfTheRuntime() {
        noClasses()
                .that()
                .resideInAPackage("dev.netwright.testing.reference")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.netwright.runtime..")
                        .and(not(resideInAPackage("dev.netwright.runtime.topology")))
                        .and(not(nameMatching(".*\\.(ConvolutionShape|PoolingShape)"))))
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("dev.netwright.testing"));
    }
}

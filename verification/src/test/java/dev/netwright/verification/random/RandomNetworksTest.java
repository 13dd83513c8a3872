package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Generated networks against the reference, for random declarations under both compilers. Prints what it checked and its
 * seed; {@code -Dnetwright.seed=...} repeats a run.
 */
class RandomNetworksTest {
    private static final Coverage COVERAGE = new Coverage();

    @Provide
    Arbitrary<List<RandomNetwork>> batches() {
        return Declarations.batches(NetworkCount.BATCH);
    }

    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @AddLifecycleHook(NetworkCount.class)
    void everyDeclarationCompilesAndComputesWhatTheReferenceDoes(@ForAll("batches") List<RandomNetwork> networks)
            throws IOException {
        CompiledBatch.check(networks, COVERAGE);
    }

    /** A tolerance that lets anything pass would be no check. */
    @AfterContainer
    static void toleranceIsNarrow() {
        System.out.println("Random networks checked: " + COVERAGE);
        assertThat(COVERAGE.sharpShare()).isGreaterThan(0.5);
        assertThat(COVERAGE.skippedShare()).isLessThan(0.1);
        assertThat(COVERAGE.onnxShare()).isGreaterThan(0.95);
        assertThat(COVERAGE.importShare()).isGreaterThan(0.95);
        assertThat(COVERAGE.refusedImportShare()).isZero();
        assertThat(COVERAGE.exportedShare()).isGreaterThan(0.2);
    }
}

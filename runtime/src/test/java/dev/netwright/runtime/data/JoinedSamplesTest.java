package dev.netwright.runtime.data;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedSamplesTest {
    private enum Kind {
        ONE,
        OTHER
    }

    @Test
    void samplesWithoutInputsAreNone() {
        String message =
                "The samples have no input yet; call with(...) for each input of the network before dataset(...).";
        assertThatIllegalStateException()
                .isThrownBy(() -> new JoinedSamples().dataset(List.of(Kind.ONE), Kind.values()))
                .withMessage(message);
        assertThatIllegalStateException()
                .isThrownBy(() -> new JoinedSamples().dataset(Targets.ofValues(new float[1], 1)))
                .withMessage(message);
    }
}

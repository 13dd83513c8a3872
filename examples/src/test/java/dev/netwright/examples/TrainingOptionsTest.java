package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.xor.XorNetwork;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrainingOptionsTest {
    private final TrainingOptions options = new TrainingOptions();

    @Test
    void anExampleHasItsOwnEpochsUntilTheUserWantsOthers() {
        assertThat(options.epochs(7)).isEqualTo(7);

        options.setEpochs(Optional.of(3));

        assertThat(options.epochs(7)).isEqualTo(3);
    }

    @Test
    void asManyEpochsAsThereAreNumbersCanBeAskedFor() {
        assertThat(options.trainer(XorNetwork.create(1), Integer.MAX_VALUE)).isNotNull();
    }
}

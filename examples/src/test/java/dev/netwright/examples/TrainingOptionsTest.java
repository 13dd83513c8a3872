package dev.netwright.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.examples.xor.Xor;
import dev.netwright.examples.xor.XorNetwork;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Sgd;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class TrainingOptionsTest {
    @Command
    private static final class AnyExample {
        @Mixin
        private final TrainingOptions options = new TrainingOptions();
    }

    private static TrainingOptions options(String... arguments) {
        return CommandLine.populateCommand(new AnyExample(), arguments).options;
    }

    @Test
    void anExampleHasItsOwnEpochsUntilTheUserWantsOthers() {
        assertThat(options().epochs(7)).isEqualTo(7);
        assertThat(options("--epochs", "3").epochs(7)).isEqualTo(3);
    }

    @Test
    void asManyEpochsAsThereAreNumbersCanBeAskedFor() {
        assertThat(options("--epochs", "2147483647").trainer(XorNetwork.create(1), 5))
                .isNotNull();
    }

    @Test
    void theSeedDecidesTheOrderOfTheRows() {
        assertThat(trained("--seed", "1")).isEqualTo(trained("--seed", "1"));
        assertThat(trained("--seed", "1")).isNotEqualTo(trained("--seed", "2"));
    }

    /** The parameters that follow from one order of the rows. */
    private static float[] trained(String... arguments) {
        Xor net = XorNetwork.create(1);
        Dataset data = Dataset.of(new float[] {0, 0, 0, 1, 1, 0, 1, 1}, 2, new float[] {0, 1, 1, 0}, 1);
        options(arguments)
                .trainer(net, 1)
                .loss(Loss.BINARY_CROSS_ENTROPY)
                .optimizer(new Sgd(1f))
                .batchSize(1)
                .fit(data);
        return net.parameters();
    }
}

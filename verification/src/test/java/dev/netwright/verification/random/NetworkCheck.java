package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import java.util.List;
import java.util.Random;

/** Everything that is asked of one generated class, with parameters and data from the declaration's seed. */
final class NetworkCheck {
    private static final int MOST_ROWS = 40;

    /** For networks so large that the reference, which is slow, would take seconds. */
    private static final int FEW_ROWS = 7;

    private static final int MANY_PARAMETERS = 20_000;

    /** Several blocks of a prediction. */
    private static final int MOST_PREDICTED = 150;

    /** Small enough for so many rows. */
    private static final int FEW_PARAMETERS = 3_000;

    private final Random random;
    private final Comparison comparison = new Comparison();
    private int losses;

    /** Checks it all. */
    NetworkCheck(RandomNetwork declared, GeneratedClass generated) {
        random = new Random(declared.seed());
        Network fresh = generated.create(declared.seed());
        TopologyCheck.check(declared, fresh.topology());
        assertThat(generated.create(declared.seed()).parameters()).isEqualTo(fresh.parameters());
        int mostRows = fresh.parameters().length > MANY_PARAMETERS ? FEW_ROWS : MOST_ROWS;
        NetworkData data = NetworkData.of(fresh, 1 + random.nextInt(mostRows), random);
        Network network = generated.of(data.parameters());
        assertThat(network.parameters()).isEqualTo(data.parameters()).isNotSameAs(data.parameters());

        checkPasses(network, data);
        boolean isSmall = data.parameters().length < FEW_PARAMETERS;
        int rows = isSmall ? 1 + random.nextInt(MOST_PREDICTED) : data.rows();
        PredictionCheck.check(network, Doubles.normal(random, rows * network.inputSize(), 1), rows, random);
        assertThat(network.parameters()).isEqualTo(data.parameters());
    }

    /** One pass for all rows, for some, and for the gradient of every loss. */
    private void checkPasses(Network network, NetworkData data) {
        PassCheck passes = new PassCheck(network, data.rows() + random.nextInt(3), comparison);
        passes.check(data.inputs(), 0, data.rows(), random);
        int firstRow = random.nextInt(data.rows());
        passes.check(data.inputs(), firstRow, 1 + random.nextInt(data.rows() - firstRow), random);
        List<LossCase> cases = LossCase.suiting(network.topology(), random);
        int chosen = random.nextInt(cases.size());
        for (int i = 0; i < cases.size(); i++) {
            LossCheck check = new LossCheck(cases.get(i), passes.pass());
            float[] gradients = check.check(random);
            if (i == chosen) {
                passes.checkBackward(gradients, check.isFused());
            }
            losses++;
        }
    }

    Comparison comparison() {
        return comparison;
    }

    int losses() {
        return losses;
    }
}

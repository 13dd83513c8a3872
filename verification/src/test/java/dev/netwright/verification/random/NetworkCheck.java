package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import dev.netwright.testing.GradientCheck;
import dev.netwright.testing.GradientReport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /** The users' check goes forward again for each of these. */
    private static final int FEW_GRADIENTS = 400;

    private static final int FEW_GRADIENT_ROWS = 2;

    private final Random random;
    private final Comparison comparison = new Comparison();
    private final OnnxCheck onnx;
    private int losses;
    private Optional<GradientReport> gradients = Optional.empty();

    /** Checks it all but what is exported or imported again, which is checked with others. */
    NetworkCheck(RandomNetwork declared, GeneratedClass generated, ExportBatch exports, ImportBatch imports) {
        random = new Random(declared.seed());
        Network fresh = generated.create(declared.seed());
        TopologyCheck.check(declared, fresh.topology());
        assertThat(generated.create(declared.seed()).parameters()).isEqualTo(fresh.parameters());
        int mostRows = fresh.parameters().length > MANY_PARAMETERS ? FEW_ROWS : MOST_ROWS;
        int fewest = fresh.topology().leastTrainingRows();
        NetworkData data = NetworkData.of(fresh, fewest + random.nextInt(mostRows), random);
        Network network = generated.of(data.parameters(), data.statistics());
        assertThat(network.statistics()).isEqualTo(data.statistics());
        assertThat(network.parameters()).isEqualTo(data.parameters()).isNotSameAs(data.parameters());

        checkPasses(network, data);
        boolean isSmall = data.parameters().length < FEW_PARAMETERS;
        int rows = isSmall ? 1 + random.nextInt(MOST_PREDICTED) : data.rows();
        float[] inputs = NetworkData.inputs(network.topology(), rows, random);
        PredictionCheck.check(network, inputs, rows, random);
        PoisonCheck.check(network, inputs, rows, rows + random.nextInt(3));
        onnx = new OnnxCheck(network, inputs, rows, random);
        FileCheck.check(network, generated.create(declared.seed()), random);
        if (data.parameters().length < FEW_GRADIENTS) {
            checkGradients(network, data, declared.seed());
        }
        exports.add(network, inputs, rows, random);
        imports.add(network, inputs, rows, random);
        assertThat(network.parameters()).isEqualTo(data.parameters());
        assertThat(network.statistics()).isEqualTo(data.statistics());
    }

    /** As users do, which compares the reference with central differences too. */
    private void checkGradients(Network network, NetworkData data, long seed) {
        int rows = Math.min(FEW_GRADIENT_ROWS, data.rows());
        float[] inputs = Arrays.copyOf(data.inputs(), rows * network.inputSize());
        GradientReport report =
                GradientCheck.of(network).inputs(inputs, rows).seed(seed).run();
        assertThat(report.agrees()).as("%s", report).isTrue();
        gradients = Optional.of(report);
    }

    /** One pass for all rows, for some, and for the gradient of every loss. */
    private void checkPasses(Network network, NetworkData data) {
        PassCheck passes = new PassCheck(network, data.rows() + random.nextInt(3), comparison);
        passes.check(data.inputs(), 0, data.rows(), random);
        int firstRow = random.nextInt(data.rows());
        passes.check(data.inputs(), firstRow, 1 + random.nextInt(data.rows() - firstRow), random);
        int heads = network.topology().heads().size();
        List<float[]> ofHeads = new ArrayList<>();
        boolean[] areOfLogits = new boolean[heads];
        for (int head = 0; head < heads; head++) {
            List<LossCase> cases = LossCase.suiting(network.topology().heads().get(head), random);
            int chosen = random.nextInt(cases.size());
            for (int i = 0; i < cases.size(); i++) {
                LossCheck check = new LossCheck(cases.get(i), passes.pass(), head);
                float[] gradients = check.check(random);
                if (i == chosen) {
                    ofHeads.add(gradients);
                    areOfLogits[head] = check.isFused();
                }
                losses++;
            }
        }
        passes.checkBackward(ofHeads, areOfLogits);
    }

    Comparison comparison() {
        return comparison;
    }

    OnnxCheck onnx() {
        return onnx;
    }

    int losses() {
        return losses;
    }

    /** Of networks with few parameters. */
    Optional<GradientReport> gradients() {
        return gradients;
    }
}

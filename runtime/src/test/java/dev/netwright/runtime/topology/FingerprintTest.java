package dev.netwright.runtime.topology;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FingerprintTest {
    /** What a sequence is made of, to be changed in one place. */
    private String input = "input";

    private String name = "hidden";
    private ActivationFunction activation = Activation.ELU;
    private float alpha = 1f;
    private boolean bias = true;
    private Initializer initializer = Initializer.ZEROS;
    private LayerTraining training = LayerTraining.PLAIN;
    private LayerTreatment treatment = LayerTreatment.NONE;
    private LayerWiring wiring = LayerWiring.ABOVE;
    private String network = "Net";

    private Topology topology() {
        int biases = bias ? 2 : 0;
        DenseLayer hidden = new DenseLayer(
                name, wiring, 2, 2, activation, alpha, bias, initializer, Float.NaN, 0, 4, training, treatment);
        int next = 4 + biases + 2 * hidden.gainCount();
        DenseLayer output = new DenseLayer(
                "output",
                LayerWiring.ABOVE,
                2,
                1,
                Activation.IDENTITY,
                Float.NaN,
                true,
                Initializer.ZEROS,
                Float.NaN,
                next,
                next + 2,
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
        return new Topology(network, List.of(new NetworkInput(input, 2)), List.of(hidden, output));
    }

    /** Files of earlier releases have these. */
    @Test
    void neverChanges() {
        assertThat(topology().fingerprint())
                .isEqualTo("732b7dd4fd2f9dabe186f5096fc3e0381260eecf33360fc379ab9f33e2401ef9");
        assertThat(window(3, 1).fingerprint())
                .isEqualTo("1472dc0d92b8a4f43efd9c892f6f606469c6db7d861dcc3e84be176578493d31");
        activation = new CustomActivation("Clip", z -> z, z -> 1, Expression.of("z > 0.1 ? 0.1 : tanh(z)"));
        assertThat(topology().fingerprint())
                .isEqualTo("95e1382ac6149f1fad6ff2f069be1b9bf7e2808c1c745f0050e414b48e01a6a3");
    }

    @Test
    void differsWhereParametersMeanOtherThings() {
        Set<String> found = new HashSet<>();
        List<Topology> all = new ArrayList<>();
        all.add(topology());
        input = "features";
        all.add(topology());
        name = "first";
        all.add(topology());
        activation = Activation.LEAKY_RELU;
        all.add(topology());
        alpha = 2f;
        all.add(topology());
        activation = new CustomActivation("LEAKY_RELU", z -> z, z -> 1);
        alpha = Float.NaN;
        all.add(topology());
        activation = Activation.TANH;
        all.add(topology());
        activation = new CustomActivation("TANH", z -> z, z -> 1);
        all.add(topology());
        activation = new CustomActivation("TANH", z -> z, z -> 1, Expression.of("2 * tanh(z)"));
        all.add(topology());
        activation = new CustomActivation("TANH", z -> z, z -> 1, Expression.of("3 * tanh(z)"));
        all.add(topology());
        assertThat(topology()).asString().contains("TANH: 3 * tanh(z)");
        bias = false;
        all.add(topology());
        treatment = new LayerTreatment(Normalization.LAYER, 4, 0f);
        all.add(topology());
        treatment = treatment.withEpsilon(1e-3f);
        all.add(topology());
        treatment = new LayerTreatment(Normalization.BATCH, 4, 0, 1, 0f);
        all.add(topology());
        wiring = new LayerWiring(List.of("features"), Merge.CONCATENATE, "features");
        all.add(topology());
        all.add(window(3, 1));
        all.add(window(4, 1));
        all.add(window(3, 2));
        all.forEach(topology -> found.add(topology.fingerprint()));
        assertThat(found).hasSameSizeAs(all);
    }

    @Test
    void isTheSameWhereTrainingAloneDiffers() {
        String before = topology().fingerprint();
        initializer = Initializer.HE_NORMAL;
        training = new LayerTraining(false, 0.1f, 0.2f);
        treatment = new LayerTreatment(0.5f);
        network = "Other";
        assertThat(topology().fingerprint()).isEqualTo(before).matches("[0-9a-f]{64}");
    }

    private static Topology window(int kernel, int pool) {
        ConvolutionShape shape = ConvolutionShape.same(1, 8, 1, 2, 1, kernel, 1, 1);
        PoolingShape pooling = new PoolingShape(1, 8, 2, 1, pool, 1, pool);
        return new Topology(
                "Window",
                8,
                List.of(new ConvolutionLayer(
                        "output",
                        LayerWiring.ABOVE,
                        shape,
                        Activation.RELU,
                        Float.NaN,
                        Optional.of(new LayerPooling(true, pooling)),
                        true,
                        Initializer.ZEROS,
                        Float.NaN,
                        0,
                        2 * kernel,
                        LayerTraining.PLAIN,
                        LayerTreatment.NONE)));
    }
}

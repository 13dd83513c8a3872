package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.Topology;

/** What a network says of itself is what its declaration says. */
final class TopologyCheck {
    private TopologyCheck() {}

    static void check(RandomNetwork declared, Topology topology) {
        assertThat(topology.name()).isEqualTo(declared.name());
        assertThat(topology.inputSize()).isEqualTo(declared.inputs());
        assertThat(topology.layers()).hasSameSizeAs(declared.layers());
        int columns = declared.inputs();
        int offset = 0;
        for (int i = 0; i < declared.layers().size(); i++) {
            RandomLayer layer = declared.layers().get(i);
            Activation activation = layer.effectiveActivation();
            Initializer init = layer.init().orElse(Initializer.AUTO).resolve(activation);
            boolean isLast = i == declared.layers().size() - 1;
            Topology.Dense expected = new Topology.Dense(
                    layer.name().orElse(isLast ? "output" : "hidden" + (i + 1)),
                    columns,
                    layer.size(),
                    activation,
                    layer.alpha()
                            .orElse(activation.alpha().map(Alpha::byDefault).orElse(Float.NaN)),
                    layer.bias().orElse(true),
                    init,
                    init == Initializer.CONSTANT ? layer.constant() : Float.NaN,
                    offset,
                    offset + columns * layer.size());
            assertThat(topology.layers().get(i)).isEqualTo(expected);
            columns = layer.size();
            offset += expected.parameterCount();
        }
    }
}

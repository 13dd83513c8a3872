package dev.netwright.runtime.topology;

import dev.netwright.annotations.ActivationFunction;
import java.util.Optional;

/**
 * A layer without weights, {@code z = x}: it merges, activates, pools, drops out or adds a residual.
 *
 * @param name       its name
 * @param wiring     what it reads
 * @param inputs     columns of x, and of its output where it does not pool
 * @param activation what is applied to z
 * @param alpha      the activation's parameter; NaN where it takes none
 * @param pool       what pools the activations
 * @param treatment  what is done to its values beside
 */
public record WeightlessLayer(
        String name,
        LayerWiring wiring,
        int inputs,
        ActivationFunction activation,
        float alpha,
        Optional<LayerPooling> pool,
        LayerTreatment treatment)
        implements NetworkLayer {
    @Override
    public int units() {
        return pool.isPresent() ? pool.get().shape().outputSize() : inputs;
    }

    @Override
    public int parameterCount() {
        return 2 * gainCount();
    }

    @Override
    public long multiplyAdds() {
        return 0;
    }
}

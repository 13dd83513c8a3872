package dev.netwright.runtime.topology;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;

/**
 * A dense layer, {@code z = x·W + b}.
 *
 * @param name          its name
 * @param wiring        what it reads
 * @param inputs        columns of x
 * @param units         columns of z
 * @param activation    what is applied to z
 * @param alpha         the activation's parameter; NaN where it takes none
 * @param bias          whether it has biases
 * @param initializer   how its weights start; never {@code AUTO}
 * @param constant      the weights' start with {@code CONSTANT}; NaN otherwise
 * @param weightsOffset where its weights, {@code inputs x units}, start in the network's parameters
 * @param biasesOffset  where its biases, {@code 1 x units}, start there; where it has none, where they would
 * @param training      whether its parameters are trained, and with which penalties
 * @param treatment     what is done to its values beside
 */
public record DenseLayer(
        String name,
        LayerWiring wiring,
        int inputs,
        int units,
        ActivationFunction activation,
        float alpha,
        boolean bias,
        Initializer initializer,
        float constant,
        int weightsOffset,
        int biasesOffset,
        LayerTraining training,
        LayerTreatment treatment)
        implements WeightedLayer {
    @Override
    public int weightRows() {
        return inputs;
    }

    @Override
    public int weightColumns() {
        return units;
    }

    @Override
    public int fanOut() {
        return units;
    }

    @Override
    public long multiplyAdds() {
        return weightCount();
    }
}

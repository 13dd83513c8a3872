package dev.netwright.runtime.topology;

import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.kernel.ConvolutionShape;
import java.util.Optional;

/**
 * A convolution: every pixel of z is {@code patch·W + b} for the patch of x that the kernel covers there.
 *
 * @param name          its name
 * @param wiring        what it reads
 * @param shape         the sizes of x, the kernel and z
 * @param activation    what is applied to z; of softmax and log-softmax over all of z
 * @param alpha         the activation's parameter; NaN where it takes none
 * @param pool          what pools the activations
 * @param bias          whether it has biases, one for each filter
 * @param initializer   how its weights start; never {@code AUTO}
 * @param constant      the weights' start with {@code CONSTANT}; NaN otherwise
 * @param weightsOffset where its weights, {@code patchSize x filters}, start in the network's parameters
 * @param biasesOffset  where its biases, {@code 1 x filters}, start there; where it has none, where they would
 * @param training      whether its parameters are trained, and with which penalties
 * @param treatment     what is done to its values beside
 */
public record ConvolutionLayer(
        String name,
        LayerWiring wiring,
        ConvolutionShape shape,
        ActivationFunction activation,
        float alpha,
        Optional<LayerPooling> pool,
        boolean bias,
        Initializer initializer,
        float constant,
        int weightsOffset,
        int biasesOffset,
        LayerTraining training,
        LayerTreatment treatment)
        implements WeightedLayer {
    @Override
    public int inputs() {
        return shape.inputSize();
    }

    @Override
    public int preactivations() {
        return shape.outputSize();
    }

    @Override
    public int units() {
        return pool.isPresent() ? pool.get().shape().outputSize() : shape.outputSize();
    }

    @Override
    public int weightRows() {
        return shape.patchSize();
    }

    @Override
    public int weightColumns() {
        return shape.filters();
    }

    @Override
    public int fanOut() {
        return shape.kernelHeight() * shape.kernelWidth() * shape.filters();
    }

    @Override
    public long multiplyAdds() {
        return (long) shape.outputPixels() * shape.weightCount();
    }
}

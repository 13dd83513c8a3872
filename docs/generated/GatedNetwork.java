package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.PredictionCapacity;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.Merging;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightlessLayer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network that {@code Gated} declares: 8 features in, 3 outputs out.
 *
 * <pre>{@code
 * layer   shape     activation  parameters  multiply-adds
 * lift    8 -> 16   relu               144            128
 * block   16 -> 16  relu               272            256
 * gate    16 -> 16  identity             0              0
 * output  24 -> 3   softmax             75             72
 * total                                491            456
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, in this order; a name stands for the output of that layer:
 *
 * <pre>{@code
 * lift    x = features          z = x·W + b     a = max(0, z)
 * block   x = lift              z = x·W + b     a = max(0, z)          y = a + lift
 * gate                          z = block·lift  a = z
 * output  x = [gate, features]  z = x·W + b     a = exp(z) / Σ exp(z)
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * output  dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * gate    dL/dz = dL/da
 * block   dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * lift    dL/dz = dL/da·f'(z), f'(z) = z > 0 ? 1 : 0
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to what it reads,
 * which calls the sum of all that it is handed dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class GatedNetwork extends GeneratedNetwork implements Gated {
    /** Features of one sample. */
    private static final int INPUTS = 8;

    /** Layer lift: its units, and where its weights, {@code 8 x 16}, and its biases start. */
    private static final int LIFT_UNITS = 16;
    private static final int LIFT_WEIGHTS = 0;
    private static final int LIFT_BIASES = LIFT_WEIGHTS + INPUTS * LIFT_UNITS;

    /** Layer block: its units, and where its weights, {@code 16 x 16}, and its biases start. */
    private static final int BLOCK_UNITS = 16;
    private static final int BLOCK_WEIGHTS = LIFT_BIASES + LIFT_UNITS;
    private static final int BLOCK_BIASES = BLOCK_WEIGHTS + LIFT_UNITS * BLOCK_UNITS;

    /** Layer gate: its units, which are the columns that it merges. */
    private static final int GATE_UNITS = BLOCK_UNITS;

    /**
     * Layer output: its units, the columns that it merges, and where its weights, {@code 24 x 3}, and its biases start.
     */
    private static final int OUTPUT_UNITS = 3;
    private static final int OUTPUT_INPUTS = GATE_UNITS + INPUTS;
    private static final int OUTPUT_WEIGHTS = BLOCK_BIASES + BLOCK_UNITS;
    private static final int OUTPUT_BIASES = OUTPUT_WEIGHTS + OUTPUT_INPUTS * OUTPUT_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private GatedNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private GatedNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static GatedNetwork create(long seed) {
        return new GatedNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 491
     */
    public static GatedNetwork of(float[] parameters) {
        return new GatedNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static GatedNetwork load(Path file) throws IOException {
        GatedNetwork network = new GatedNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    @Override
    public GatedNetwork copy() {
        return scaling(new GatedNetwork(parameters()));
    }

    @Override
    public Pass newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    @Override
    protected Pass newPass(PredictionCapacity capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "lift", LayerWiring.ABOVE, INPUTS, LIFT_UNITS,
                Activation.RELU, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                LIFT_WEIGHTS, LIFT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "block", new LayerWiring(List.of("lift"), Merge.CONCATENATE, /* residual= */ "lift"),
                LIFT_UNITS, BLOCK_UNITS,
                Activation.RELU, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.HE_NORMAL, /* constant= */ Float.NaN,
                BLOCK_WEIGHTS, BLOCK_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new WeightlessLayer(
                "gate", new LayerWiring(List.of("block", "lift"), Merge.MULTIPLY, /* residual= */ ""),
                GATE_UNITS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.none(), LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "output", new LayerWiring(List.of("gate", "features"), Merge.CONCATENATE, /* residual= */ ""),
                OUTPUT_INPUTS, OUTPUT_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                OUTPUT_WEIGHTS, OUTPUT_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("Gated", List.of(new NetworkInput("features", INPUTS)), layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * Where a layer merges X is x, with a residual Y is y = a + r, Dx is dL/dx, and Part is one part of a gradient that is
     * added to others.
     * In passes that only predict activations share arrays: 62 floats a row instead of 126.
     */
    private static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer lift, {@code capacity x 16}. */
        private final float[] liftZ;
        private final float[] liftA;
        private float[] liftDz = {};
        private float[] liftDa = {};
        private float[] liftDx = {};

        /** Layer block, {@code capacity x 16}. */
        private final float[] blockZ;
        private final float[] blockA;
        private final float[] blockY;
        private float[] blockDz = {};
        private float[] blockDa = {};
        private float[] blockDx = {};

        /** Layer gate, {@code capacity x 16}; z is also a, and dL/dz is also dL/da. */
        private final float[] gateZ;
        private float[] gateDz = {};

        /** Layer output, {@code capacity x 3}; dL/da is the caller's. */
        private final float[] outputX;
        private final float[] outputZ;
        private final float[] outputA;
        private float[] outputDz = {};
        private float[] outputDx = {};

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            liftZ = new float[capacity * LIFT_UNITS];
            liftA = new float[capacity * LIFT_UNITS];
            blockZ = new float[capacity * BLOCK_UNITS];
            blockA = new float[capacity * BLOCK_UNITS];
            blockY = new float[capacity * BLOCK_UNITS];
            gateZ = new float[capacity * GATE_UNITS];
            outputX = new float[capacity * OUTPUT_INPUTS];
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        /** For predictions alone, after which nothing goes back: an array serves again once all have read it. */
        Workspace(float[] parameters, PredictionCapacity predictions) {
            super(TOPOLOGY, predictions);
            int capacity = predictions.rows();
            p = parameters;
            // wide enough for all that it serves later
            liftZ = new float[capacity * OUTPUT_INPUTS];
            liftA = new float[capacity * LIFT_UNITS];
            blockZ = liftZ;
            blockA = new float[capacity * BLOCK_UNITS];
            blockY = liftZ;
            gateZ = blockA;
            outputX = liftZ;
            outputZ = new float[capacity * OUTPUT_UNITS];
            outputA = new float[capacity * OUTPUT_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            liftDz = new float[capacity * LIFT_UNITS];
            liftDa = new float[capacity * LIFT_UNITS];
            liftDx = new float[capacity * INPUTS];
            blockDz = new float[capacity * BLOCK_UNITS];
            blockDa = new float[capacity * BLOCK_UNITS];
            blockDx = new float[capacity * LIFT_UNITS];
            gateDz = new float[capacity * GATE_UNITS];
            outputDz = new float[capacity * OUTPUT_UNITS];
            outputDx = new float[capacity * OUTPUT_INPUTS];
        }

        @Override
        public float[] outputs() {
            return computed(outputA);
        }

        @Override
        public float[] logits() {
            return computed(outputZ);
        }

        @Override
        protected void computeForward(int rows) {
            forwardLift(rows);
            forwardBlock(rows);
            forwardGate(rows);
            forwardOutput(rows);
        }

        /** Forward through layer lift (8 -> 16, relu). */
        private void forwardLift(int rows) {
            // z = x·W + b
            Kernels.affine(inputs, inputOffset, p, LIFT_WEIGHTS, LIFT_BIASES, liftZ,
                    rows, INPUTS, LIFT_UNITS);
            // a = max(0, z)
            Activations.relu(liftZ, liftA, rows * LIFT_UNITS);
        }

        /** Forward through layer block (16 -> 16, relu). */
        private void forwardBlock(int rows) {
            // z = x·W + b
            Kernels.affine(liftA, 0, p, BLOCK_WEIGHTS, BLOCK_BIASES, blockZ,
                    rows, LIFT_UNITS, BLOCK_UNITS);
            // a = max(0, z)
            Activations.relu(blockZ, blockA, rows * BLOCK_UNITS);
            // y = a + lift
            Merging.add(blockA, 0, liftA, 0, blockY, 0, rows * BLOCK_UNITS);
        }

        /** Forward through layer gate (16 -> 16, identity). */
        private void forwardGate(int rows) {
            // z = block·lift
            Merging.multiply(blockY, 0, liftA, 0, gateZ, 0, rows * GATE_UNITS);
            // a = z, in the same array
        }

        /** Forward through layer output (24 -> 3, softmax). */
        private void forwardOutput(int rows) {
            // x = [gate, features]
            Merging.copyColumns(gateZ, 0, GATE_UNITS, 0, outputX, 0, OUTPUT_INPUTS, 0,
                    GATE_UNITS, rows);
            Merging.copyColumns(inputs, inputOffset, INPUTS, 0,
                    outputX, 0, OUTPUT_INPUTS, GATE_UNITS, INPUTS, rows);
            // z = x·W + b
            Kernels.affine(outputX, 0, p, OUTPUT_WEIGHTS, OUTPUT_BIASES, outputZ,
                    rows, OUTPUT_INPUTS, OUTPUT_UNITS);
            // a = exp(z) / Σ exp(z)
            Softmax.forward(outputZ, outputA, rows, OUTPUT_UNITS);
        }

        /** From dL/da of the last layer. */
        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            // a = exp(z) / Σ exp(z), ∂aᵢ/∂zⱼ = aᵢ·(δᵢⱼ - aⱼ), δᵢⱼ = 1 where i = j, else 0
            // dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
            Softmax.backward(outputA, outputGradients, outputDz, rows, OUTPUT_UNITS);
            backpropagate(rows);
        }

        /**
         * From dL/dz of the last layer, which is a - t for cross-entropy with targets t: finite
         * however large the logits are, while dL/da = -t / a is not.
         */
        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            System.arraycopy(logitGradients, 0, outputDz, 0, rows * OUTPUT_UNITS);
            backpropagate(rows);
        }

        /** From dL/dz of the last layer, layer by layer, to dL/dz of the first. */
        private void backpropagate(int rows) {
            backwardOutput(rows);
            backwardGate(rows);
            backwardBlock(rows);
            backwardLift(rows);
        }

        /** Backward through layer output (24 -> 3, softmax). */
        private void backwardOutput(int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(outputDz, p, OUTPUT_WEIGHTS, outputDx,
                    rows, OUTPUT_INPUTS, OUTPUT_UNITS);
            // dL/da of gate = dL/dx, its columns
            Merging.copyColumns(outputDx, 0, OUTPUT_INPUTS, 0, gateDz, 0, GATE_UNITS, 0,
                    GATE_UNITS, rows);
        }

        /** Backward through layer gate (16 -> 16, identity). */
        private void backwardGate(int rows) {
            // dL/dz = dL/da, in the same array
            // dL/da of block = dL/dz·lift
            Merging.multiply(gateDz, 0, liftA, 0, blockDa, 0, rows * GATE_UNITS);
            // dL/da of lift = dL/dz·block
            Merging.multiply(gateDz, 0, blockY, 0, liftDa, 0, rows * GATE_UNITS);
        }

        /** Backward through layer block (16 -> 16, relu). */
        private void backwardBlock(int rows) {
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(blockZ, blockA, blockDa, blockDz, rows * BLOCK_UNITS);
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(blockDz, p, BLOCK_WEIGHTS, blockDx,
                    rows, LIFT_UNITS, BLOCK_UNITS);
            // dL/da of lift += dL/dy
            Merging.add(blockDa, 0, liftDa, 0, liftDa, 0, rows * LIFT_UNITS);
            // dL/da of lift += dL/dx
            Merging.add(blockDx, 0, liftDa, 0, liftDa, 0, rows * LIFT_UNITS);
        }

        /** Backward through layer lift (8 -> 16, relu). */
        private void backwardLift(int rows) {
            // a = max(0, z), f'(z) = z > 0 ? 1 : 0
            // dL/dz = dL/da·f'(z)
            Activations.reluBackward(liftZ, liftA, liftDa, liftDz, rows * LIFT_UNITS);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsOutput(gradients, rows, share);
            gradientsBlock(gradients, rows, share);
            gradientsLift(gradients, rows, share);
        }

        /** The gradients of layer output. */
        private void gradientsOutput(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(outputX, 0, outputDz, gradients, OUTPUT_WEIGHTS,
                    rows, OUTPUT_INPUTS, OUTPUT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(outputDz, gradients, OUTPUT_BIASES, rows, OUTPUT_UNITS, share);
        }

        /** The gradients of layer block. */
        private void gradientsBlock(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(liftA, 0, blockDz, gradients, BLOCK_WEIGHTS,
                    rows, LIFT_UNITS, BLOCK_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(blockDz, gradients, BLOCK_BIASES, rows, BLOCK_UNITS, share);
        }

        /** The gradients of layer lift. */
        private void gradientsLift(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(inputs, inputOffset, liftDz, gradients, LIFT_WEIGHTS,
                    rows, INPUTS, LIFT_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(liftDz, gradients, LIFT_BIASES, rows, LIFT_UNITS, share);
        }

        /** The gradient of the network's input: the sum of what the layers that read it hand back. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            inputGradientsOutput(inputGradients, rows);
            inputGradientsLift(inputGradients, rows);
        }

        /** What layer output hands back to the network's input. */
        private void inputGradientsOutput(float[] inputGradients, int rows) {
            // dL/dfeatures = dL/dx, its columns
            Merging.copyColumns(outputDx, 0, OUTPUT_INPUTS, GATE_UNITS,
                    inputGradients, 0, INPUTS, 0, INPUTS, rows);
        }

        /** What layer lift hands back to the network's input. */
        private void inputGradientsLift(float[] inputGradients, int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(liftDz, p, LIFT_WEIGHTS, liftDx,
                    rows, INPUTS, LIFT_UNITS);
            // dL/dfeatures += dL/dx
            Merging.add(liftDx, 0, inputGradients, 0, inputGradients, 0, rows * INPUTS);
        }
    }
}

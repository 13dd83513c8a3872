package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.kernel.Activations;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Kernels;
import dev.netwright.runtime.kernel.Merging;
import dev.netwright.runtime.kernel.Softmax;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network that {@code ActorCritic} declares: 4 features in, policy of 2 outputs, value of 1 output out.
 *
 * <pre>{@code
 * layer   shape    activation  parameters  multiply-adds
 * trunk   4 -> 32  tanh               160            128
 * policy  32 -> 2  softmax             66             64
 * value   32 -> 1  identity            33             32
 * total                               259            224
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, in this order; a name stands for the output of that layer:
 *
 * <pre>{@code
 * trunk   x = state  z = x·W + b  a = tanh(z)
 * policy  x = trunk  z = x·W + b  a = exp(z) / Σ exp(z)
 * value   x = trunk  z = x·W + b  a = z
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * value   dL/dz = dL/da
 * policy  dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
 * trunk   dL/dz = dL/da·f'(z), f'(z) = 1 - a²
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to what it reads,
 * which calls the sum of all that it is handed dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class ActorCriticNetwork extends GeneratedNetwork implements ActorCritic {
    /** Features of one sample. */
    private static final int INPUTS = 4;

    /** Layer trunk: its units, and where its weights, {@code 4 x 32}, and its biases start. */
    private static final int TRUNK_UNITS = 32;
    private static final int TRUNK_WEIGHTS = 0;
    private static final int TRUNK_BIASES = TRUNK_WEIGHTS + INPUTS * TRUNK_UNITS;

    /** Layer policy: its units, and where its weights, {@code 32 x 2}, and its biases start. */
    private static final int POLICY_UNITS = 2;
    private static final int POLICY_WEIGHTS = TRUNK_BIASES + TRUNK_UNITS;
    private static final int POLICY_BIASES = POLICY_WEIGHTS + TRUNK_UNITS * POLICY_UNITS;

    /** Layer value: its units, and where its weights, {@code 32 x 1}, and its biases start. */
    private static final int VALUE_UNITS = 1;
    private static final int VALUE_WEIGHTS = POLICY_BIASES + POLICY_UNITS;
    private static final int VALUE_BIASES = VALUE_WEIGHTS + TRUNK_UNITS * VALUE_UNITS;

    /** Outputs for one sample, those of all heads. */
    private static final int OUTPUTS = POLICY_UNITS + VALUE_UNITS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private ActorCriticNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private ActorCriticNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static ActorCriticNetwork create(long seed) {
        return new ActorCriticNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 259
     */
    public static ActorCriticNetwork of(float[] parameters) {
        return new ActorCriticNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static ActorCriticNetwork load(Path file) throws IOException {
        ActorCriticNetwork network = new ActorCriticNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    /**
     * The outputs for one sample.
     *
     * @param state {@code 1 x 4}
     * @return new arrays, one for each head
     * @throws IllegalArgumentException if a length is wrong or a feature is not finite
     */
    public Outputs infer(float[] state) {
        float[] outputs = predict(state);
        return new Outputs(
                Arrays.copyOfRange(outputs, 0, POLICY_UNITS),
                Arrays.copyOfRange(outputs, POLICY_UNITS, OUTPUTS));
    }

    @Override
    public ActorCriticNetwork copy() {
        return scaling(new ActorCriticNetwork(parameters()));
    }

    @Override
    public Workspace newPass(int capacity) {
        return scaling(new Workspace(parameters(), capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new DenseLayer(
                "trunk", LayerWiring.ABOVE, INPUTS, TRUNK_UNITS,
                Activation.TANH, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                TRUNK_WEIGHTS, TRUNK_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "policy", LayerWiring.ABOVE, TRUNK_UNITS, POLICY_UNITS,
                Activation.SOFTMAX, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                POLICY_WEIGHTS, POLICY_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        layers.add(new DenseLayer(
                "value", new LayerWiring(List.of("trunk"), Merge.CONCATENATE, /* residual= */ ""),
                TRUNK_UNITS, VALUE_UNITS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, /* bias= */ true,
                Initializer.GLOROT_UNIFORM, /* constant= */ Float.NaN,
                VALUE_WEIGHTS, VALUE_BIASES,
                LayerTraining.PLAIN, LayerTreatment.NONE));
        return new Topology("ActorCritic", List.of(new NetworkInput("state", INPUTS)), layers,
                List.of("policy", "value"));
    }

    /**
     * The outputs for one sample, head by head.
     *
     * @param policy {@code 1 x 2}
     * @param value {@code 1 x 1}
     */
    public record Outputs(float[] policy, float[] value) {
        @Override
        public String toString() {
            return "Outputs[policy=" + Arrays.toString(policy) + ", value=" + Arrays.toString(value)
                    + "]";
        }
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * Where a layer merges X is x, with a residual Y is y = a + r, Dx is dL/dx, and Part is one part of a gradient that is
     * added to others.
     */
    public static final class Workspace extends GeneratedPass {
        /** The network's live parameters. */
        private final float[] p;

        /** Layer trunk, {@code capacity x 32}. */
        private final float[] trunkZ;
        private final float[] trunkA;
        private float[] trunkDz = {};
        private float[] trunkDa = {};

        /** Layer policy, {@code capacity x 2}. */
        private final float[] policyZ;
        private final float[] policyA;
        private float[] policyDz = {};
        private float[] policyDa = {};
        private float[] policyDx = {};

        /** Layer value, {@code capacity x 1}; z is also a, and dL/dz is also dL/da. */
        private final float[] valueZ;
        private float[] valueDz = {};

        /** The outputs of all heads side by side, {@code capacity x 3}. */
        private final float[] outputs;

        /** The logits of all heads likewise. */
        private final float[] logits;

        Workspace(float[] parameters, int capacity) {
            super(TOPOLOGY, capacity);
            p = parameters;
            trunkZ = new float[capacity * TRUNK_UNITS];
            trunkA = new float[capacity * TRUNK_UNITS];
            policyZ = new float[capacity * POLICY_UNITS];
            policyA = new float[capacity * POLICY_UNITS];
            valueZ = new float[capacity * VALUE_UNITS];
            outputs = new float[capacity * OUTPUTS];
            logits = new float[capacity * OUTPUTS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            trunkDz = new float[capacity * TRUNK_UNITS];
            trunkDa = new float[capacity * TRUNK_UNITS];
            policyDz = new float[capacity * POLICY_UNITS];
            policyDa = new float[capacity * POLICY_UNITS];
            policyDx = new float[capacity * TRUNK_UNITS];
            valueDz = new float[capacity * VALUE_UNITS];
        }

        @Override
        public float[] outputs() {
            return computed(outputs);
        }

        @Override
        public float[] logits() {
            return computed(logits);
        }

        /**
         * The live outputs of head policy of the last forward pass, {@code capacity x 2}; the first rows count.
         *
         * @throws IllegalStateException if no forward pass came before
         */
        public float[] outputsOfPolicy() {
            return computed(policyA);
        }

        /**
         * The live outputs of head value of the last forward pass, {@code capacity x 1}; the first rows count.
         *
         * @throws IllegalStateException if no forward pass came before
         */
        public float[] outputsOfValue() {
            return computed(valueZ);
        }

        /**
         * The live logits of head policy of the last forward pass, {@code capacity x 2}; the first rows count.
         *
         * @throws IllegalStateException if no forward pass came before
         */
        public float[] logitsOfPolicy() {
            return computed(policyZ);
        }

        /**
         * The live logits of head value of the last forward pass, {@code capacity x 1}; the first rows count.
         *
         * @throws IllegalStateException if no forward pass came before
         */
        public float[] logitsOfValue() {
            return computed(valueZ);
        }

        /**
         * Lets the next {@link #backward()} start at the outputs of head policy.
         *
         * @param gradients dL/da, {@code rows x 2}; may be longer, kept until then
         * @return this
         * @throws IllegalStateException if no forward pass came before, or a gradient was given for this head since
         * @throws IllegalArgumentException if the array is too short
         */
        public Workspace fromOutputsOfPolicy(float[] gradients) {
            fromOutputs(0, gradients);
            return this;
        }

        /**
         * Lets the next {@link #backward()} start at the logits of head policy.
         *
         * @param gradients dL/dz, {@code rows x 2}; may be longer, kept until then
         * @return this
         * @throws IllegalStateException if no forward pass came before, or a gradient was given for this head since
         * @throws IllegalArgumentException if the array is too short
         */
        public Workspace fromLogitsOfPolicy(float[] gradients) {
            fromLogits(0, gradients);
            return this;
        }

        /**
         * Lets the next {@link #backward()} start at the outputs of head value.
         *
         * @param gradients dL/da, {@code rows x 1}; may be longer, kept until then
         * @return this
         * @throws IllegalStateException if no forward pass came before, or a gradient was given for this head since
         * @throws IllegalArgumentException if the array is too short
         */
        public Workspace fromOutputsOfValue(float[] gradients) {
            fromOutputs(1, gradients);
            return this;
        }

        /**
         * Lets the next {@link #backward()} start at the logits of head value.
         *
         * @param gradients dL/dz, {@code rows x 1}; may be longer, kept until then
         * @return this
         * @throws IllegalStateException if no forward pass came before, or a gradient was given for this head since
         * @throws IllegalArgumentException if the array is too short
         */
        public Workspace fromLogitsOfValue(float[] gradients) {
            fromLogits(1, gradients);
            return this;
        }

        @Override
        protected float[] headOutputs(int head) {
            return switch (head) {
                case 0 -> policyA;
                default -> valueZ;
            };
        }

        @Override
        protected float[] headLogits(int head) {
            return switch (head) {
                case 0 -> policyZ;
                default -> valueZ;
            };
        }

        @Override
        protected void computeForward(int rows) {
            forwardTrunk(rows);
            forwardPolicy(rows);
            forwardValue(rows);
            joinHeads(rows);
        }

        /** The outputs and logits of all heads, side by side. */
        private void joinHeads(int rows) {
            Merging.copyColumns(policyA, 0, POLICY_UNITS, 0, outputs, 0, OUTPUTS, 0,
                    POLICY_UNITS, rows);
            Merging.copyColumns(valueZ, 0, VALUE_UNITS, 0, outputs, 0, OUTPUTS, POLICY_UNITS,
                    VALUE_UNITS, rows);
            Merging.copyColumns(policyZ, 0, POLICY_UNITS, 0, logits, 0, OUTPUTS, 0,
                    POLICY_UNITS, rows);
            Merging.copyColumns(valueZ, 0, VALUE_UNITS, 0, logits, 0, OUTPUTS, POLICY_UNITS,
                    VALUE_UNITS, rows);
        }

        /** Forward through layer trunk (4 -> 32, tanh). */
        private void forwardTrunk(int rows) {
            // z = x·W + b
            Kernels.affine(inputs, inputOffset, p, TRUNK_WEIGHTS, TRUNK_BIASES, trunkZ,
                    rows, INPUTS, TRUNK_UNITS);
            // a = tanh(z)
            Activations.tanh(trunkZ, trunkA, rows * TRUNK_UNITS);
        }

        /** Forward through layer policy (32 -> 2, softmax). */
        private void forwardPolicy(int rows) {
            // z = x·W + b
            Kernels.affine(trunkA, 0, p, POLICY_WEIGHTS, POLICY_BIASES, policyZ,
                    rows, TRUNK_UNITS, POLICY_UNITS);
            // a = exp(z) / Σ exp(z)
            Softmax.forward(policyZ, policyA, rows, POLICY_UNITS);
        }

        /** Forward through layer value (32 -> 1, identity). */
        private void forwardValue(int rows) {
            // z = x·W + b
            Kernels.affine(trunkA, 0, p, VALUE_WEIGHTS, VALUE_BIASES, valueZ,
                    rows, TRUNK_UNITS, VALUE_UNITS);
            // a = z, in the same array
        }

        /** From dL/da of all heads, side by side. */
        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            startAtOutputsOfPolicy(outputGradients, OUTPUTS, 0, rows);
            startAtOutputsOfValue(outputGradients, OUTPUTS, POLICY_UNITS, rows);
            backpropagate(rows);
        }

        /** From dL/dz of all heads, side by side. */
        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            startAtLogitsOfPolicy(logitGradients, OUTPUTS, 0, rows);
            startAtOutputsOfValue(logitGradients, OUTPUTS, POLICY_UNITS, rows);
            backpropagate(rows);
        }

        /** From what the caller has of each head, dL/da or dL/dz. */
        @Override
        protected void computeDeltasOfHeads(float[][] gradients, boolean[] areOfLogits, int rows) {
            if (areOfLogits[0]) {
                startAtLogitsOfPolicy(gradients[0], POLICY_UNITS, 0, rows);
            } else {
                startAtOutputsOfPolicy(gradients[0], POLICY_UNITS, 0, rows);
            }
            startAtOutputsOfValue(gradients[1], VALUE_UNITS, 0, rows);
            backpropagate(rows);
        }

        /** Starts at the outputs of policy: some columns of the gradients given are its dL/da. */
        private void startAtOutputsOfPolicy(float[] gradients, int columns, int from, int rows) {
            Merging.copyColumns(gradients, 0, columns, from, policyDa, 0, POLICY_UNITS, 0,
                    POLICY_UNITS, rows);
            // a = exp(z) / Σ exp(z), ∂aᵢ/∂zⱼ = aᵢ·(δᵢⱼ - aⱼ), δᵢⱼ = 1 where i = j, else 0
            // dL/dzᵢ = aᵢ·(dL/daᵢ - Σ a·dL/da)
            Softmax.backward(policyA, policyDa, policyDz, rows, POLICY_UNITS);
        }

        /**
         * Starts at the logits of policy: some columns of the gradients given are its dL/dz,
         * which is a - t for cross-entropy with targets t: finite
         * however large the logits are, while dL/da = -t / a is not.
         */
        private void startAtLogitsOfPolicy(float[] gradients, int columns, int from, int rows) {
            Merging.copyColumns(gradients, 0, columns, from, policyDz, 0, POLICY_UNITS, 0,
                    POLICY_UNITS, rows);
        }

        /** Starts at the outputs of value: some columns of the gradients given are its dL/da. */
        private void startAtOutputsOfValue(float[] gradients, int columns, int from, int rows) {
            Merging.copyColumns(gradients, 0, columns, from, valueDz, 0, VALUE_UNITS, 0,
                    VALUE_UNITS, rows);
            // dL/dz = dL/da, in the same array
        }

        /** From dL/dz of the heads, layer by layer, to dL/dz of the first. */
        private void backpropagate(int rows) {
            backwardValue(rows);
            backwardPolicy(rows);
            backwardTrunk(rows);
        }

        /** Backward through layer value (32 -> 1, identity). */
        private void backwardValue(int rows) {
            // dL/dx = dL/dz·Wᵀ, which is dL/da of layer trunk
            Kernels.inputGradients(valueDz, p, VALUE_WEIGHTS, trunkDa,
                    rows, TRUNK_UNITS, VALUE_UNITS);
        }

        /** Backward through layer policy (32 -> 2, softmax). */
        private void backwardPolicy(int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(policyDz, p, POLICY_WEIGHTS, policyDx,
                    rows, TRUNK_UNITS, POLICY_UNITS);
            // dL/da of trunk += dL/dx
            Merging.add(policyDx, 0, trunkDa, 0, trunkDa, 0, rows * TRUNK_UNITS);
        }

        /** Backward through layer trunk (4 -> 32, tanh). */
        private void backwardTrunk(int rows) {
            // a = tanh(z), f'(z) = 1 - a²
            // dL/dz = dL/da·f'(z)
            Activations.tanhBackward(trunkZ, trunkA, trunkDa, trunkDz, rows * TRUNK_UNITS);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            gradientsValue(gradients, rows, share);
            gradientsPolicy(gradients, rows, share);
            gradientsTrunk(gradients, rows, share);
        }

        /** The gradients of layer value. */
        private void gradientsValue(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(trunkA, 0, valueDz, gradients, VALUE_WEIGHTS,
                    rows, TRUNK_UNITS, VALUE_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(valueDz, gradients, VALUE_BIASES, rows, VALUE_UNITS, share);
        }

        /** The gradients of layer policy. */
        private void gradientsPolicy(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(trunkA, 0, policyDz, gradients, POLICY_WEIGHTS,
                    rows, TRUNK_UNITS, POLICY_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(policyDz, gradients, POLICY_BIASES, rows, POLICY_UNITS, share);
        }

        /** The gradients of layer trunk. */
        private void gradientsTrunk(float[] gradients, int rows, GradientShare share) {
            // dW = xᵀ·dL/dz
            Kernels.weightGradients(inputs, inputOffset, trunkDz, gradients, TRUNK_WEIGHTS,
                    rows, INPUTS, TRUNK_UNITS, share);
            // db = Σ dL/dz
            Kernels.biasGradients(trunkDz, gradients, TRUNK_BIASES, rows, TRUNK_UNITS, share);
        }

        /** From dL/dz of layer trunk to the gradient of the network's input. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            // dL/dx = dL/dz·Wᵀ
            Kernels.inputGradients(trunkDz, p, TRUNK_WEIGHTS, inputGradients,
                    rows, INPUTS, TRUNK_UNITS);
        }
    }
}

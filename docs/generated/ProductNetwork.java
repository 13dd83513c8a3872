package demo;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.GeneratedPass;
import dev.netwright.runtime.ModelFile;
import dev.netwright.runtime.kernel.GradientShare;
import dev.netwright.runtime.kernel.Merging;
import dev.netwright.runtime.topology.LayerPooling;
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
 * The network that {@code Product} declares: x of 1 feature, y of 1 feature in, 1 output out.
 *
 * <pre>{@code
 * layer  shape   activation  parameters  multiply-adds
 * z      1 -> 1  identity             0              0
 * total                               0              0
 * }</pre>
 *
 * <p>Every sample is a row. A layer's input x is a row vector, its weights W are {@code inputs x units}, and its
 * pre-activation z = x·W + b is what textbooks that write samples as columns call z = W·x + b.
 *
 * <p>Forward, in this order; a name stands for the output of that layer:
 *
 * <pre>{@code
 * z    z = x·y  a = z
 * }</pre>
 *
 * <p>Backward, from the last layer to the first, by the chain rule for a loss L:
 *
 * <pre>{@code
 * z  dL/dz = dL/da
 * }</pre>
 *
 * <p>With dL/dz every layer has the gradients of its weights, {@code dW = xᵀ·dL/dz}, and of its biases,
 * {@code db = Σ dL/dz}, both summed over the samples, and hands {@code dL/dx = dL/dz·Wᵀ} to what it reads,
 * which calls the sum of all that it is handed dL/da.
 *
 * <p>All parameters live in one array: layer after layer its weights, row-major, and then its biases.
 */
@Generated("dev.netwright.processor.NetworkProcessor")
public final class ProductNetwork extends GeneratedNetwork implements Product {
    /** Features of input x. */
    private static final int X_COLUMNS = 1;

    /** Features of input y. */
    private static final int Y_COLUMNS = 1;

    /** Features of one sample. */
    private static final int INPUTS = X_COLUMNS + Y_COLUMNS;

    /** Layer z: its units, which are the columns that it merges. */
    private static final int Z_UNITS = X_COLUMNS;

    /** What the network says of itself. */
    private static final Topology TOPOLOGY = buildTopology();

    private ProductNetwork(long seed) {
        super(TOPOLOGY, seed);
    }

    private ProductNetwork(float[] parameters) {
        super(TOPOLOGY, parameters);
    }

    /**
     * A network with fresh parameters.
     *
     * @param seed fixes every one of them
     * @return a new network
     */
    public static ProductNetwork create(long seed) {
        return new ProductNetwork(seed);
    }

    /**
     * A network with a copy of the given parameters.
     * How features are scaled is not among them: nothing scales them until {@link #standardize} is called.
     *
     * @param parameters of every layer its weights and then its biases
     * @return a new network
     * @throws IllegalArgumentException if there are not exactly 0
     */
    public static ProductNetwork of(float[] parameters) {
        return new ProductNetwork(parameters);
    }

    /**
     * A network that {@code save} has kept.
     *
     * @param file safetensors, as {@link ModelFile} says
     * @return a new network
     * @throws IOException if the file cannot be read, is damaged or is of another network
     */
    public static ProductNetwork load(Path file) throws IOException {
        ProductNetwork network = new ProductNetwork(new float[TOPOLOGY.parameterCount()]);
        ModelFile.read(file).copyTo(network);
        return network;
    }

    /**
     * The outputs for one sample.
     *
     * @param x {@code 1 x 1}
     * @param y {@code 1 x 1}
     * @return a new array, {@code 1 x 1}
     * @throws IllegalArgumentException if a length is wrong or a feature is not finite
     */
    public float[] infer(float[] x, float[] y) {
        float[] sample = new float[INPUTS];
        place("x", x, X_COLUMNS, sample, 0);
        place("y", y, Y_COLUMNS, sample, X_COLUMNS);
        return predict(sample);
    }

    @Override
    public ProductNetwork copy() {
        return scaling(new ProductNetwork(parameters()));
    }

    @Override
    public Workspace newPass(int capacity) {
        return scaling(new Workspace(capacity));
    }

    private static Topology buildTopology() {
        List<NetworkLayer> layers = new ArrayList<>();
        layers.add(new WeightlessLayer(
                "z", new LayerWiring(List.of("x", "y"), Merge.MULTIPLY, /* residual= */ ""),
                Z_UNITS,
                Activation.IDENTITY, /* alpha= */ Float.NaN, LayerPooling.none(), LayerTreatment.NONE));
        return new Topology("Product", List.of(new NetworkInput("x", X_COLUMNS),
                new NetworkInput("y", Y_COLUMNS)), layers);
    }

    /**
     * One thread's arrays, a row for each sample, and the passes over them. Of a layer, Z is z, A is a, Dz is dL/dz and
     * Da is dL/da; the last two are empty until the first backward pass.
     * Where a layer merges X is x, with a residual Y is y = a + r, Dx is dL/dx, and Part is one part of a gradient that is
     * added to others.
     */
    public static final class Workspace extends GeneratedPass {
        /** Input x, {@code capacity x 1}. */
        private final float[] xA;
        private float[] xDa = {};

        /** Input y, {@code capacity x 1}. */
        private final float[] yA;
        private float[] yDa = {};

        /** Layer z, {@code capacity x 1}; z is also a, and dL/dz is also dL/da. */
        private final float[] zZ;
        private float[] zDz = {};

        Workspace(int capacity) {
            super(TOPOLOGY, capacity);
            xA = new float[capacity * X_COLUMNS];
            yA = new float[capacity * Y_COLUMNS];
            zZ = new float[capacity * Z_UNITS];
        }

        @Override
        protected void allocateBackward(int capacity) {
            xDa = new float[capacity * X_COLUMNS];
            yDa = new float[capacity * Y_COLUMNS];
            zDz = new float[capacity * Z_UNITS];
        }

        @Override
        public float[] outputs() {
            return computed(zZ);
        }

        @Override
        public float[] logits() {
            return computed(zZ);
        }

        @Override
        protected void computeForward(int rows) {
            splitInputs(rows);
            forwardZ(rows);
        }

        /**
         * Computes the outputs of {@code rows} samples, whose features come input by input.
         *
         * @param x {@code rows x 1}; may be longer, copied
         * @param y {@code rows x 1}; may be longer, copied
         * @param rows samples, from 1 to the capacity
         * @throws IllegalArgumentException if an array is too short, the number of rows is out of range, or a feature is not finite
         */
        public void forward(float[] x, float[] y, int rows) {
            float[] samples = joinedInputs(rows);
            checkColumns("x", x, X_COLUMNS, rows);
            checkColumns("y", y, Y_COLUMNS, rows);
            joinColumns(x, X_COLUMNS, rows, samples, 0);
            joinColumns(y, Y_COLUMNS, rows, samples, X_COLUMNS);
            forward(samples, 0, rows);
        }

        /**
         * Does the same as training does it: with what is dropped, and with the mean and variance of these rows.
         *
         * @param x {@code rows x 1}; may be longer, copied
         * @param y {@code rows x 1}; may be longer, copied
         * @param rows samples, from 1 to the capacity
         * @param seed of the training
         * @param step of the training, counted over all epochs
         * @param batchRow the number within its batch of the first of these rows
         * @throws IllegalArgumentException if an array is too short, the number of rows is out of range, or a feature is not finite
         */
        public void forwardTraining(float[] x, float[] y, int rows, long seed, long step,
                long batchRow) {
            float[] samples = joinedInputs(rows);
            checkColumns("x", x, X_COLUMNS, rows);
            checkColumns("y", y, Y_COLUMNS, rows);
            joinColumns(x, X_COLUMNS, rows, samples, 0);
            joinColumns(y, Y_COLUMNS, rows, samples, X_COLUMNS);
            forwardTraining(samples, 0, rows, seed, step, batchRow);
        }

        /**
         * dL/dx of the last backward pass, live, {@code capacity x 1}; the first rows count. Computed when it is asked for.
         *
         * @throws IllegalStateException if the last thing done was no backward pass
         */
        public float[] gradientsOfX() {
            splitInputGradients(0, xDa, X_COLUMNS);
            return xDa;
        }

        /**
         * dL/dy of the last backward pass, live, {@code capacity x 1}; the first rows count. Computed when it is asked for.
         *
         * @throws IllegalStateException if the last thing done was no backward pass
         */
        public float[] gradientsOfY() {
            splitInputGradients(X_COLUMNS, yDa, Y_COLUMNS);
            return yDa;
        }

        /** The features of each input, together. */
        private void splitInputs(int rows) {
            Merging.copyColumns(inputs, inputOffset, INPUTS, 0, xA, 0, X_COLUMNS, 0,
                    X_COLUMNS, rows);
            Merging.copyColumns(inputs, inputOffset, INPUTS, X_COLUMNS, yA, 0, Y_COLUMNS, 0,
                    Y_COLUMNS, rows);
        }

        /** Forward through layer z (1 -> 1, identity). */
        private void forwardZ(int rows) {
            // z = x·y
            Merging.multiply(xA, 0, yA, 0, zZ, 0, rows * Z_UNITS);
            // a = z, in the same array
        }

        /** From dL/da of the last layer. */
        @Override
        protected void computeDeltas(float[] outputGradients, int rows) {
            // a = z, so dL/dz = dL/da
            computeDeltasFromLogits(outputGradients, rows);
        }

        /** From dL/dz of the last layer, which is dL/da as well. */
        @Override
        protected void computeDeltasFromLogits(float[] logitGradients, int rows) {
            System.arraycopy(logitGradients, 0, zDz, 0, rows * Z_UNITS);
        }

        /** From dL/dz of every layer to the gradients of all parameters. */
        @Override
        protected void computeGradients(float[] gradients, int rows, GradientShare share) {
            // No layer has weights.
        }

        /** The gradients of all inputs, side by side as their features are. */
        @Override
        protected void computeInputGradients(float[] inputGradients, int rows) {
            backwardToInputs(rows);
            Merging.copyColumns(xDa, 0, X_COLUMNS, 0, inputGradients, 0, INPUTS, 0,
                    X_COLUMNS, rows);
            Merging.copyColumns(yDa, 0, Y_COLUMNS, 0, inputGradients, 0, INPUTS, X_COLUMNS,
                    Y_COLUMNS, rows);
        }

        /** The gradient of each input: the sum of what the layers that read it hand back. */
        private void backwardToInputs(int rows) {
            inputGradientsZ(rows);
        }

        /** What layer z hands back to inputs. */
        private void inputGradientsZ(int rows) {
            // dL/dx = dL/dz·y
            Merging.multiply(zDz, 0, yA, 0, xDa, 0, rows * Z_UNITS);
            // dL/dy = dL/dz·x
            Merging.multiply(zDz, 0, xA, 0, yDa, 0, rows * Z_UNITS);
        }
    }
}

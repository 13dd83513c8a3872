package dev.netwright.runtime;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.SampleFeatures;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.Topology;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What every generated network shares: its parameters, and predictions for callers that bring no pass of their own.
 * Generated classes extend it; it is not for extension by hand.
 */
public abstract class GeneratedNetwork implements Network {
    /** Rows of one block of a prediction: enough that copies of large weights pay, and what they need stays in the cache. */
    private static final int BLOCK_ROWS = 256;

    private final Topology topology;
    private final int inputSize;
    private final int outputSize;
    private final int mostRows;
    private final IndexColumns indexColumns;

    private final InputScaling scaling;
    private final float[] statistics;

    @SuppressWarnings("this-escape") // It is kept, and first called by a prediction.
    private final IdlePasses idlePasses = new IdlePasses(rows -> newPass(new PredictionCapacity(rows)));

    /** The live parameters; {@link Topology} has the layout. */
    protected final float[] parameters;

    /** Called by generated code for a network that starts from a seed. */
    protected GeneratedNetwork(Topology topology, long seed) {
        this.topology = topology;
        this.inputSize = topology.inputSize();
        this.scaling = new InputScaling(inputSize);
        this.outputSize = topology.outputSize();
        this.mostRows = topology.mostRows();
        this.indexColumns = IndexColumns.of(topology);
        this.parameters = ParameterInitializer.initialize(topology, seed);
        this.statistics = ParameterInitializer.statistics(topology);
    }

    /** Called by generated code for a network that starts with a copy of the given parameters. */
    protected GeneratedNetwork(Topology topology, float[] parameters) {
        this(topology, parameters, ParameterInitializer.statistics(topology));
    }

    /** The same with a copy of the given statistics. */
    protected GeneratedNetwork(Topology topology, float[] parameters, float[] statistics) {
        this.topology = topology;
        this.inputSize = topology.inputSize();
        this.scaling = new InputScaling(inputSize);
        this.outputSize = topology.outputSize();
        this.mostRows = topology.mostRows();
        this.indexColumns = IndexColumns.of(topology);
        Checks.count("parameters", parameters, topology.name(), topology.parameterCount());
        Checks.statistics(topology, statistics);
        this.parameters = parameters.clone();
        this.statistics = statistics.clone();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "%s[%d -> %d, %,d parameters]", topology.name(), inputSize, outputSize, parameters.length);
    }

    @Override
    public final Topology topology() {
        return topology;
    }

    @Override
    public final int inputSize() {
        return inputSize;
    }

    @Override
    public final int outputSize() {
        return outputSize;
    }

    @Override
    public final float[] parameters() {
        return parameters;
    }

    @Override
    public final float[] statistics() {
        return statistics;
    }

    @Override
    public final float[] predict(float[] input) {
        checkOneSample(input);
        return predict(input, 1);
    }

    @Override
    public final void predict(float[] input, float[] output) {
        checkOneSample(input);
        Checks.length("output", output, 1, outputSize);
        predict(input, 1, output);
    }

    /** An array of several samples would look like one that is only longer than need be. */
    private void checkOneSample(float[] input) {
        Objects.requireNonNull(input, "input");
        if (input.length > inputSize && input.length % inputSize == 0) {
            int rows = input.length / inputSize;
            throw new IllegalArgumentException("input has " + input.length + " values, but a sample of "
                    + topology.name() + " has " + inputSize + " features; for the " + rows
                    + " samples that these may be call predict(inputs, " + rows + ").");
        }
        Checks.length("input", input, 1, inputSize);
    }

    @Override
    public final float[] predict(float[] inputs, int rows) {
        Checks.rows(rows);
        Checks.atLeast("inputs", inputs, rows, inputSize);
        float[] outputs = new float[Checks.size("outputs", rows, outputSize)];
        predict(inputs, rows, outputs);
        return outputs;
    }

    @Override
    public final void predict(float[] inputs, int rows, float[] outputs) {
        Checks.rows(rows);
        Checks.atLeast("inputs", inputs, rows, inputSize);
        Checks.atLeast("outputs", outputs, rows, outputSize);
        Checks.finite("inputs", inputs, 0, rows, inputSize);
        indexColumns.check("inputs", inputs, 0, rows);
        if (rows > BLOCK_ROWS) {
            // A pass checks the block that it takes, and blocks before it are written by then.
            scaling.standardizer().check(inputs, rows);
        }
        Pass pass = idlePasses.take(Math.min(capacity(rows), mostRows));
        int block;
        for (int first = 0; first < rows; first += block) {
            block = Math.min(pass.capacity(), rows - first);
            pass.forwardChecked(inputs, first, block);
            System.arraycopy(pass.outputs(), 0, outputs, first * outputSize, block * outputSize);
        }
        giveBack(pass);
    }

    @Override
    public final Standardizer standardizer() {
        return scaling.standardizer();
    }

    @Override
    public final void standardize(Standardizer standardizer) {
        scaling.set(indexColumns.unscaled(Objects.requireNonNull(standardizer, "standardizer")));
    }

    /**
     * Called by generated code: a data set of this network's samples.
     *
     * @throws IllegalArgumentException if a feature that picks a row of a table picks none
     */
    protected static Dataset indexed(Topology topology, Dataset data) {
        IndexColumns.of(topology).check("The data set", data.features(), 0, data.rows());
        return data;
    }

    /**
     * Generated where layers can share arrays in a pass that only predicts: one that this network keeps for itself.
     *
     * @param capacity the most samples that one forward pass takes
     */
    protected Pass newPass(PredictionCapacity capacity) {
        return newPass(capacity.rows());
    }

    /** Called by generated code: a pass of this network, which scales features as it does and knows its statistics. */
    protected final <P extends GeneratedPass> P scaling(P pass) {
        pass.belongTo(scaling, statistics);
        return pass;
    }

    /** Called by generated code: a copy of this network, which scales features as it does. */
    protected final <N extends GeneratedNetwork> N scaling(N copy) {
        copy.standardize(standardizer());
        return copy;
    }

    /** Called by generated code: the outputs for a sample of some type, in a new array. */
    protected final <S> float[] outputs(SampleFeatures<S> features, S sample) {
        Pass pass = forward(features, sample);
        float[] outputs = Arrays.copyOf(pass.outputs(), outputSize);
        giveBack(pass);
        return outputs;
    }

    /** Called by generated code: the only output for a sample of some type. */
    protected final <S> float output(SampleFeatures<S> features, S sample) {
        Pass pass = forward(features, sample);
        float output = pass.outputs()[0];
        giveBack(pass);
        return output;
    }

    /** Called by generated code: the number of the largest output for a sample of some type; of equals the first. */
    protected final <S> int largestOutput(SampleFeatures<S> features, S sample) {
        Pass pass = forward(features, sample);
        float[] outputs = pass.outputs();
        int largest = 0;
        for (int i = 0; i < outputSize; i++) {
            if (Float.isNaN(outputs[i])) {
                throw new IllegalStateException("Output " + i + " of " + topology.name()
                        + " is NaN; its parameters are not finite, or so large that sums of them are not.");
            }
            if (outputs[i] > outputs[largest]) {
                largest = i;
            }
        }
        giveBack(pass);
        return largest;
    }

    /**
     * Called by generated code: the number of the largest output of a head; of equals the first.
     *
     * @throws IllegalStateException if one is NaN
     */
    protected static int largest(float[] outputs) {
        int largest = 0;
        for (int i = 0; i < outputs.length; i++) {
            if (Float.isNaN(outputs[i])) {
                throw new IllegalStateException("Output " + i
                        + " is NaN; the network's parameters are not finite, or so large that sums of them are not.");
            }
            if (outputs[i] > outputs[largest]) {
                largest = i;
            }
        }
        return largest;
    }

    private <S> Pass forward(SampleFeatures<S> features, S sample) {
        Objects.requireNonNull(sample, "sample");
        Pass pass = idlePasses.take(1);
        float[] row = pass.sample();
        features.write(sample, row, 0);
        indexColumns.check("the sample", row, 0, 1);
        pass.forwardChecked(row, 0, 1);
        return pass;
    }

    /** Not in a finally: a pass that failed is left to the garbage collector. */
    private void giveBack(Pass pass) {
        pass.forgetInputs();
        idlePasses.give(pass);
    }

    /** Called by generated code: what files and other programs call the classes of an output. */
    protected static List<String> constantNames(Enum<?>[] constants) {
        return Arrays.stream(constants).map(Enum::name).toList();
    }

    /**
     * Called by generated code: puts the features of one input into a sample.
     *
     * @throws IllegalArgumentException if there are not exactly {@code columns}
     */
    protected static void place(String name, float[] values, int columns, float[] sample, int at) {
        Checks.length(name, values, 1, columns);
        System.arraycopy(values, 0, sample, at, columns);
    }

    /** As few sizes of passes as callers with many different numbers of rows should leave behind. */
    private static int capacity(int rows) {
        return rows >= BLOCK_ROWS ? BLOCK_ROWS : Integer.highestOneBit(Math.max(1, 2 * rows - 1));
    }
}

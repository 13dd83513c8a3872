package dev.netwright.runtime;

import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.Topology;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * A feed-forward network. An interface that extends this one and carries {@code @Input} and {@code @Layer} is
 * implemented by a generated class.
 *
 * <p>A network is its {@linkplain #parameters() parameters}: predictions keep no state in it, so any number of threads
 * predict with one network at once, as long as none of them changes the parameters meanwhile.
 */
public interface Network {
    /** What the network is made of: sizes, activations and where each layer's parameters lie. */
    Topology topology();

    /**
     * The live parameters: each layer's weights ({@code inputs x units}, row-major), then its biases, and where it is normalised
     * its gains and shifts, layer after layer. A write changes the network. {@link Topology} has the offsets.
     */
    float[] parameters();

    /**
     * The live statistics of layers that are normalised over the batch: each layer's running means, then as many running variances, layer
     * after layer. Training moves them, predictions need them, and no optimizer knows of them: a step that leaves every parameter as it is,
     * at a learning rate of 0 or because L-BFGS ends at its first evaluation, moves them as well, for it has seen a batch. A write changes the
     * network. Empty where no layer is normalised over the batch. {@link Topology} has the offsets.
     */
    default float[] statistics() {
        return new float[0];
    }

    /** What each feature of a sample is called, where samples are records, such as {@code heating=GAS}; empty where features have no names. */
    default List<String> featureNames() {
        return List.of();
    }

    /**
     * The names of the enum's constants that the outputs of a head stand for; empty where they stand for none.
     *
     * @param head its number among {@link Topology#heads()}
     */
    default List<String> labels(int head) {
        return List.of();
    }

    /** Features of one sample. */
    default int inputSize() {
        return topology().inputSize();
    }

    /** Outputs for one sample: those of all heads, side by side. */
    default int outputSize() {
        return topology().outputSize();
    }

    /**
     * The outputs for one sample.
     *
     * @param input the features, {@code 1 x inputSize}
     * @return a new array, {@code 1 x outputSize}
     * @throws IllegalArgumentException if the length is wrong or a feature is not finite
     */
    float[] predict(float[] input);

    /**
     * The outputs for one sample, written into the caller's array. Allocates nothing once warm.
     *
     * @param input  the features, {@code 1 x inputSize}
     * @param output receives the outputs, {@code 1 x outputSize}
     * @throws IllegalArgumentException if a length is wrong or a feature is not finite; {@code output} is then unchanged
     */
    void predict(float[] input, float[] output);

    /**
     * The outputs for several samples.
     *
     * @param inputs the features, {@code rows x inputSize}; may be longer, the first rows count
     * @param rows   samples, at least 1
     * @return a new array, {@code rows x outputSize}
     * @throws IllegalArgumentException if the array is too short or a feature of these rows is not finite
     */
    float[] predict(float[] inputs, int rows);

    /**
     * The outputs for several samples, written into the caller's array. Allocates nothing once warm.
     *
     * @param inputs  the features, {@code rows x inputSize}; may be longer, the first rows count
     * @param rows    samples, at least 1
     * @param outputs receives the outputs, {@code rows x outputSize}; may be longer, what is behind them stays as it is
     * @throws IllegalArgumentException if an array is too short, a feature of these rows is not finite or outgrows the scaling, or an index is none
     *                                  of its table; {@code outputs} is then unchanged
     */
    void predict(float[] inputs, int rows, float[] outputs);

    /**
     * Scratch for one thread's forward and backward passes over up to {@code capacity} samples at a time.
     *
     * @throws IllegalArgumentException if {@code capacity} is less than 1 or its buffers would outgrow an array
     */
    Pass newPass(int capacity);

    /** How features are scaled on their way to the first layer; {@linkplain Standardizer#isNone() none} before one is given. */
    Standardizer standardizer();

    /**
     * From now on scales features on their way to the first layer, wherever they come from: in predictions, in passes, also those that
     * there are already, and so in training. Features are given as they are, and gradients of inputs are those of features as they are
     * given; those that pick rows of an embedding stay as they are, whatever was fitted to them. Not while others use the network.
     *
     * @param standardizer fitted on the data to train with
     * @throws IllegalArgumentException if it has not as many columns as a sample has features
     */
    void standardize(Standardizer standardizer);

    /**
     * Keeps the network: its parameters, its statistics and how features are scaled, as {@link ModelFile} says. The file is written wholly
     * or not at all: what was there before stays whole until all of the new one is on the disk. The generated class reads it with
     * {@code load}.
     *
     * @param file its name, such as {@code digits.safetensors}
     * @throws IOException if it cannot be written; the file that was there before is as it was then
     */
    default void save(Path file) throws IOException {
        ModelFile.of(this).write(file);
    }

    /** A network of its own with the same parameters, statistics and standardizer. */
    Network copy();
}

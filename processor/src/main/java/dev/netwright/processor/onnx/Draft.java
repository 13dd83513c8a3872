package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Pool;
import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A layer that is being put together: what nodes do one after the other becomes a part of it, as far as its order allows. */
final class Draft implements Port {
    /** How far it is: what has been done, none of which can be done again or before what is there. */
    enum Stage {
        LINEAR,
        NORMALIZED,
        ACTIVATED,
        POOLED,
        CLOSED
    }

    private static final double[] NONE = new double[0];

    private final List<Port> sources;
    private final Merge merge;
    private Shape input;
    private final int size;
    private final double[] weights;
    private final Optional<Convolution> convolution;
    private final OptionalInt embedding;
    private double[] biases;
    private Normalization normalization = Normalization.NONE;
    private float epsilon = Normalization.DEFAULT_EPSILON;
    private double[] gains = NONE;
    private double[] shifts = NONE;
    private double[] means = NONE;
    private double[] variances = NONE;
    private ActivationFunction activation = Activation.IDENTITY;
    private float alpha = Float.NaN;
    private Optional<Pool> pool = Optional.empty();
    private Optional<Port> residual = Optional.empty();
    private Stage stage = Stage.LINEAR;
    private String hint;

    private Draft(
            List<Port> sources,
            Merge merge,
            Shape input,
            int size,
            double[] weights,
            double[] biases,
            Optional<Convolution> convolution,
            OptionalInt embedding,
            String hint) {
        this.sources = List.copyOf(sources);
        this.merge = merge;
        this.input = input;
        this.size = size;
        this.weights = weights;
        this.biases = biases;
        this.convolution = convolution;
        this.embedding = embedding;
        this.hint = hint;
    }

    /** {@code x·W + b}, with weights {@code inputs x size} and as many biases as units or none. */
    static Draft dense(Merged x, int size, double[] weights, double[] biases, String hint) {
        return new Draft(
                x.ports(),
                Merge.CONCATENATE,
                x.shape(),
                size,
                weights,
                biases,
                Optional.empty(),
                OptionalInt.empty(),
                hint);
    }

    /** A kernel, with weights {@code [height][width][channels][filters]}. */
    static Draft convolution(
            Merged x, Convolution convolution, int filters, double[] weights, double[] biases, String hint) {
        return new Draft(
                x.ports(),
                Merge.CONCATENATE,
                x.shape(),
                filters,
                weights,
                biases,
                Optional.of(convolution),
                OptionalInt.empty(),
                hint);
    }

    /** A table of {@code rows x width}. */
    static Draft embedding(Port input, int rows, int width, double[] table, String hint) {
        return new Draft(
                List.of(input),
                Merge.CONCATENATE,
                input.output(),
                width,
                table,
                NONE,
                Optional.empty(),
                OptionalInt.of(rows),
                hint);
    }

    /** What several give side by side, or what one gives. */
    static Draft joined(Merged x, String hint) {
        return new Draft(
                x.ports(), Merge.CONCATENATE, x.shape(), 0, NONE, NONE, Optional.empty(), OptionalInt.empty(), hint);
    }

    /** A sum or product of what several give. */
    static Draft combined(List<Port> sources, Merge merge, Shape shape, String hint) {
        return new Draft(sources, merge, shape, 0, NONE, NONE, Optional.empty(), OptionalInt.empty(), hint);
    }

    /** The shape of z and a. */
    Shape preactivation() {
        if (!isWeighted()) {
            return input;
        }
        if (embedding.isPresent()) {
            return input().withChannels(input().channels() * size);
        }
        return convolution.map(kernel -> kernel.result(input, size)).orElse(Shape.flat(size));
    }

    @Override
    public Shape output() {
        return pool.map(found -> found.result(preactivation())).orElse(preactivation());
    }

    boolean isWeighted() {
        return size > 0;
    }

    /** Whether scaling and moving its z can become a part of its weights. */
    boolean isProduct() {
        return isWeighted() && embedding.isEmpty();
    }

    boolean isBefore(Stage other) {
        return stage.compareTo(other) < 0;
    }

    Stage stage() {
        return stage;
    }

    /** Takes the same columns of x for pixels. */
    void arrange(Shape pixels) {
        input = pixels;
    }

    /** Scales and moves every unit or filter, {@code scale·z + shift}. */
    void scale(double[] scale, double[] shift) {
        for (int i = 0; i < weights.length; i++) {
            weights[i] *= scale[i % size];
        }
        boolean isMoved = Arrays.stream(shift).anyMatch(value -> value != 0);
        if (biases.length == 0 && isMoved) {
            biases = new double[size];
        }
        for (int i = 0; i < biases.length; i++) {
            biases[i] = scale[i] * biases[i] + shift[i];
        }
    }

    /** Whether its columns are units that can change places. */
    boolean hasUnits() {
        return isProduct() && convolution.isEmpty() && normalization == Normalization.NONE;
    }

    /** Scales and moves what has been normalised. */
    void scaleNormalized(double[] scale, double[] shift) {
        for (int i = 0; i < gains.length; i++) {
            gains[i] *= scale[i];
            shifts[i] = scale[i] * shifts[i] + shift[i];
        }
    }

    /** Normalises every sample over all columns. */
    void normalizeLayer(double[] newGains, double[] newShifts, float newEpsilon) {
        normalization = Normalization.LAYER;
        epsilon = newEpsilon;
        gains = newGains;
        shifts = newShifts;
        stage = Stage.NORMALIZED;
    }

    /** Normalises every channel over the batch. A bias would only move the mean. */
    void normalizeBatch(
            double[] newGains, double[] newShifts, double[] newMeans, double[] newVariances, float newEpsilon) {
        normalization = Normalization.BATCH;
        epsilon = newEpsilon;
        gains = newGains;
        shifts = newShifts;
        means = newMeans;
        variances = newVariances;
        for (int i = 0; i < biases.length; i++) {
            means[i] -= biases[i];
        }
        biases = NONE;
        stage = Stage.NORMALIZED;
    }

    void activate(ActivationFunction function, float newAlpha) {
        activation = function;
        alpha = newAlpha;
        stage = Stage.ACTIVATED;
    }

    void pool(Pool newPool) {
        pool = Optional.of(newPool);
        stage = Stage.POOLED;
    }

    void add(Port port) {
        residual = Optional.of(port);
        stage = Stage.CLOSED;
    }

    /** Gives it a name where it has none yet. */
    void suggest(String name) {
        if (hint.isEmpty()) {
            hint = name;
        }
    }

    /** A name from the file; may be empty. */
    String hint() {
        return hint;
    }

    List<Port> sources() {
        return sources;
    }

    Merge merge() {
        return merge;
    }

    /** The shape of x. Indices may be arranged as pixels after their table has been made. */
    Shape input() {
        return embedding.isPresent() ? sources.get(0).output() : input;
    }

    int size() {
        return size;
    }

    double[] weights() {
        return weights;
    }

    double[] biases() {
        return biases;
    }

    Optional<Convolution> convolution() {
        return convolution;
    }

    OptionalInt embedding() {
        return embedding;
    }

    Normalization normalization() {
        return normalization;
    }

    float epsilon() {
        return epsilon;
    }

    double[] gains() {
        return gains;
    }

    double[] shifts() {
        return shifts;
    }

    double[] means() {
        return means;
    }

    double[] variances() {
        return variances;
    }

    ActivationFunction activation() {
        return activation;
    }

    float alpha() {
        return alpha;
    }

    Optional<Pool> pool() {
        return pool;
    }

    Optional<Port> residual() {
        return residual;
    }
}

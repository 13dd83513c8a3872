package dev.netwright.testing;

import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.testing.Examination.Mode;
import dev.netwright.testing.GradientReport.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;

/**
 * Checks the gradients that a network's generated class computes, in a test of the network's users:
 *
 * <pre>{@code
 * GradientCheck.of(net).check();
 * }</pre>
 *
 * <p>One pass goes over some rows, forward and back from random gradients at the outputs and at the logits. Outputs, logits and the
 * gradients of all parameters and inputs are compared with a second implementation, which interprets the network's {@code
 * Topology} in double precision; what rounding to floats explains is followed through the same computation (Higham 2002, section
 * 3.3), so there is no tolerance to choose. That implementation is compared with central differences in its turn: for every parameter and
 * input of a small network, and for some of each layer where that would take long. Where layers have dropout or
 * are normalised over the batch, a pass of training is checked as well: the second implementation is told which activations are dropped, and all
 * rows are the batch; a single row that is none, as it has no variance, is checked in the plain pass alone. A class that is the function of a
 * layer is taken as it is; its derivative is compared with central differences of its function. The network is only read.
 *
 * <p>How a network scales features is left out, so samples are taken as they are behind its {@link Standardizer}: nothing of it is
 * generated, it is arithmetic of the runtime that is the same for every network.
 */
public final class GradientCheck {
    private static final int DEFAULT_ROWS = 8;

    private final Network network;
    private int rows = DEFAULT_ROWS;
    private Optional<float[]> inputs = Optional.empty();
    private long seed;

    private GradientCheck(Network network) {
        this.network = network;
    }

    /** A check of this network with the parameters that it will have when the check runs. */
    public static GradientCheck of(Network network) {
        return new GradientCheck(Objects.requireNonNull(network, "network"));
    }

    /**
     * Rows of normally distributed samples, in place of any that were given; by default 8. Features that embeddings read are whole
     * numbers that pick rows of the tables.
     *
     * @throws IllegalArgumentException if there is not one at least
     */
    public GradientCheck rows(int rows) {
        this.rows = positive(rows);
        inputs = Optional.empty();
        return this;
    }

    /**
     * Samples to check with, for networks whose features must be of a certain kind; of a network with a {@link Standardizer} as they
     * are behind it.
     *
     * @param inputs the features, {@code rows x inputSize}; copied
     * @param rows   samples, at least 1
     * @throws IllegalArgumentException if the length is not {@code rows x inputSize}, rows is less than 1, a feature is not
     *                                  finite, or picks no row of an embedding's table
     */
    public GradientCheck inputs(float[] inputs, int rows) {
        Objects.requireNonNull(inputs, "inputs");
        int columns = network.inputSize();
        if (inputs.length != (long) positive(rows) * columns) {
            throw new IllegalArgumentException("inputs has " + inputs.length + " values, but " + rows + " x " + columns
                    + " (rows x columns) needs " + (long) rows * columns + ".");
        }
        for (int i = 0; i < inputs.length; i++) {
            if (!Float.isFinite(inputs[i])) {
                throw new IllegalArgumentException("inputs has " + inputs[i] + " in row " + i / columns + ", column "
                        + i % columns + "; every feature must be finite.");
            }
        }
        IndexColumns.of(network.topology()).check("inputs", inputs, 0, rows);
        this.rows = rows;
        this.inputs = Optional.of(inputs.clone());
        return this;
    }

    /** Fixes the samples and the gradients that the pass goes back from; by default 0. */
    public GradientCheck seed(long seed) {
        this.seed = seed;
        return this;
    }

    /**
     * Checks, and does nothing more where everything agrees.
     *
     * @throws AssertionError           if something is off, or every gradient is 0, so that nothing is proved; the message names the
     *                                  worst layer and parameter, and a derivative that is not the slope of its function
     * @throws IllegalArgumentException if a parameter of the network is not finite
     */
    public void check() {
        GradientReport report = run();
        if (!report.agrees() || report.allZero()) {
            throw new AssertionError(report.toString());
        }
    }

    /**
     * Checks, and says what was found.
     *
     * @throws IllegalArgumentException if a parameter of the network is not finite
     */
    public GradientReport run() {
        requireFiniteParameters();
        Random random = new Random(seed);
        float[] samples = inputs.orElseGet(() -> Examination.samples(random, network.topology(), rows));
        Network generated = withoutScaling();
        Examination inference = new Examination(generated, samples, rows, Mode.INFERENCE, random);
        List<Part> parts = new ArrayList<>(inference.parts());
        Topology topology = network.topology();
        boolean trainsOtherwise = topology.dropsOut() || topology.normalizesBatches();
        if (trainsOtherwise && rows >= topology.leastTrainingRows()) {
            parts.addAll(new Examination(generated, samples, rows, Mode.TRAINING, random).parts());
        }
        return new GradientReport(network.topology().name(), rows, seed, parts, inference.functionFaults());
    }

    /** What is checked is what was generated, and the topology, which the reference interprets, knows nothing of features' scales. */
    private Network withoutScaling() {
        if (network.standardizer().isNone()) {
            return network;
        }
        Network copy = network.copy();
        copy.standardize(Standardizer.none(network.inputSize()));
        return copy;
    }

    private void requireFiniteParameters() {
        float[] parameters = network.parameters();
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw new IllegalArgumentException(
                        "Parameter " + i + " of " + network.topology().name() + " is " + parameters[i]
                                + "; gradients are checked where all parameters are finite.");
            }
        }
    }

    private static int positive(int rows) {
        if (rows < 1) {
            throw new IllegalArgumentException("rows must be at least 1, but is " + rows + ".");
        }
        return rows;
    }
}

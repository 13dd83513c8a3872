package dev.netwright.testing;

import dev.netwright.runtime.IndexColumns;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.testing.GradientReport.Kind;
import dev.netwright.testing.GradientReport.Part;
import dev.netwright.testing.dropout.DropoutMasks;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.PassMode;
import dev.netwright.testing.reference.ReferencePass;
import dev.netwright.testing.reference.RoundingErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One pass of a network over given rows, forward and back from two ends, beside the reference. */
final class Examination {
    /** Multiply-adds of all central differences, about: a second. */
    private static final double MOST_WORK = 2e8;

    /** What an activation costs in multiply-adds, about. */
    private static final double ACTIVATION_WORK = 20;

    /** However large the network is, so many parameters of each layer are compared. */
    private static final int LEAST_DIFFERENCES = 3;

    private static final int POINTS_OF_A_DIFFERENCE = 4;

    private final Topology topology;
    private final double[] parameters;
    private final double[][] inputs;
    private final Mode mode;
    private final PassMode passMode;
    private final Random random;
    private final List<Objective> objectives;
    private final List<Part> forward;
    private final ReferencePass reference;

    /** How to go forward. */
    enum Mode {
        INFERENCE(""),
        /** As training does, where layers drop activations or are normalised over the batch, which is all rows. */
        TRAINING(" in training");

        private final String suffix;

        Mode(String suffix) {
            this.suffix = suffix;
        }
    }

    /**
     * Goes forward, and back from random gradients.
     *
     * @param samples {@code rows x inputSize}
     * @param random  gives these gradients, and the parameters of a large network that are compared with central differences
     */
    Examination(Network network, float[] samples, int rows, Mode mode, Random random) {
        this.mode = mode;
        topology = network.topology();
        this.random = random;
        parameters = Doubles.of(network.parameters());
        inputs = Doubles.rows(samples, 0, rows, topology.inputSize());
        Pass pass = network.newPass(rows);
        if (mode == Mode.TRAINING) {
            long seed = random.nextLong();
            long step = random.nextInt(1_000);
            pass.forwardTraining(samples, 0, rows, seed, step, 0);
            passMode = PassMode.training(DropoutMasks.of(topology, seed, step, 0, rows));
        } else {
            pass.forward(samples, rows);
            passMode = PassMode.inference(Doubles.of(network.statistics()));
        }
        reference = new ReferencePass(topology, parameters, inputs, passMode);
        RoundingErrors errors = new RoundingErrors(reference);
        forward = List.of(
                forward(Kind.LOGITS, "logits", pass.logits(), reference.logits(), errors.logits()),
                forward(Kind.OUTPUTS, "outputs", pass.outputs(), reference.outputs(), errors.outputs()));
        int size = rows * topology.outputSize();
        objectives = List.of(
                Objective.ofOutputs(normal(random, size), pass, reference, errors),
                Objective.ofLogits(normal(random, size), pass, reference, errors));
    }

    /** Normally distributed samples, in which those features that pick rows of tables are whole numbers that do. */
    static float[] samples(Random random, Topology topology, int rows) {
        int columns = topology.inputSize();
        float[] samples = normal(random, Math.multiplyExact(rows, columns));
        IndexColumns indices = IndexColumns.of(topology);
        for (int i = 0; i < samples.length; i++) {
            int vocabulary = indices.vocabulary(i % columns);
            samples[i] = vocabulary > 0 ? random.nextInt(vocabulary) : samples[i];
        }
        return samples;
    }

    /** Normally distributed values. */
    static float[] normal(Random random, int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }

    private Part forward(Kind kind, String name, float[] generated, double[][] expected, double[][] deviations) {
        Comparison comparison = new Comparison("", generated, expected, deviations);
        int worst = 0;
        long zeros = 0;
        for (int i = 0; i < comparison.size(); i++) {
            worst = comparison.share(i) > comparison.share(worst) ? i : worst;
            zeros += comparison.isZero(i) ? 1 : 0;
        }
        String place = "row and unit " + Variables.place(worst, expected[0].length);
        ComparedValue value = comparison.value(worst, name, place, Optional.empty());
        return new Part(kind, name + mode.suffix, comparison.size(), zeros, value, 0, 0, Optional.empty());
    }

    /** What is wrong with functions of the user's. */
    List<FunctionFault> functionFaults() {
        return FunctionExamination.faults(reference.layers());
    }

    /** Everything that was found in values and gradients. */
    List<Part> parts() {
        Slopes slopes = new Slopes(topology, parameters, inputs, passMode, objectives);
        List<Variables> all = new ArrayList<>();
        for (NetworkLayer layer : topology.layers()) {
            if (layer.parameterCount() > 0) {
                all.add(Variables.of(layer, slopes));
            }
        }
        int from = 0;
        for (NetworkInput input : topology.inputs()) {
            boolean isOfIndices = IndexColumns.of(topology).vocabulary(from) > 0;
            all.add(Variables.of(input, from, inputs.length, topology.inputSize(), isOfIndices, slopes));
            from += input.size();
        }
        double differences = MOST_WORK / workOfADifference();
        boolean areAll = all.stream().mapToLong(Variables::count).sum() <= differences;
        int most = areAll ? Integer.MAX_VALUE : Math.max(LEAST_DIFFERENCES, (int) (differences / all.size()));
        List<Part> parts = new ArrayList<>(forward);
        for (Variables variables : all) {
            parts.add(new PartExamination(variables, objectives)
                    .examine(most, random)
                    .called(variables.owner() + mode.suffix));
        }
        return parts;
    }

    private double workOfADifference() {
        double work = topology.multiplyAdds();
        for (NetworkLayer layer : topology.layers()) {
            work += ACTIVATION_WORK * layer.units();
        }
        return POINTS_OF_A_DIFFERENCE * inputs.length * work;
    }
}

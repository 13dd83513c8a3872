package dev.netwright.testing;

import dev.netwright.runtime.topology.Topology;
import dev.netwright.testing.reference.Kinks;
import dev.netwright.testing.reference.PassMode;
import dev.netwright.testing.reference.ReferencePass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Central differences of several objectives by one parameter or input at a time. A step is good if the network has no kink within
 * twice its length and hardly bends there; else a shorter one is tried.
 */
final class Slopes {
    /**
     * Relative to the variable, or to 1 if it is smaller. The first balances the error of the difference, which grows as h²,
     * against rounding, which grows as 1 / h.
     */
    private static final double[] STEPS = {6e-6, 1e-7, 2e-9};

    /** How far the differences over one and two steps may be from each other, relative to the larger. */
    private static final double BENDING = 1e-3;

    private final Topology topology;
    private final double[] parameters;
    private final double[][] inputs;
    private final PassMode mode;
    private final List<Objective> objectives;

    /** Where a variable is, the values of every objective there, and which smooth piece of the network it is on. */
    private static final class Point {
        final double at;
        final double[] values;
        final int[] piece;

        Point(double at, double[] values, int[] piece) {
            this.at = at;
            this.values = values;
            this.piece = piece;
        }

        boolean isOnPieceOf(Point other) {
            return Arrays.equals(piece, other.piece);
        }

        double slopeTo(Point other, int objective) {
            return (other.values[objective] - values[objective]) / (other.at - at);
        }
    }

    /**
     * Prepares for a network and its samples.
     *
     * @param parameters each in its turn is changed and restored
     * @param inputs     likewise, {@code rows x inputSize}
     * @param mode       how to go forward
     */
    Slopes(Topology topology, double[] parameters, double[][] inputs, PassMode mode, List<Objective> objectives) {
        this.topology = topology;
        this.parameters = parameters;
        this.inputs = inputs;
        this.mode = mode.withTangents(new ReferencePass(topology, parameters, inputs, mode));
        this.objectives = objectives;
    }

    /** Differences of every objective by a parameter; empty where no step is good. */
    Optional<List<CentralDifference>> byParameter(int index) {
        return by(parameters, index);
    }

    /** Differences of every objective by an input, counted row after row; empty where no step is good. */
    Optional<List<CentralDifference>> byInput(int index) {
        int columns = inputs[0].length;
        return by(inputs[index / columns], index % columns);
    }

    private Optional<List<CentralDifference>> by(double[] variables, int index) {
        double middle = variables[index];
        try {
            for (double relative : STEPS) {
                double step = relative * Math.max(1, Math.abs(middle));
                Point[] points = new Point[4];
                for (int i = 0; i < points.length; i++) {
                    variables[index] = middle + step * (i < 2 ? i - 2 : i - 1);
                    points[i] = point(variables[index]);
                }
                List<CentralDifference> differences = differences(points);
                if (!differences.isEmpty()) {
                    return Optional.of(differences);
                }
            }
            return Optional.empty();
        } finally {
            variables[index] = middle;
        }
    }

    private Point point(double at) {
        ReferencePass pass = new ReferencePass(topology, parameters, inputs, mode);
        double[] values = objectives.stream()
                .mapToDouble(objective -> objective.value(pass))
                .toArray();
        return new Point(at, values, Kinks.piece(pass));
    }

    /** From points at -2, -1, 1 and 2 steps; empty where the step is not good. */
    private List<CentralDifference> differences(Point[] points) {
        for (Point point : points) {
            if (!point.isOnPieceOf(points[0])) {
                return List.of();
            }
        }
        List<CentralDifference> differences = new ArrayList<>();
        for (int i = 0; i < objectives.size(); i++) {
            double near = points[1].slopeTo(points[2], i);
            double far = points[0].slopeTo(points[3], i);
            double rounding = 2 * objectives.get(i).valueError() / (points[2].at - points[1].at);
            double bending = Math.abs(near - far);
            if (!(bending <= BENDING * Math.max(Math.abs(near), Math.abs(far)) + 2 * rounding)) {
                return List.of();
            }
            // Of a smooth function the difference over one step is off by a third of this; where the second derivative
            // jumps,
            // as softsign's at 0, by all of it.
            differences.add(new CentralDifference(near, 2 * bending + rounding));
        }
        return differences;
    }
}

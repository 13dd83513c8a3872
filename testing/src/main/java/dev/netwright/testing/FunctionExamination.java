package dev.netwright.testing;

import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.testing.reference.ReferenceLayer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Compares the derivative of a function of the user's with central differences of the function, where a pass has applied it and in
 * between.
 */
final class FunctionExamination {
    private static final int MOST_POINTS = 1_000;
    private static final int POINTS_BETWEEN = 100;

    private final String layer;
    private final CustomActivation custom;

    /** What pre-activations there were, in ascending order. */
    private final float[] seen;

    private FunctionExamination(ReferenceLayer layer, CustomActivation custom) {
        this.layer = layer.description().name();
        this.custom = custom;
        double[] z = Arrays.stream(layer.z())
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        int count = Math.min(z.length, MOST_POINTS);
        seen = new float[count];
        for (int i = 0; i < count; i++) {
            seen[i] = (float) z[(int) ((long) i * z.length / count)];
        }
    }

    /** What is wrong with the functions of a pass, of each layer the worst. */
    static List<FunctionFault> faults(List<ReferenceLayer> layers) {
        List<FunctionFault> faults = new ArrayList<>();
        for (ReferenceLayer layer : layers) {
            if (layer.description().activation() instanceof CustomActivation custom) {
                new FunctionExamination(layer, custom).worst().ifPresent(faults::add);
            }
        }
        return faults;
    }

    private Optional<FunctionFault> worst() {
        Optional<FunctionFault> worst = Optional.empty();
        for (float z : points()) {
            Optional<FunctionFault> found = at(z);
            boolean isWorse = found.isPresent()
                    && (worst.isEmpty() || found.get().share() > worst.get().share());
            worst = isWorse ? found : worst;
        }
        return worst;
    }

    private float[] points() {
        float[] points = Arrays.copyOf(seen, seen.length + POINTS_BETWEEN);
        double least = seen[0];
        double most = seen[seen.length - 1];
        for (int i = 0; i < POINTS_BETWEEN; i++) {
            points[seen.length + i] = (float) (least + (most - least) * (i + 0.5) / POINTS_BETWEEN);
        }
        return points;
    }

    private Optional<FunctionFault> at(float z) {
        float value = custom.function().at(z);
        float derivative = custom.slope().at(z);
        if (!Float.isFinite(z)) {
            return Optional.empty();
        }
        if (!Float.isFinite(value)) {
            return Arrays.binarySearch(seen, z) >= 0
                    ? Optional.of(new FunctionFault(layer, custom.name(), z, value, derivative, Double.NaN, Double.NaN))
                    : Optional.empty();
        }
        return FloatSlope.of(custom.function(), z)
                .map(slope -> new FunctionFault(
                        layer,
                        custom.name(),
                        z,
                        value,
                        derivative,
                        slope.value(),
                        slope.error() + FloatSlope.ROUNDING * Math.abs(derivative)))
                .filter(fault -> fault.share() > 1);
    }
}

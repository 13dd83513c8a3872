package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the entry of the table of activations that a formula is, however it is written: by its values. */
final class KnownFunctions {
    /** Files have their numbers as floats, or with a few digits. */
    private static final double TOLERANCE = 3e-6;

    private static final Map<Activation, Formula> TABLE = table();
    private static final double[] PLACES = places();

    private KnownFunctions() {}

    /**
     * What a formula is.
     *
     * @param activation an entry of the table
     * @param alpha      its parameter; NaN where it takes none
     * @param factor     what its values are multiplied with
     */
    record Known(Activation activation, float alpha, double factor) {}

    /**
     * A function that the table lacks but that has a name.
     *
     * @param name    as the operator is called
     * @param formula the function
     * @param factor  what its values are multiplied with
     */
    record Named(String name, Formula formula, double factor) {}

    /** The function with a name that a formula is a multiple of; empty where it is none. */
    static Optional<Named> findNamed(Formula formula) {
        Formula hardSwish = hardSwish(Formula.z());
        double factor = factor(formula, hardSwish);
        return isMultiple(formula, hardSwish, factor, Places.of(formula))
                ? Optional.of(new Named("HardSwish", hardSwish, factor))
                : Optional.empty();
    }

    /** The entry of the table that a formula is a multiple of; empty where it is none. */
    static Optional<Known> find(Formula formula) {
        List<Double> own = Places.of(formula);
        for (Map.Entry<Activation, Formula> entry : TABLE.entrySet()) {
            double factor = factor(formula, entry.getValue());
            if (isMultiple(formula, entry.getValue(), factor, own)) {
                return Optional.of(new Known(entry.getKey(), Float.NaN, factor));
            }
        }
        double top = formula.value(1);
        return withAlpha(Activation.LEAKY_RELU, formula, -formula.value(-1) / top, 1, own)
                .or(() -> withAlpha(
                        Activation.ELU, formula, formula.value(-1) / (Math.exp(-1) - 1) / top, Float.MAX_VALUE, own));
    }

    private static Optional<Known> withAlpha(
            Activation activation, Formula formula, double alpha, double most, List<Double> own) {
        if (!(alpha >= 0 && alpha <= most)) {
            return Optional.empty();
        }
        Formula below = activation == Activation.ELU
                ? Formula.of(alpha).times(Formula.z().in(Functions.EXP).plus(Formula.of(-1)))
                : Formula.of(alpha).times(Formula.z());
        Formula candidate = Formula.z().above(0, Formula.z(), below);
        double factor = factor(formula, candidate);
        return isMultiple(formula, candidate, factor, own)
                ? Optional.of(new Known(activation, (float) alpha, factor))
                : Optional.empty();
    }

    private static double factor(Formula formula, Formula candidate) {
        double factor = formula.value(1) / candidate.value(1);
        // One that is meant to be whole has been rounded with the other numbers.
        return Math.abs(factor - Math.rint(factor)) < TOLERANCE ? Math.rint(factor) : factor;
    }

    /** @param own places where parts of the formula change, which may lie anywhere */
    private static boolean isMultiple(Formula formula, Formula candidate, double factor, List<Double> own) {
        return Double.isFinite(factor)
                && factor != 0
                && Arrays.stream(PLACES).allMatch(place -> isEqualAt(place, formula, candidate, factor))
                && own.stream().allMatch(place -> isEqualAt(place, formula, candidate, factor));
    }

    private static boolean isEqualAt(double place, Formula formula, Formula candidate, double factor) {
        double value = formula.value(place);
        double expected = factor * candidate.value(place);
        boolean isFar = Math.abs(place) > 80 && !(Double.isFinite(value) && Double.isFinite(expected));
        return isFar || Math.abs(value - expected) <= TOLERANCE * (Math.min(1, Math.abs(place)) + Math.abs(value));
    }

    private static double[] places() {
        double[] places = new double[240];
        for (int i = 0; i < 60; i++) {
            places[i] = 0.13 * (i + 1);
            places[60 + i] = -places[i];
            places[120 + i] = 1e-6 * Math.pow(1.6, i);
            places[180 + i] = -places[120 + i];
        }
        return places;
    }

    private static Map<Activation, Formula> table() {
        Formula z = Formula.z();
        Map<Activation, Formula> table = new EnumMap<>(Activation.class);
        table.put(Activation.IDENTITY, z);
        table.put(Activation.SIGMOID, z.in(Functions.SIGMOID));
        table.put(Activation.TANH, z.in(Functions.TANH));
        table.put(Activation.RELU, z.within(0, Double.POSITIVE_INFINITY));
        Formula depth = Formula.of(1.6732632423543772).times(z.in(Functions.EXP).plus(Formula.of(-1)));
        table.put(Activation.SELU, Formula.of(1.0507009873554805).times(z.above(0, z, depth)));
        table.put(Activation.GELU, z.times(z.in(Functions.NORMAL)));
        table.put(Activation.GELU_TANH, geluTanh(z));
        table.put(Activation.SILU, z.times(z.in(Functions.SIGMOID)));
        table.put(Activation.SOFTPLUS, z.in(Functions.SOFTPLUS));
        table.put(Activation.SOFTSIGN, z.over(Formula.of(1).plus(z.in(Functions.ABS))));
        table.put(
                Activation.HARD_SIGMOID,
                z.over(Formula.of(6)).plus(Formula.of(0.5)).within(0, 1));
        table.put(Activation.HARD_TANH, z.within(-1, 1));
        table.put(Activation.MISH, z.times(z.in(Functions.SOFTPLUS).in(Functions.TANH)));
        table.put(Activation.EXPONENTIAL, z.in(Functions.EXP));
        return table;
    }

    /** SiLU with straight lines (Howard et al. 2019). */
    static Formula hardSwish(Formula z) {
        return z.times(z.over(Formula.of(6)).plus(Formula.of(0.5)).within(0, 1));
    }

    /** The approximation of GELU by a hyperbolic tangent. */
    static Formula geluTanh(Formula z) {
        Formula inner = z.plus(Formula.of(0.044715).times(z.power(3)));
        Formula t = Formula.of(Math.sqrt(2 / Math.PI)).times(inner).in(Functions.TANH);
        return Formula.of(0.5).times(z).times(Formula.of(1).plus(t));
    }
}

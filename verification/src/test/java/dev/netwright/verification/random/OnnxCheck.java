package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.onnx.OnnxFile;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.runtime.topology.NetworkInput;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.PassMode;
import dev.netwright.testing.reference.ReferencePass;
import dev.netwright.testing.reference.RoundingErrors;
import dev.netwright.verification.onnx.OnnxRules;
import dev.netwright.verification.onnx.OnnxRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/** A network that is written as ONNX keeps the rules of that format, and gives in ONNX Runtime what it gives here, one row or several at once. */
final class OnnxCheck {
    /** Outputs differ by no more than this, times the largest of them where that exceeds 1. */
    private static final double TOLERANCE = 1e-5;

    /**
     * Else, where rounding makes more of it, as where values are normalised that hardly differ, ONNX Runtime is as near to the exact
     * outputs as this many times what is asked of our own arithmetic; its functions have larger errors.
     */
    private static final double LESS_EXACT = 4;

    private final Network network;
    private long outputs;
    private boolean isNear = true;

    /** Checks a copy, in every other case with scaled features. */
    OnnxCheck(Network original, float[] inputs, int rows, Random random) {
        network = original.copy();
        if (random.nextBoolean()) {
            network.standardize(standardizer(random));
        }
        Optional<NetworkLayer> refused = network.topology().layers().stream()
                .filter(layer -> layer.activation() instanceof CustomActivation)
                .findFirst();
        if (refused.isPresent()) {
            ByteArrayOutputStream nothing = new ByteArrayOutputStream();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> OnnxFile.write(network, nothing))
                    .withMessageStartingWith("Layer " + refused.get().name() + " of ");
            assertThat(nothing.size()).isZero();
            return;
        }
        byte[] file = written();
        OnnxRules.check(file);
        if (canBeNamed()) {
            try (OnnxRun run = new OnnxRun(network.topology(), file)) {
                check(run, inputs, rows);
                int row = random.nextInt(rows);
                check(run, Arrays.copyOfRange(inputs, row * network.inputSize(), (row + 1) * network.inputSize()), 1);
            }
        }
    }

    private byte[] written() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            OnnxFile.write(network, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** ONNX Runtime's methods for Java garble other names on their way to native code. */
    private boolean canBeNamed() {
        Stream<String> inputs = network.topology().inputs().stream().map(NetworkInput::name);
        return Stream.concat(inputs, network.topology().outputs().stream())
                .flatMapToInt(String::codePoints)
                .allMatch(Character::isBmpCodePoint);
    }

    private void check(OnnxRun run, float[] inputs, int rows) {
        float[] expected = network.predict(inputs, rows);
        float[] found = run.predict(inputs, rows);
        double largest = 1;
        for (float output : expected) {
            largest = Math.max(largest, Math.abs(output));
        }
        boolean areNear = true;
        for (int i = 0; i < expected.length; i++) {
            areNear &= Math.abs(found[i] - expected[i]) <= TOLERANCE * largest;
        }
        outputs += expected.length;
        if (!areNear) {
            isNear = false;
            checkAgainstReference(network, found, inputs, rows, TOLERANCE * largest, "ONNX Runtime");
        }
    }

    /** Fails where outputs that something else found for a network are farther from the exact ones than rounding explains. */
    static void checkAgainstReference(
            Network network, float[] found, float[] inputs, int rows, double tolerance, String what) {
        float[] scaled = new float[inputs.length];
        network.standardizer().apply(inputs, 0, scaled, rows);
        ReferencePass reference = new ReferencePass(
                network.topology(),
                Doubles.of(network.parameters()),
                Doubles.rows(scaled, 0, rows, network.inputSize()),
                PassMode.inference(Doubles.of(network.statistics())));
        double[][] deviations = new RoundingErrors(reference).outputs();
        int columns = network.outputSize();
        for (int i = 0; i < found.length; i++) {
            double exact = reference.outputs()[i / columns][i % columns];
            double explained = LESS_EXACT * RoundingErrors.DEVIATIONS * deviations[i / columns][i % columns];
            if (!(Math.abs(found[i] - exact) <= tolerance + explained)) {
                throw new AssertionError(String.format(
                        "output %d: %s in %s, reference %s; they differ by %.3g, but rounding explains %.3g",
                        i, found[i], what, exact, Math.abs(found[i] - exact), explained));
            }
        }
    }

    /** Near that of the features as they are. */
    private Standardizer standardizer(Random random) {
        double[] means = random.doubles(network.inputSize(), -0.5, 0.5).toArray();
        double[] deviations = random.doubles(network.inputSize(), 0.7, 1.5).toArray();
        return Standardizer.of(means, deviations);
    }

    /** Outputs that were compared; none of a network that cannot be written. */
    long outputs() {
        return outputs;
    }

    /** Whether none of them differs more than the tolerance. */
    boolean isNear() {
        return isNear;
    }
}

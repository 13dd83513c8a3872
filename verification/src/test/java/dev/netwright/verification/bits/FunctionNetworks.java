package dev.netwright.verification.bits;

import static dev.netwright.annotations.Activation.TANH;
import static dev.netwright.annotations.Normalization.LAYER;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Networks with activations of the user's, whose arithmetic is plain and so the same everywhere. */
final class FunctionNetworks {
    private FunctionNetworks() {}

    /** z·(1 + z / (1 + |z|)) / 2. */
    static final class Gate {
        private Gate() {}

        static float f(float z) {
            return 0.5f * z * (1 + z / (1 + Math.abs(z)));
        }

        static float derivative(float z) {
            float size = 1 + Math.abs(z);
            return 0.5f * (1 + z / size + z / (size * size));
        }
    }

    /** 1 / (1 + z²). */
    static final class Bell {
        private Bell() {}

        static float f(float z) {
            return 1 / Math.fma(z, z, 1);
        }

        static float derivative(float z) {
            float bell = f(z);
            return -2 * z * bell * bell;
        }
    }

    /** On pixels, on normalised rows, in layers that are written out and that call kernels, and at the end. */
    @Input(shape = {7, 7, 1})
    @Layer(size = 5, kernel = 3, function = Gate.class, pool = 2)
    @Layer(size = 33, normalize = LAYER, function = Gate.class, dropout = 0.25f)
    @Layer(size = 33, function = Bell.class, residual = "hidden2")
    @Layer(size = 3, activation = TANH)
    @Layer(size = 4, function = Gate.class)
    @Layer(size = 2, function = Bell.class)
    interface Everywhere extends Network {}
}

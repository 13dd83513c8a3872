package dev.netwright.testing;

/** Activations as users write them, right and wrong. */
final class Functions {
    private Functions() {}

    /** z·sigmoid(z). */
    static final class Swish {
        private Swish() {}

        static float f(float z) {
            return z * sigmoid(z);
        }

        static float derivative(float z) {
            float s = sigmoid(z);
            return s + z * s * (1 - s);
        }

        private static float sigmoid(float z) {
            return (float) (1 / (1 + Math.exp(-z)));
        }
    }

    /** z + sin²(z) (Ziyin et al. 2020). */
    static final class Snake {
        private Snake() {}

        static float f(float z) {
            float sine = (float) Math.sin(z);
            return z + sine * sine;
        }

        static float derivative(float z) {
            return 1 + (float) Math.sin(2 * z);
        }
    }

    /** With a kink, where the slope from below is as good as that from above. */
    static final class Bent {
        private Bent() {}

        static float f(float z) {
            return z > 0 ? z : 0.25f * z;
        }

        static float derivative(float z) {
            return z > 0 ? 1 : 0.25f;
        }
    }

    /** The derivative lacks a factor. */
    static final class WrongSwish {
        private WrongSwish() {}

        static float f(float z) {
            return Swish.f(z);
        }

        static float derivative(float z) {
            float s = Swish.sigmoid(z);
            return s + z * s;
        }
    }

    /** The derivative is right below 1 alone. */
    static final class WrongAbove {
        private WrongAbove() {}

        static float f(float z) {
            return z > 1 ? 2 * z - 1 : z;
        }

        static float derivative(float z) {
            return 1;
        }
    }

    /** No number below zero. */
    static final class Root {
        private Root() {}

        static float f(float z) {
            return (float) Math.sqrt(z);
        }

        static float derivative(float z) {
            return 0.5f / (float) Math.sqrt(z);
        }
    }
}

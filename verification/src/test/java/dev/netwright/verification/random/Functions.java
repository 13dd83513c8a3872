package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Alpha;
import dev.netwright.runtime.topology.CustomActivation;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Activations of a user's, for random networks: smooth and bent, plain arithmetic and not, inherited and overloaded. */
public final class Functions {
    private static final String PACKAGE = "dev.netwright.annotations.";

    static final List<CustomActivation> ALL = List.of(
            new CustomActivation("Gate", Gate::f, Gate::derivative),
            new CustomActivation("Snake", Snake::f, Snake::derivative),
            new CustomActivation("Bent", Bent::f, Bent::derivative),
            new CustomActivation("Bump", Bump::f, Bump::derivative));

    /** What somebody may write who is mistaken. */
    private static final List<CustomActivation> MISTAKEN = List.of(
            new CustomActivation("Halves", Gate::f, Gate::derivative),
            new CustomActivation("Doubles", Gate::f, Gate::derivative),
            new CustomActivation("Throwing", Gate::f, Gate::derivative));

    private Functions() {}

    /** How a declaration says what a layer applies. */
    static String attribute(ActivationFunction activation) {
        return activation instanceof Activation
                ? "activation = " + PACKAGE + "Activation." + activation.name()
                : "function = " + Functions.class.getName() + "." + activation.name() + ".class";
    }

    /** The parameter that an activation takes. */
    static Optional<Alpha> alpha(ActivationFunction activation) {
        return activation instanceof Activation known ? known.alpha() : Optional.empty();
    }

    /** One that is right, or one that is not. */
    static CustomActivation anyMistaken(Random random) {
        List<CustomActivation> some = random.nextInt(3) == 0 ? ALL : MISTAKEN;
        return some.get(random.nextInt(some.size()));
    }

    /** z·(1 + z / (1 + |z|)) / 2. */
    public static final class Gate {
        private Gate() {}

        /** The function. */
        public static float f(float z) {
            return 0.5f * z * (1 + z / (1 + Math.abs(z)));
        }

        /** Its slope. */
        public static float derivative(float z) {
            float size = 1 + Math.abs(z);
            return 0.5f * (1 + z / size + z / (size * size));
        }

        /** What it would be of a double. */
        public static double f(double z) {
            throw new IllegalStateException("a float is given, not the double " + z);
        }
    }

    /** z + sin²(z) (Ziyin et al. 2020). */
    public static final class Snake {
        private Snake() {}

        /** The function. */
        public static float f(float z) {
            float sine = (float) Math.sin(z);
            return z + sine * sine;
        }

        /** Its slope. */
        public static float derivative(float z) {
            return 1 + (float) Math.sin(2 * z);
        }
    }

    /** With a kink. */
    public static final class Bent {
        private Bent() {}

        /** The function. */
        public static float f(float z) {
            return z > 0 ? z : 0.25f * z;
        }

        /** Its slope. */
        public static float derivative(float z) {
            return z > 0 ? 1 : 0.25f;
        }
    }

    /** Has a function for others to inherit. */
    public static class Bell {
        /** For those that extend it. */
        protected Bell() {}

        /** 1 / (1 + z²). */
        public static float f(float z) {
            return 1 / (1 + z * z);
        }
    }

    /** Inherits its function. */
    public static final class Bump extends Bell {
        private Bump() {}

        /** Its slope. */
        public static float derivative(float z) {
            float bell = f(z);
            return -2 * z * bell * bell;
        }
    }

    /** Has no derivative. */
    public static final class Halves {
        private Halves() {}

        /** The function. */
        public static float f(float z) {
            return z / 2;
        }
    }

    /** Of doubles. */
    public static final class Doubles {
        private Doubles() {}

        /** The function. */
        public static double f(double z) {
            return 2 * z;
        }

        /** Its slope. */
        public static double derivative(double z) {
            return 0 * z + 2;
        }
    }

    /** Is not sure of itself. */
    public static final class Throwing {
        private Throwing() {}

        /** The function. */
        public static float f(float z) throws java.io.IOException {
            throw new java.io.IOException("nothing at " + z);
        }

        /** Its slope. */
        public static float derivative(float z) {
            return z;
        }
    }
}

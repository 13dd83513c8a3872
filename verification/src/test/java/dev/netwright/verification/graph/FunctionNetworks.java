package dev.netwright.verification.graph;

import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.TANH;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Networks whose activations are a user's own. */
final class FunctionNetworks {
    private FunctionNetworks() {}

    /** z + sin²(z): learns what repeats itself (Ziyin et al. 2020). */
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

    /** z·sigmoid(z) (Ramachandran et al. 2017). */
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

    /** Is there for half of all numbers. */
    static final class Root {
        private Root() {}

        static float f(float z) {
            return (float) Math.sqrt(z);
        }

        static float derivative(float z) {
            return 0.5f / (float) Math.sqrt(z);
        }
    }

    @Input(1)
    @Layer(size = 32, function = Snake.class)
    @Layer(size = 32, function = Snake.class)
    @Layer(size = 1)
    interface Wave extends Network {}

    @Input(3)
    @Layer(size = 4, function = Snake.class)
    @Layer(size = 2, function = Swish.class)
    interface Swishing extends Network {}

    @Input(3)
    @Layer(size = 4, activation = TANH)
    @Layer(size = 1, function = Swish.class)
    interface One extends Network {}

    @Input(3)
    @Layer(size = 4, activation = TANH, name = "trunk")
    @Layer(size = 2, name = "swish", from = "trunk", function = Swish.class, output = true)
    @Layer(size = 1, name = "chance", from = "trunk", activation = SIGMOID)
    interface Heads extends Network {}

    @Input(2)
    @Layer(size = 3, function = Root.class)
    @Layer(size = 1)
    interface Rooted extends Network {}
}

package demo;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** Activations of one's own: in a small layer, which is written out, in a large one, and in the last. */
@Input(2)
@Layer(size = 8, function = Waves.Snake.class)
@Layer(size = 16, function = Waves.Snake.class, name = "waves")
@Layer(size = 1, function = Waves.Swish.class)
public interface Waves extends Network {
    /** z + sin²(z) (Ziyin et al. 2020). */
    final class Snake {
        private Snake() {}

        public static float f(float z) {
            float sine = (float) Math.sin(z);
            return z + sine * sine;
        }

        public static float derivative(float z) {
            return 1 + (float) Math.sin(2 * z);
        }
    }

    /** z·s(z) (Ramachandran et al. 2017). */
    final class Swish {
        private Swish() {}

        public static float f(float z) {
            return z * sigmoid(z);
        }

        public static float derivative(float z) {
            float s = sigmoid(z);
            return s + z * s * (1 - s);
        }

        private static float sigmoid(float z) {
            return (float) (1 / (1 + Math.exp(-z)));
        }
    }
}

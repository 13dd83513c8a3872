package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Initializer;
import dev.netwright.processor.plan.CostModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The checks of random networks for those that chance might miss: every activation, every threshold of the planner. */
class ChosenNetworksTest {
    private static final int THRESHOLD = CostModel.DEFAULT.mostUnrolledWeights();

    @Test
    void everyActivationInHiddenAndLastLayersUnrolledAndWithKernels() throws IOException {
        List<RandomNetwork> networks = new ArrayList<>();
        List<ActivationFunction> activations = new ArrayList<>(List.of(Activation.values()));
        activations.addAll(Functions.ALL);
        for (ActivationFunction activation : activations) {
            for (int units : List.of(5, 40)) {
                RandomLayer layer = layer(units, activation);
                networks.add(network(networks.size(), 4, List.of(layer, layer(3, Activation.TANH), layer)));
            }
        }
        check("activations", networks);
    }

    @Test
    void everyInitializer() throws IOException {
        List<RandomNetwork> networks = new ArrayList<>();
        for (Initializer init : Initializer.values()) {
            RandomLayer first = new RandomLayer(
                    9,
                    Optional.of(Activation.TANH),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(init),
                    0.25f);
            networks.add(network(networks.size(), 12, List.of(first, layer(2, Activation.IDENTITY))));
        }
        check("initializers", networks);
    }

    @Test
    void bothSidesOfTheThresholdForEveryShapeOfLayer() throws IOException {
        List<RandomNetwork> networks = new ArrayList<>();
        for (int inputs : IntStream.of(
                        1, 2, 3, 5, 8, 12, 22, 23, 24, 25, 31, 48, 63, 64, 65, THRESHOLD - 1, THRESHOLD, THRESHOLD + 1)
                .toArray()) {
            for (int units = Math.max(1, THRESHOLD / inputs - 1); units <= THRESHOLD / inputs + 1; units++) {
                networks.add(network(
                        networks.size(), inputs, List.of(layer(units, Activation.SIGMOID), layer(1, Activation.TANH))));
            }
        }
        check("thresholds", networks);
    }

    @Test
    void largeLayersOfAwkwardWidths() throws IOException {
        List<RandomNetwork> networks = new ArrayList<>();
        for (int[] widths :
                new int[][] {{513, 7}, {7, 513}, {1025, 3}, {3, 1030}, {256, 257}, {784, 128, 10}, {1, 600, 1}}) {
            List<RandomLayer> layers = IntStream.of(widths)
                    .skip(1)
                    .mapToObj(units -> layer(units, Activation.LEAKY_RELU))
                    .toList();
            networks.add(network(networks.size(), widths[0], layers));
        }
        check("large layers", networks);
    }

    @Test
    void soManyLayersThatMethodsAreSplit() throws IOException {
        List<RandomNetwork> networks = new ArrayList<>();
        for (ActivationFunction activation : List.of(Activation.SOFTSIGN, Functions.ALL.get(0))) {
            for (int count : List.of(90, 170, 500)) {
                List<RandomLayer> layers = Collections.nCopies(count, layer(2, activation));
                networks.add(network(count + networks.size(), 2, layers));
            }
        }
        check("deep networks", networks);
    }

    private static void check(String what, List<RandomNetwork> networks) throws IOException {
        Coverage coverage = new Coverage();
        CompiledBatch.check(networks, coverage);
        System.out.println("Chosen networks checked, " + what + ": " + coverage);
    }

    private static RandomLayer layer(int units, ActivationFunction activation) {
        return new RandomLayer(
                units,
                Optional.of(activation),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                0f);
    }

    private static RandomNetwork network(int index, int inputs, List<RandomLayer> layers) {
        return new RandomNetwork(Placement.PUBLIC, "chosen", "Net" + index, "", inputs, layers, index);
    }
}

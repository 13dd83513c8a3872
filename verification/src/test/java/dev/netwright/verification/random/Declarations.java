package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Alpha;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.plan.CostModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Random declarations without mistakes. */
final class Declarations {
    /** Mostly the default. */
    static final List<Float> EPSILONS =
            List.of(Normalization.DEFAULT_EPSILON, Normalization.DEFAULT_EPSILON, 1e-3f, 1e-6f, 0.25f);

    /** A width as drawn: a number, or just below, at or above the planner's threshold for the layer's inputs. */
    private record Width(int units, Optional<Integer> fromThreshold) {
        int after(int inputs) {
            return fromThreshold
                    .map(distance -> Math.max(1, CostModel.DEFAULT.mostUnrolledWeights() / inputs + distance))
                    .orElse(units);
        }
    }

    /** A layer as drawn, before the width of the one above is known. */
    private record Draft(
            Width width,
            Optional<ActivationFunction> activation,
            float alphaShare,
            boolean givesAlpha,
            Optional<String> name,
            Optional<Boolean> bias,
            Optional<Initializer> init,
            float constant) {}

    private Declarations() {}

    static Arbitrary<List<RandomNetwork>> batches(int size) {
        return networks().list().ofSize(size).map(networks -> {
            List<RandomNetwork> batch = new ArrayList<>();
            for (RandomNetwork network : networks) {
                batch.add(network.inBatch(batch.size()));
            }
            return batch;
        });
    }

    static Arbitrary<RandomNetwork> networks() {
        Arbitrary<Integer> inputs = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.integers().between(1, 70)),
                Tuple.of(1, Arbitraries.integers().between(71, 600)));
        return Combinators.combine(
                        Arbitraries.of(Placement.class),
                        Names.ofPackages(),
                        Names.ofNetworks(),
                        Names.members(),
                        inputs,
                        drafts(),
                        Arbitraries.longs())
                .as((placement, packageName, name, members, in, drafts, seed) -> new RandomNetwork(
                                placement,
                                packageName,
                                name,
                                Names.allow(name, members) ? members : "",
                                in,
                                layers(in, drafts),
                                seed)
                        .withDistinctNames())
                .map(Declarations::perhapsGraph);
    }

    private static RandomNetwork perhapsGraph(RandomNetwork sequence) {
        Random random = new Random(sequence.seed());
        RandomNetwork treated = random.nextInt(3) == 0 ? treated(sequence, random) : sequence;
        RandomNetwork started = random.nextInt(4) == 0 ? behindPixels(treated, random) : treated;
        return random.nextBoolean() ? RandomGraph.of(started, random) : started;
    }

    private static RandomNetwork behindPixels(RandomNetwork sequence, Random random) {
        RandomFront front = RandomFronts.of(random);
        return sequence.withInputs(List.of(front.output().size())).behind(front);
    }

    /** With dropout in some of the layers, but not in the last, and some normalised. */
    private static RandomNetwork treated(RandomNetwork sequence, Random random) {
        List<RandomLayer> layers = new ArrayList<>(sequence.layers());
        for (int i = 0; i < layers.size(); i++) {
            boolean drops = random.nextInt(3) == 0 && i < layers.size() - 1;
            float rate = drops ? (1 + random.nextInt(9)) / 10f : 0f;
            Normalization normalization = switch (random.nextInt(5)) {
                case 0 -> Normalization.LAYER;
                case 1 -> Normalization.BATCH;
                default -> Normalization.NONE;
            };
            layers.set(
                    i,
                    layers.get(i)
                            .withDropout(rate)
                            .withNormalization(normalization)
                            .withEpsilon(EPSILONS.get(random.nextInt(EPSILONS.size()))));
        }
        return sequence.with(layers, sequence.wirings());
    }

    private static Arbitrary<List<Draft>> drafts() {
        return Arbitraries.frequencyOf(
                Tuple.of(60, draft(widths()).list().ofMinSize(1).ofMaxSize(8)),
                Tuple.of(3, draft(narrow()).list().ofMinSize(9).ofMaxSize(30)),
                Tuple.of(1, draft(narrow()).list().ofMinSize(80).ofMaxSize(90)));
    }

    private static Arbitrary<Draft> draft(Arbitrary<Width> widths) {
        return Combinators.combine(
                        widths,
                        optional(activations()),
                        Arbitraries.integers().between(1, 9_999).map(n -> n / 10_000f),
                        Arbitraries.of(true, false),
                        optional(Names.ofLayers()),
                        optional(Arbitraries.of(true, false)),
                        optional(Arbitraries.of(Initializer.class)),
                        Arbitraries.oneOf(
                                Arbitraries.of(0f, -0f, 1e-30f, 0.1f, -1.5f),
                                Arbitraries.integers().between(-2_000, 2_000).map(n -> n / 1_000f)))
                .as(Draft::new);
    }

    private static Arbitrary<ActivationFunction> activations() {
        return Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.of(Activation.class).map(activation -> activation)),
                Tuple.of(1, Arbitraries.of(Functions.ALL).map(function -> function)));
    }

    private static <T> Arbitrary<Optional<T>> optional(Arbitrary<T> arbitrary) {
        return arbitrary.optional(0.8);
    }

    private static Arbitrary<Width> widths() {
        return Arbitraries.frequencyOf(
                Tuple.of(16, Arbitraries.integers().between(1, 70).map(n -> new Width(n, Optional.empty()))),
                Tuple.of(8, Arbitraries.integers().between(-1, 1).map(n -> new Width(0, Optional.of(n)))),
                Tuple.of(1, Arbitraries.integers().between(71, 600).map(n -> new Width(n, Optional.empty()))));
    }

    private static Arbitrary<Width> narrow() {
        return Arbitraries.integers().between(1, 3).map(n -> new Width(n, Optional.empty()));
    }

    private static List<RandomLayer> layers(int inputs, List<Draft> drafts) {
        List<RandomLayer> layers = new ArrayList<>();
        int columns = inputs;
        for (Draft draft : drafts) {
            ActivationFunction activation = draft.activation().orElse(Activation.IDENTITY);
            // Softmax over one unit is refused.
            columns = Math.max(activation.isElementwise() ? 1 : 2, draft.width().after(columns));
            layers.add(new RandomLayer(
                    columns,
                    draft.activation(),
                    Functions.alpha(activation)
                            .filter(any -> draft.givesAlpha())
                            .map(alpha -> inside(alpha, draft)),
                    draft.name(),
                    draft.bias(),
                    draft.init(),
                    draft.constant()));
        }
        return layers;
    }

    /** Somewhere inside the open interval; where that has no end, from 0 to 3. */
    private static float inside(Alpha alpha, Draft draft) {
        float most = Math.min(alpha.below(), 3f);
        return alpha.above() + draft.alphaShare() * (most - alpha.above());
    }
}

package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Changes a declaration here and there as somebody might who is mistaken. What results is mostly refused, and sometimes right. */
final class RandomMistakes {
    private static final int[] SIZES = {0, -1, Integer.MIN_VALUE, 1, 2, 3, 5};

    private static final int[] PIXELS = {0, -1, 1, 2, 3, 50};

    private static final float[] RATES = {-0.1f, 0f, 0.5f, 1f};

    private final Random random;
    private final RandomNetwork network;
    private final List<RandomLayer> layers;
    private final List<RandomWiring> wirings;

    private RandomMistakes(RandomNetwork network, Random random) {
        this.network = network;
        this.random = random;
        layers = new ArrayList<>(network.layers());
        wirings = new ArrayList<>(network.wirings());
    }

    /** The same with one to three changes. */
    static RandomNetwork in(RandomNetwork network, Random random) {
        boolean changesFront = network.front().isPresent() && random.nextBoolean();
        RandomMistakes mistakes = new RandomMistakes(changesFront ? front(network, random) : network, random);
        for (int more = 1 + random.nextInt(3); more > 0; more--) {
            mistakes.change(random.nextInt(network.layers().size()));
        }
        return mistakes.measured();
    }

    /** With other numbers in a window, and where these are right, with as many columns as they give. */
    private static RandomNetwork front(RandomNetwork network, Random random) {
        RandomFront front = network.front().orElseThrow();
        List<RandomWindow> windows = new ArrayList<>(front.layers());
        int i = random.nextInt(windows.size());
        List<Integer> numbers = new ArrayList<>();
        for (int more = 1 + random.nextInt(3); more > 0; more--) {
            numbers.add(PIXELS[random.nextInt(PIXELS.length)]);
        }
        RandomWindow window = windows.get(i);
        windows.set(
                i,
                switch (random.nextInt(5)) {
                    case 0 -> window.with(to -> to.kernel = numbers);
                    case 1 -> window.with(to -> to.stride = numbers);
                    case 2 -> window.with(to -> to.pool = numbers);
                    case 3 -> window.with(to -> to.embedding = numbers.get(0) == 0 ? -1 : numbers.get(0));
                    default -> window.with(to -> to.filters = to.filters == 0 ? 3 : 0);
                });
        RandomFront changed = new RandomFront(front.input(), windows);
        List<Integer> sizes = new ArrayList<>(network.inputSizes());
        try {
            sizes.set(0, changed.output().size());
        } catch (IllegalArgumentException e) {
            // It will be refused.
            return network.behind(changed);
        }
        return network.withInputs(sizes).behind(changed);
    }

    private void change(int i) {
        RandomLayer layer = layers.get(i);
        RandomWiring wiring = wirings.get(i);
        // A layer of exponentials without weights is right, but its values are beyond all comparison.
        boolean grows = layer.effectiveActivation() == Activation.EXPONENTIAL;
        switch (random.nextInt(grows ? 10 : 12)) {
            case 0 -> layers.set(i, layer.withSize(SIZES[random.nextInt(SIZES.length)]));
            case 1 -> layers.set(i, layer.withName(Optional.of(network.nameOf(anyNodeThereIs()))));
            case 2 -> layers.set(i, layer.withAlpha(random.nextBoolean() ? 0.3f : Float.NaN));
            case 3 ->
                wirings.set(
                        i,
                        new RandomWiring(
                                anyNodes(), wiring.merge(), wiring.residual(), wiring.isWeighted(), wiring.isOutput()));
            case 4 ->
                wirings.set(
                        i,
                        new RandomWiring(
                                wiring.from(), anyMerge(), wiring.residual(), wiring.isWeighted(), wiring.isOutput()));
            case 5 ->
                wirings.set(
                        i,
                        new RandomWiring(
                                wiring.from(),
                                wiring.merge(),
                                OptionalInt.of(anyNode()),
                                wiring.isWeighted(),
                                wiring.isOutput()));
            case 6 -> layers.set(i, layer.withDropout(RATES[random.nextInt(RATES.length)]));
            case 7 -> layers.set(i, layer.withNormalization(Normalization.LAYER));
            case 8 ->
                wirings.set(
                        i,
                        new RandomWiring(
                                wiring.from(),
                                wiring.merge(),
                                wiring.residual(),
                                wiring.isWeighted(),
                                !wiring.isOutput()));
            case 9 -> layers.set(i, layer.withActivation(Functions.anyMistaken(random)));
            case 10 ->
                wirings.set(
                        i,
                        new RandomWiring(
                                wiring.from(),
                                wiring.merge(),
                                wiring.residual(),
                                !wiring.isWeighted(),
                                wiring.isOutput()));
            default ->
                wirings.set(
                        i,
                        new RandomWiring(
                                List.of(),
                                Merge.CONCATENATE,
                                OptionalInt.empty(),
                                wiring.isWeighted(),
                                wiring.isOutput()));
        }
    }

    private Merge anyMerge() {
        return Merge.values()[random.nextInt(Merge.values().length)];
    }

    private List<Integer> anyNodes() {
        List<Integer> nodes = new ArrayList<>();
        for (int more = random.nextInt(4); more > 0; more--) {
            nodes.add(anyNode());
        }
        return nodes;
    }

    private int anyNodeThereIs() {
        int inputs = network.inputSizes().size();
        return random.nextInt(inputs + layers.size()) - inputs;
    }

    /** An input or a layer above or below, the layer itself, or one that there is not. */
    private int anyNode() {
        int inputs = network.inputSizes().size();
        return random.nextInt(inputs + layers.size() + 1) - inputs;
    }

    /** With the columns that layers without weights would have, where what they read has any. */
    private RandomNetwork measured() {
        RandomNetwork changed = network.with(layers, wirings);
        for (int time = 0; time < layers.size(); time++) {
            for (int i = 0; i < layers.size(); i++) {
                if (!wirings.get(i).isWeighted() && changed.readsWhatIsThere(i)) {
                    layers.set(i, layers.get(i).withSize(changed.inputsOf(i)));
                    changed = network.with(layers, wirings);
                }
            }
        }
        return changed;
    }
}

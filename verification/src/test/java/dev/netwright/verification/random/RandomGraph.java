package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Makes a graph of a sequence of layers: layers that merge, that skip others, and that have no weights. */
final class RandomGraph {
    private static final int MOST_LAYERS = 30;
    private static final int WIDEST = 70;

    private final RandomNetwork sequence;
    private final Random random;
    private final List<RandomLayer> layers = new ArrayList<>();
    private final List<RandomWiring> wirings = new ArrayList<>();

    private final List<Integer> inputSizes = new ArrayList<>();

    private RandomGraph(RandomNetwork sequence, Random random) {
        this.sequence = sequence;
        this.random = random;
        if (sequence.front().isPresent()) {
            inputSizes.addAll(sequence.inputSizes());
            random.ints(random.nextInt(3), 1, 6).forEach(inputSizes::add);
            return;
        }
        int features = sequence.inputs();
        int count = Math.min(features, random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1);
        for (int i = 0; i < count; i++) {
            inputSizes.add(i == count - 1 ? features - (count - 1) : 1);
        }
        Collections.shuffle(inputSizes, random);
    }

    /** A graph, or the sequence itself where that is too large. */
    static RandomNetwork of(RandomNetwork sequence, Random random) {
        int widest = sequence.layers().stream().mapToInt(RandomLayer::size).reduce(sequence.inputs(), Math::max);
        return sequence.layers().size() > MOST_LAYERS || widest > WIDEST
                ? sequence
                : new RandomGraph(sequence, random).wired();
    }

    private RandomNetwork wired() {
        int count = sequence.layers().size();
        boolean hasHeads = random.nextBoolean();
        for (int i = 0; i < count; i++) {
            boolean isLast = i == count - 1;
            List<Integer> from = isLast ? withUnread(i, from(i)) : from(i);
            add(sequence.layers().get(i), i, from, merge(from, i, isLast));
            if (hasHeads && layers.get(i).dropout() == 0f && random.nextInt(3) == 0) {
                wirings.set(i, wirings.get(i).asOutput());
            }
        }
        return random.nextInt(3) == 0 ? shuffled() : network(layers, wirings);
    }

    private RandomNetwork network(List<RandomLayer> ofLayers, List<RandomWiring> ofWirings) {
        return sequence.withInputs(inputSizes).with(ofLayers, ofWirings);
    }

    /** Empty for the layer above, which the first of several inputs has not. */
    private List<Integer> from(int i) {
        boolean isAboveThere = i > 0 || inputSizes.size() == 1;
        if (isAboveThere && random.nextInt(2) == 0) {
            return List.of();
        }
        List<Integer> from = new ArrayList<>(List.of(node(i)));
        for (int more = random.nextInt(3); more > 0; more--) {
            from.add(node(i));
        }
        return from;
    }

    private int node(int before) {
        return random.nextInt(before + inputSizes.size()) - inputSizes.size();
    }

    private List<Integer> withUnread(int last, List<Integer> from) {
        TreeSet<Integer> unread = new TreeSet<>();
        IntStream.range(-inputSizes.size(), last).forEach(unread::add);
        List<Integer> read = from.isEmpty() ? List.of(last - 1) : from;
        unread.removeAll(read);
        for (int i = 0; i < wirings.size(); i++) {
            unread.removeAll(wirings.get(i).sources(i));
            wirings.get(i).residual().ifPresent(unread::remove);
            if (wirings.get(i).isOutput()) {
                unread.remove(i);
            }
        }
        List<Integer> all = new ArrayList<>(read);
        all.addAll(unread);
        return all.size() == 1 && from.isEmpty() ? from : all;
    }

    private Merge merge(List<Integer> from, int i, boolean isLast) {
        boolean isEven = from.stream().map(this::columnsOf).distinct().count() <= 1;
        if (isEven && from.size() > 1) {
            return Merge.values()[random.nextInt(3)];
        }
        if (!isLast && from.size() > 1 && random.nextBoolean()) {
            // The first of them over and over is as wide as itself.
            Collections.fill(from, from.get(0));
            return random.nextBoolean() ? Merge.ADD : Merge.MULTIPLY;
        }
        return Merge.CONCATENATE;
    }

    private int columnsOf(int node) {
        return node < 0 ? inputSizes.get(-1 - node) : layers.get(node).size();
    }

    private void add(RandomLayer layer, int i, List<Integer> from, Merge merge) {
        List<Integer> read = from.isEmpty() ? List.of(i - 1) : from;
        int merged = merge == Merge.CONCATENATE
                ? read.stream().mapToInt(this::columnsOf).sum()
                : columnsOf(read.get(0));
        boolean activates = layer.effectiveActivation() != Activation.IDENTITY;
        boolean hasWork = from.size() > 1
                || (from.isEmpty() ? !activates && layer.treats(merged) : activates || layer.treats(merged));
        // Exponentials of exponentials stay large whatever the parameters are.
        boolean grows = layer.effectiveActivation() == Activation.EXPONENTIAL;
        // Over pixels softmax is refused.
        boolean hasPixels =
                sequence.front().map(front -> front.output().dimensions() > 0).orElse(false);
        boolean fits = !grows && (layer.effectiveActivation().isElementwise() || (merged > 1 && !hasPixels));
        boolean isWeighted = !hasWork || !fits || random.nextInt(3) > 0;
        int units = isWeighted ? layer.size() : merged;
        OptionalInt residual = OptionalInt.empty();
        if (random.nextInt(3) == 0) {
            int node = node(i);
            boolean isAsWide = columnsOf(node) == units;
            if (isAsWide
                    || (isWeighted
                            && (columnsOf(node) > 1
                                    || layer.effectiveActivation().isElementwise()))) {
                units = columnsOf(node);
                residual = OptionalInt.of(node);
            }
        }
        layers.add(layer.withSize(units));
        wirings.add(new RandomWiring(from, merge, residual, isWeighted, /* isOutput= */ false));
    }

    /** The same graph, declared in another order; any of the outputs may be the last. */
    private RandomNetwork shuffled() {
        int end = layers.size() - 1;
        List<Integer> heads = new ArrayList<>(network(layers, wirings).heads());
        int last = heads.get(random.nextInt(heads.size()));
        // Who is no longer the last must say that it is an output.
        wirings.set(end, end == last ? wirings.get(end) : wirings.get(end).asOutput());
        List<Integer> order = new ArrayList<>(
                IntStream.rangeClosed(0, end).filter(i -> i != last).boxed().toList());
        Collections.shuffle(order, random);
        order.add(last);
        List<RandomLayer> moved = new ArrayList<>();
        List<RandomWiring> rewired = new ArrayList<>();
        for (int old : order) {
            RandomWiring wiring = wirings.get(old);
            List<Integer> from = wiring.sources(old).stream()
                    .map(node -> node < 0 ? node : Integer.valueOf(order.indexOf(node)))
                    .toList();
            OptionalInt residual =
                    wiring.residual().isEmpty() || wiring.residual().getAsInt() < 0
                            ? wiring.residual()
                            : OptionalInt.of(order.indexOf(wiring.residual().getAsInt()));
            moved.add(layers.get(old));
            rewired.add(new RandomWiring(from, wiring.merge(), residual, wiring.isWeighted(), wiring.isOutput()));
        }
        return network(moved, rewired);
    }
}

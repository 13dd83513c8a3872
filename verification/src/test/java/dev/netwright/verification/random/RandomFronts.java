package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws convolutions and pools that fit what they read, behind pixels or behind an embedding. */
final class RandomFronts {
    private static final int[] FILTERS = {1, 2, 3, 4, 5, 8, 16, 17};
    private static final int WIDEST = 70;

    private static final List<ActivationFunction> ACTIVATIONS = Stream.<ActivationFunction>concat(
                    Arrays.stream(Activation.values()).filter(Activation::isElementwise), Functions.ALL.stream())
            .toList();

    private final Random random;
    private final Pixels input;
    private final List<RandomWindow> layers = new ArrayList<>();

    /** The first node that others may read: not the input where its features pick rows of a table. */
    private final int firstNode;

    private RandomFronts(Random random) {
        this.random = random;
        boolean embeds = random.nextInt(3) == 0;
        firstNode = embeds ? 0 : -1;
        if (embeds && random.nextBoolean()) {
            input = new Pixels(0, 1, 1, 1 + random.nextInt(4));
            return;
        }
        boolean isImage = random.nextInt(4) > 0;
        input = new Pixels(
                isImage ? 2 : 1,
                isImage ? 1 + random.nextInt(9) : 1,
                1 + random.nextInt(isImage ? 9 : 20),
                1 + random.nextInt(4));
    }

    static RandomFront of(Random random) {
        RandomFronts front = new RandomFronts(random);
        if (front.firstNode == 0) {
            front.addEmbedding();
        }
        int more = front.front().output().dimensions() == 0 ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < more; i++) {
            front.add();
        }
        if (front.front().output().size() > WIDEST && front.front().output().dimensions() > 0) {
            front.layers.add(RandomWindow.PLAIN.with(to -> to.pooling = Optional.of(front.global())));
        }
        return front.front();
    }

    private RandomFront front() {
        return new RandomFront(input, List.copyOf(layers));
    }

    private Pooling global() {
        return random.nextBoolean() ? Pooling.GLOBAL_AVERAGE : Pooling.GLOBAL_MAXIMUM;
    }

    private void addEmbedding() {
        RandomWindow embedding = RandomWindow.PLAIN.with(to -> {
            to.from = List.of(-1);
            to.filters = 1 + random.nextInt(6);
            to.embedding = 1 + random.nextInt(30);
            to.activation = ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
            to.trainable = random.nextInt(5) > 0;
        });
        RandomWindow drawn = embedding.with(to -> normalize(to, normalization(3, embedding.filters() * input.size())));
        layers.add(input.dimensions() > 0 && random.nextInt(3) == 0 ? pooled(drawn, input.convolved(drawn)) : drawn);
    }

    private void add() {
        int number = layers.size();
        Pixels above = front().output(number - 1);
        List<Integer> alike = IntStream.range(firstNode, number - 1)
                .filter(node -> front().output(node).hasPixelsOf(above))
                .boxed()
                .toList();
        RandomWindow begun = RandomWindow.PLAIN;
        if (number == 0) {
            // Of several inputs the first layer has to say which it reads.
            begun = begun.with(to -> to.from = List.of(-1));
        }
        if (!alike.isEmpty() && random.nextBoolean()) {
            begun = merging(begun, number, alike.get(random.nextInt(alike.size())));
        }
        boolean isWeighted = random.nextInt(4) > 0;
        if (isWeighted) {
            begun = begun.with(to -> to.filters = FILTERS[random.nextInt(FILTERS.length)]);
        }
        layers.add(begun);
        RandomWindow drawn = isWeighted ? convolution(begun, front().x(number)) : pool(begun, front().x(number));
        layers.set(number, drawn);
        int values = front().preactivation(number).size();
        layers.set(number, drawn.with(to -> normalize(to, normalization(5, values))));
        residual(number);
    }

    /** Which reads the layer above and another. */
    private RandomWindow merging(RandomWindow layer, int number, int other) {
        boolean isOtherFirst = random.nextInt(2) == 0;
        boolean isSame = front().output(other).equals(front().output(number - 1));
        return layer.with(to -> {
            to.from = isOtherFirst ? List.of(other, number - 1) : List.of(number - 1, other);
            to.merge = isSame ? Merge.values()[random.nextInt(3)] : Merge.CONCATENATE;
        });
    }

    private void normalize(RandomWindow.Changes to, Normalization normalization) {
        to.normalization = normalization;
        to.epsilon = Declarations.EPSILONS.get(random.nextInt(Declarations.EPSILONS.size()));
    }

    /** Mostly none; one value of each sample is normalised over the batch alone. */
    private Normalization normalization(int mostly, int values) {
        int drawn = random.nextInt(mostly + 2);
        if (drawn == 0) {
            return Normalization.BATCH;
        }
        return drawn == 1 && values > 1 ? Normalization.LAYER : Normalization.NONE;
    }

    private RandomWindow convolution(RandomWindow layer, Pixels x) {
        RandomWindow convolution = layer.with(to -> {
            to.padding = random.nextBoolean() ? Padding.SAME : Padding.VALID;
            to.kernel = window(x, to.padding == Padding.SAME ? 5 : 4, to.padding);
            to.stride = random.nextInt(3) == 0 ? window(x, 3, Padding.VALID) : List.of();
            to.activation = ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size()));
            to.bias = random.nextInt(4) > 0;
            to.trainable = random.nextInt(8) > 0;
            to.dropout = random.nextInt(6) == 0 ? 0.25f : 0f;
        });
        return random.nextInt(3) == 0 ? pooled(convolution, x.convolved(convolution)) : convolution;
    }

    private RandomWindow pooled(RandomWindow layer, Pixels a) {
        return layer.with(to -> {
            to.pool = window(a, 3, Padding.VALID);
            if (random.nextInt(2) == 0) {
                to.pooling = Optional.of(random.nextBoolean() ? Pooling.AVERAGE : Pooling.MAXIMUM);
            }
        });
    }

    private RandomWindow pool(RandomWindow layer, Pixels x) {
        RandomWindow pool = pooled(layer, x);
        return pool.with(to -> {
            to.stride = random.nextBoolean() ? window(x, 3, Padding.VALID) : List.of();
            to.padding = random.nextBoolean() ? Padding.SAME : Padding.VALID;
        });
    }

    /** Numbers that fit: one, or two where there are two dimensions. */
    private List<Integer> window(Pixels x, int most, Padding padding) {
        int down = side(x.height(), most, padding);
        int right = side(x.width(), most, padding);
        if (x.dimensions() == 1) {
            return List.of(right);
        }
        return random.nextBoolean() ? List.of(Math.min(down, right)) : List.of(down, right);
    }

    private int side(int pixels, int most, Padding padding) {
        int fits = padding == Padding.SAME ? 2 * pixels - 1 : pixels;
        return 1 + random.nextInt(Math.min(most, fits));
    }

    private void residual(int number) {
        RandomFront front = front();
        Pixels output = front.output(number);
        List<Integer> alike = IntStream.range(firstNode, number)
                .filter(node -> front.output(node).equals(output))
                .boxed()
                .toList();
        if (!alike.isEmpty() && random.nextBoolean()) {
            RandomWindow layer = layers.get(number);
            layers.set(number, layer.with(to -> to.residual = OptionalInt.of(alike.get(random.nextInt(alike.size())))));
        }
    }
}

package dev.netwright.verification.random;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Padding;
import dev.netwright.annotations.Pooling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws convolutions and pools that fit what they read, behind pixels or behind an embedding. */
final class RandomFronts {
    private static final int[] FILTERS = {1, 2, 3, 4, 5, 8, 16, 17};
    private static final int WIDEST = 70;

    private static final List<Activation> ACTIVATIONS =
            Arrays.stream(Activation.values()).filter(Activation::isElementwise).toList();

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
            front.layers.add(front.layer(List.of(), Merge.CONCATENATE, 0, Optional.of(front.global())));
        }
        return front.front();
    }

    private RandomFront front() {
        return new RandomFront(input, List.copyOf(layers));
    }

    private Pooling global() {
        return random.nextBoolean() ? Pooling.GLOBAL_AVERAGE : Pooling.GLOBAL_MAXIMUM;
    }

    private RandomWindow layer(List<Integer> from, Merge merge, int filters, Optional<Pooling> pooling) {
        return new RandomWindow(
                from,
                merge,
                OptionalInt.empty(),
                filters,
                /* embedding= */ 0,
                List.of(),
                List.of(),
                Padding.VALID,
                List.of(),
                pooling,
                Activation.IDENTITY,
                true,
                0f,
                false);
    }

    private void addEmbedding() {
        RandomWindow embedding = layer(List.of(-1), Merge.CONCATENATE, 1 + random.nextInt(6), Optional.empty())
                .withEmbedding(1 + random.nextInt(30))
                .withActivation(ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())));
        boolean isNormalized = random.nextInt(4) == 0 && embedding.filters() * input.size() > 1;
        layers.add(isNormalized ? embedding.normalized() : embedding);
    }

    private void add() {
        int number = layers.size();
        Pixels above = front().output(number - 1);
        List<Integer> alike = IntStream.range(firstNode, number - 1)
                .filter(node -> front().output(node).hasPixelsOf(above))
                .boxed()
                .toList();
        // Of several inputs the first layer has to say which it reads.
        List<Integer> from = new ArrayList<>(number == 0 ? List.of(-1) : List.of());
        Merge merge = Merge.CONCATENATE;
        if (!alike.isEmpty() && random.nextBoolean()) {
            int other = alike.get(random.nextInt(alike.size()));
            from.add(number - 1);
            from.add(random.nextInt(2), other);
            boolean isSame = front().output(other).equals(above);
            merge = isSame ? Merge.values()[random.nextInt(3)] : Merge.CONCATENATE;
        }
        boolean isWeighted = random.nextInt(4) > 0;
        layers.add(layer(from, merge, isWeighted ? FILTERS[random.nextInt(FILTERS.length)] : 0, Optional.empty()));
        RandomWindow begun = layers.get(number);
        RandomWindow drawn = isWeighted ? convolution(begun, front().x(number)) : pool(begun, front().x(number));
        layers.set(number, drawn);
        if (random.nextInt(6) == 0 && front().preactivation(number).size() > 1) {
            layers.set(number, drawn.normalized());
        }
        residual(number);
    }

    private RandomWindow convolution(RandomWindow layer, Pixels x) {
        Padding padding = random.nextBoolean() ? Padding.SAME : Padding.VALID;
        RandomWindow convolution = new RandomWindow(
                layer.from(),
                layer.merge(),
                OptionalInt.empty(),
                layer.filters(),
                layer.embedding(),
                window(x, padding == Padding.SAME ? 5 : 4, padding),
                random.nextInt(3) == 0 ? window(x, 3, Padding.VALID) : List.of(),
                padding,
                List.of(),
                Optional.empty(),
                ACTIVATIONS.get(random.nextInt(ACTIVATIONS.size())),
                random.nextInt(4) > 0,
                random.nextInt(6) == 0 ? 0.25f : 0f,
                layer.isNormalized());
        return random.nextInt(3) == 0 ? pooled(convolution, x.convolved(convolution)) : convolution;
    }

    private RandomWindow pooled(RandomWindow layer, Pixels a) {
        return new RandomWindow(
                layer.from(),
                layer.merge(),
                OptionalInt.empty(),
                layer.filters(),
                layer.embedding(),
                layer.kernel(),
                layer.stride(),
                layer.padding(),
                window(a, 3, Padding.VALID),
                random.nextBoolean()
                        ? Optional.empty()
                        : Optional.of(random.nextBoolean() ? Pooling.AVERAGE : Pooling.MAXIMUM),
                layer.activation(),
                layer.bias(),
                layer.dropout(),
                layer.isNormalized());
    }

    private RandomWindow pool(RandomWindow layer, Pixels x) {
        RandomWindow pool = pooled(layer, x);
        return random.nextBoolean() ? pool.withStride(window(x, 3, Padding.VALID)) : pool;
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
            layers.set(
                    number,
                    new RandomWindow(
                            layer.from(),
                            layer.merge(),
                            OptionalInt.of(alike.get(random.nextInt(alike.size()))),
                            layer.filters(),
                            layer.embedding(),
                            layer.kernel(),
                            layer.stride(),
                            layer.padding(),
                            layer.pool(),
                            layer.pooling(),
                            layer.activation(),
                            layer.bias(),
                            layer.dropout(),
                            layer.isNormalized()));
        }
    }
}

package dev.netwright.benchmarks.work;

import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.RELU;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.TANH;

import java.util.ArrayList;
import java.util.List;

/** Everything that is measured, in the order of the report. */
public final class Works {
    /** A small classifier. */
    public static final Shape TINY = new Shape(List.of(4, 16, 3), List.of(TANH, SOFTMAX));

    /** Three small layers. */
    public static final Shape DEEP_24 = new Shape(List.of(24, 24, 24, 2), List.of(TANH, TANH, TANH));

    /** Three layers that are no longer small. */
    public static final Shape DEEP_64 = new Shape(List.of(64, 64, 64, 10), List.of(RELU, RELU, SOFTMAX));

    /** What a published figure of hand-written Rust is about. */
    public static final Shape NARROWING = new Shape(List.of(6, 64, 8, 4), List.of(RELU, RELU, IDENTITY));

    /** A classifier of digits. */
    public static final Shape DIGITS = new Shape(List.of(784, 128, 10), List.of(RELU, SOFTMAX));

    /** The same with two hidden layers. */
    public static final Shape DIGITS_DEEP = new Shape(List.of(784, 128, 64, 10), List.of(RELU, RELU, SOFTMAX));

    /** The same with two wide ones. */
    public static final Shape DIGITS_WIDE = new Shape(List.of(784, 512, 512, 10), List.of(RELU, RELU, SOFTMAX));

    /** Weights that no level-2 cache holds. */
    public static final Shape WIDE_2048 = new Shape(List.of(2048, 2048, 2048, 10), List.of(RELU, RELU, SOFTMAX));

    /** What a published figure of SimpleChains.jl is about. */
    public static final Shape REGRESSION = new Shape(List.of(4, 32, 16, 4), List.of(TANH, TANH, IDENTITY));

    /** A classifier of digits that are images: two convolutions with pools, and three dense layers. */
    public static final Shape LENET_5 = new Shape(
            "LeNet-5",
            List.of(new Convolution(28, 28, 1, 5, 6, 2), new Convolution(12, 12, 6, 5, 16, 2)),
            List.of(784, 864, 256, 120, 84, 10),
            List.of(RELU, RELU, RELU, RELU, SOFTMAX));

    /** {@link #LENET_5} with batch normalisation of both convolutions. */
    public static final Declared LENET_5_NORMALIZED =
            new Declared("LeNet-5-BN", 784, 0, 10, true, LENET_5.multiplyAdds(), LENET_5.multiplyAddsOfInputs());

    /** A record's features, a street's vector beside them, and two residual blocks with layer normalisation. */
    public static final Declared RENTS =
            new Declared("rents", 9, 300, 1, false, (8 + 6) * 32 + 2 * (32 * 64 + 64 * 32) + 32, 8 * 32);

    /** A table of few rows, of which a batch picks some, and one of many. */
    public static final Declared TABLE_500 = table(500);

    /** See {@link #TABLE_500}. */
    public static final Declared TABLE_50_000 = table(50_000);

    /** Two heads on one trunk. */
    public static final Declared ACTOR_CRITIC =
            new Declared("actor-critic", 8, 0, 4 + 1, false, 8 * 64 + 64 * 64 + 64 * (4 + 1), 8 * 64);

    private static final int[][] THRESHOLD_SHAPES = {
        {2, 2}, {2, 8}, {8, 2}, {4, 4}, {4, 8}, {4, 16}, {16, 3}, {8, 8}, {6, 16}, {8, 16}, {16, 8}, {16, 16}
    };

    private static final List<Work> ALL = list();

    private Works() {}

    private static Declared table(int rows) {
        return new Declared("table-" + rows, 9, rows, 1, false, (8 + 16) * 64 + 64, 8 * 64);
    }

    /** All of them. */
    public static List<Work> all() {
        return ALL;
    }

    /** A dozen that say most, for a quick look. */
    public static List<Work> few() {
        List<Shape> single = List.of(TINY, DEEP_24, DEEP_64, DIGITS);
        List<Shape> stepped = List.of(TINY, DIGITS_WIDE, REGRESSION);
        return ALL.stream()
                .filter(work -> work.kind() == Kind.BATCH
                        || (work.kind() == Kind.ONE_SAMPLE && single.contains(work.model()))
                        || (work.kind() == Kind.TRAINING && isFewSteps(work, stepped)))
                .toList();
    }

    private static boolean isFewSteps(Work work, List<Shape> stepped) {
        boolean isSgd = work.rule() == Rule.SGD;
        boolean isAlone = work.threads() == 1;
        return (isAlone && stepped.contains(work.model()))
                || (isSgd && work.model().equals(DIGITS_WIDE))
                || (isSgd && isAlone && List.of(DIGITS, LENET_5).contains(work.model()) && work.rows() == 32);
    }

    /** The one with this id. */
    public static Work byId(String id) {
        return ALL.stream()
                .filter(work -> work.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No work is called " + id + "."));
    }

    /** One layer of as many units as inputs. */
    public static List<Shape> squares() {
        return List.of(4, 8, 16, 32, 64).stream().map(n -> Shape.dense(n, n)).toList();
    }

    private static List<Work> list() {
        List<Work> all = new ArrayList<>();
        List<Model> single = new ArrayList<>(List.of(TINY, DEEP_24, DEEP_64, DIGITS, NARROWING, LENET_5));
        single.addAll(squares());
        single.addAll(List.of(LENET_5_NORMALIZED, RENTS, ACTOR_CRITIC));
        single.forEach(model -> all.add(new Work(Kind.ONE_SAMPLE, model, 1, Rule.NONE, 1)));
        all.add(new Work(Kind.BATCH, DIGITS, 128, Rule.NONE, 1));
        all.add(new Work(Kind.BATCH, DIGITS_WIDE, 256, Rule.NONE, 1));
        all.add(new Work(Kind.BATCH, LENET_5, 128, Rule.NONE, 1));
        addTraining(all, TINY, 16);
        addTraining(all, DEEP_24, 128);
        addTraining(all, DIGITS, 32);
        addTraining(all, DIGITS, 128);
        addTraining(all, DIGITS_DEEP, 32);
        addTraining(all, DIGITS_WIDE, 128);
        addTraining(all, WIDE_2048, 256);
        for (int threads : List.of(1, 2)) {
            all.add(new Work(Kind.TRAINING, REGRESSION, 10_000, Rule.ADAM, threads));
            all.add(new Work(Kind.TRAINING, LENET_5, 32, Rule.SGD, threads));
            all.add(new Work(Kind.TRAINING, LENET_5, 128, Rule.SGD, threads));
            all.add(new Work(Kind.TRAINING, LENET_5_NORMALIZED, 32, Rule.SGD, threads));
            all.add(new Work(Kind.TRAINING, LENET_5_NORMALIZED, 128, Rule.SGD, threads));
            all.add(new Work(Kind.TRAINING, RENTS, 128, Rule.ADAM, threads));
        }
        for (Rule rule : List.of(Rule.SGD, Rule.ADAGRAD, Rule.ADAM)) {
            all.add(new Work(Kind.TRAINING, TABLE_500, 128, rule, 1));
            all.add(new Work(Kind.TRAINING, TABLE_50_000, 128, rule, 1));
        }
        for (int[] shape : THRESHOLD_SHAPES) {
            all.add(new Work(Kind.THRESHOLD, Shape.dense(shape[0], shape[1]), 1, Rule.NONE, 1));
        }
        return List.copyOf(all);
    }

    private static void addTraining(List<Work> all, Shape shape, int rows) {
        for (Rule rule : List.of(Rule.SGD, Rule.ADAM)) {
            all.add(new Work(Kind.TRAINING, shape, rows, rule, 1));
            all.add(new Work(Kind.TRAINING, shape, rows, rule, 2));
        }
    }
}

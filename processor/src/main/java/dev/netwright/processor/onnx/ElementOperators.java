package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Padding;
import dev.netwright.processor.model.Convolution;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Operators that work on every element by itself, and the two softmaxes. */
final class ElementOperators {
    private final Layers layers;
    private final Scaling scaling;
    private final Activating activating;
    private final Combining combining;

    ElementOperators(Layers layers, Scaling scaling, Activating activating, Combining combining) {
        this.layers = layers;
        this.scaling = scaling;
        this.activating = activating;
        this.combining = combining;
    }

    /** A function of one value; empty where the node is none. */
    Optional<List<Value>> function(Call call) throws OnnxException, UnsupportedException {
        Optional<ElementFormulas.Step> step = ElementFormulas.of(call.node(), name -> number(call, name));
        boolean isArithmetic = Arithmetic.isOperator(call.node().operator());
        if (step.isEmpty() || isArithmetic) {
            return Optional.empty();
        }
        Flow x = call.flow(call.node().inputs().indexOf(step.get().of()));
        return Optional.of(
                List.of(activating.apply(x, step.get().formula(), call.node().operator())));
    }

    private static OptionalDouble number(Call call, String name) throws UnsupportedException {
        int index = call.node().inputs().indexOf(name);
        if (!call.has(index) || call.isFlow(index)) {
            return OptionalDouble.empty();
        }
        double[] values = call.tensor(index).values();
        boolean isOne = values.length > 0 && Arrays.stream(values).allMatch(value -> value == values[0]);
        return isOne ? OptionalDouble.of(values[0]) : OptionalDouble.empty();
    }

    /** A sum, difference, product or quotient, of data with a constant or with data. */
    List<Value> arithmetic(Call call) throws UnsupportedException {
        Arithmetic operator = Arithmetic.of(call.node().operator());
        if (call.isFlow(0) && call.isFlow(1)) {
            return List.of(ofData(call, operator));
        }
        int data = call.isFlow(0) ? 0 : 1;
        Flow x = call.flow(data);
        Tensor constant = call.tensor(1 - data);
        int[] shape = Shapes.broadcast(x.shape(), constant.shape());
        if (shape.length != x.shape().length || (shape.length > 0 && shape[0] != x.shape()[0])) {
            throw new UnsupportedException(
                    "it puts " + Shapes.ofData(x.shape()) + " and the constant " + constant + " together to "
                            + Shapes.text(shape) + ", in which the samples are not the first axis",
                    "give the constant the shape of one sample");
        }
        Flow repeated = Arrays.equals(shape, x.shape()) ? x : x.select(Shapes.repeated(x.shape(), shape));
        double[] numbers =
                constant.select(Shapes.repeated(constant.shape(), shape)).values();
        if (operator == Arithmetic.DIVISION && data == 1) {
            Formula reciprocal = Formula.of(1).over(Formula.z());
            return List.of(scaling.apply(
                    activating.apply(repeated, reciprocal, "Reciprocal"), numbers, new double[numbers.length]));
        }
        requireFinite(numbers, operator == Arithmetic.DIVISION);
        layers.open(repeated)
                .ifPresent(draft -> draft.suggest(Hints.ofWeights(call.node().input(1 - data))));
        double[] ones = Layers.filled(numbers.length, 1);
        double[] zeros = new double[numbers.length];
        return List.of(
                switch (operator) {
                    case SUM -> scaling.apply(repeated, ones, numbers);
                    case DIFFERENCE ->
                        data == 0
                                ? scaling.apply(repeated, ones, mapped(numbers, -1))
                                : scaling.apply(repeated, Layers.filled(numbers.length, -1), numbers);
                    case PRODUCT -> scaling.apply(repeated, numbers, zeros);
                    case DIVISION ->
                        scaling.apply(
                                repeated,
                                Arrays.stream(numbers).map(number -> 1 / number).toArray(),
                                zeros);
                });
    }

    private static void requireFinite(double[] numbers, boolean isDivision) throws UnsupportedException {
        for (double number : numbers) {
            if (!Double.isFinite(isDivision ? 1 / number : number)) {
                throw new UnsupportedException(
                        isDivision ? "it divides by " + number : "one of its numbers is " + number,
                        "leave it out, or let the model have a finite number there");
            }
        }
    }

    private static double[] mapped(double[] numbers, double factor) {
        return Arrays.stream(numbers).map(number -> factor * number).toArray();
    }

    private Flow ofData(Call call, Arithmetic operator) throws UnsupportedException {
        if (operator == Arithmetic.DIVISION) {
            throw new UnsupportedException("it divides data by data", "multiply, or divide by a constant");
        }
        boolean isDifference = operator == Arithmetic.DIFFERENCE;
        // Before they are repeated, while they are few.
        Flow a = scaling.settled(call.flow(0));
        Flow b = scaling.settled(isDifference ? scaling.apply(call.flow(1), -1, 0) : call.flow(1));
        int[] shape = Shapes.broadcast(a.shape(), b.shape());
        if (shape.length != a.shape().length || shape.length != b.shape().length) {
            throw new UnsupportedException(
                    "it puts " + Shapes.ofData(a.shape()) + " and " + Shapes.ofData(b.shape())
                            + " together, in which the samples are not the first axis",
                    "give both as many axes");
        }
        Flow x = Arrays.equals(shape, a.shape()) ? a : a.select(Shapes.repeated(a.shape(), shape));
        Flow y = Arrays.equals(shape, b.shape()) ? b : b.select(Shapes.repeated(b.shape(), shape));
        return operator == Arithmetic.PRODUCT ? combining.product(x, y) : combining.sum(x, y, call.goesOn());
    }

    /** A sum of any number of values. */
    List<Value> sum(Call call) throws UnsupportedException {
        Flow sum = call.flow(0);
        for (int i = 1; i < call.inputs().size(); i++) {
            if (!Arrays.equals(sum.shape(), call.flow(i).shape())) {
                throw new UnsupportedException("it adds values of several shapes", "add them two by two");
            }
            sum = combining.sum(sum, call.flow(i), call.goesOn());
        }
        return List.of(sum);
    }

    /** Softmax or its logarithm, over all that a sample has. */
    List<Value> softmax(Call call, Activation activation) throws UnsupportedException {
        Flow x = call.flow(0);
        boolean isOld = call.node().version() < 13;
        int rank = x.shape().length;
        int axis = Shapes.axis(call.node().integer("axis", isOld ? 1 : -1), rank);
        // Before opset 13 it is over all axes from this one on.
        long together = isOld ? Shapes.size(Arrays.copyOfRange(x.shape(), axis, rank)) : x.shape()[axis];
        if (axis == 0 || together != x.size()) {
            throw new UnsupportedException(
                    "it is over axis " + axis + " of " + Shapes.ofData(x.shape())
                            + ", which is not all that a sample has",
                    "use it on the outputs alone, [N, classes]");
        }
        return List.of(activating.applyToAll(x, activation));
    }

    /** A slope of its own for every channel: {@code slope·x + (1 - slope)·max(0, x)}, with what is read twice in one layer. */
    List<Value> slopes(Call call) throws UnsupportedException {
        // What two read must not become a part of either.
        Flow x = scaling.settled(call.flow(0)).shared();
        Tensor slopes = call.tensor(1);
        int[] shape = Shapes.broadcast(x.shape(), slopes.shape());
        if (!Arrays.equals(shape, x.shape())) {
            throw new UnsupportedException(
                    "its slopes are " + slopes + " for " + Shapes.ofData(x.shape()),
                    "give it one slope for each channel");
        }
        double[] slope = slopes.select(Shapes.repeated(slopes.shape(), shape)).values();
        Flow above = activating.apply(x, Formula.z().within(0, Double.POSITIVE_INFINITY), "Relu");
        Flow both = Combining.joined(List.of(x, above), 1);
        Merged merged = Merged.of(both);
        if (merged.isChannelsFirst(both.shape())) {
            int channels = x.shape()[1];
            int pixels = x.size() / channels;
            double[] weights = new double[Layers.elements(2L * channels * channels)];
            boolean isByChannel = true;
            for (int i = 0; i < slope.length; i++) {
                int channel = i / pixels;
                isByChannel &= slope[i] == slope[channel * pixels];
                weights[channel * channels + channel] = slope[i];
                weights[(channels + channel) * channels + channel] = 1 - slope[i];
            }
            if (isByChannel) {
                Convolution kernel = new Convolution(1, 1, 1, 1, Padding.VALID);
                Draft draft = Draft.convolution(merged, kernel, channels, weights, new double[0], "");
                return List.of(Flow.channelsFirst(layers.add(draft)));
            }
        }
        int size = x.size();
        double[] weights = new double[Layers.elements(2L * size * size)];
        for (int i = 0; i < size; i++) {
            weights[i * size + i] = slope[i];
            weights[(size + i) * size + i] = 1 - slope[i];
        }
        return List.of(Flow.inOrder(layers.dense(both, size, weights, new double[0], ""), x.shape()));
    }
}

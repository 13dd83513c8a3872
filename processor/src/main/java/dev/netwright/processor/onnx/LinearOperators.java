package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Padding;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Shape;
import java.util.Arrays;
import java.util.List;

/** Products with constant matrices, and the linear models of {@code ai.onnx.ml}. */
final class LinearOperators {
    private static final String CONSTANT =
            "multiply data with weights: products of data with data, as in attention, are no layers";

    private final Layers layers;
    private final Scaling scaling;
    private final Activating activating;

    LinearOperators(Layers layers, Scaling scaling, Activating activating) {
        this.layers = layers;
        this.scaling = scaling;
        this.activating = activating;
    }

    /** {@code alpha·x·B + beta·C}. */
    List<Value> gemm(Call call) throws UnsupportedException {
        Flow x = call.flow(0);
        Tensor b = weights(call, 1);
        if (call.node().integer("transA", 0) != 0) {
            throw new UnsupportedException("its transA is 1, which takes samples for features", CONSTANT);
        }
        boolean isTransposed = call.node().integer("transB", 0) != 0;
        if (b.shape().length != 2 || x.shape().length != 2) {
            throw new UnsupportedException(
                    "it multiplies " + Shapes.ofData(x.shape()) + " with " + Shapes.text(b.shape()),
                    "give it a matrix of samples and a matrix of weights");
        }
        int units = b.shape()[isTransposed ? 0 : 1];
        int rows = b.shape()[isTransposed ? 1 : 0];
        requireInputs(x.shape()[1], rows, x, b);
        double alpha = call.node().number("alpha", 1);
        double[] weights = new double[rows * units];
        for (int row = 0; row < rows; row++) {
            for (int unit = 0; unit < units; unit++) {
                weights[row * units + unit] = alpha * b.values()[isTransposed ? unit * rows + row : row * units + unit];
            }
        }
        double[] biases = new double[0];
        if (call.has(2)) {
            Tensor c = call.tensor(2);
            double beta = call.node().number("beta", 1);
            int[] shape = {1, units};
            if (!Arrays.equals(Shapes.broadcast(c.shape(), shape), shape)) {
                throw new UnsupportedException(
                        "its C is " + Shapes.text(c.shape()) + " for " + units + " units",
                        "give it one number for each unit");
            }
            biases = Arrays.stream(c.select(Shapes.repeated(c.shape(), shape)).values())
                    .map(value -> beta * value)
                    .toArray();
        }
        return dense(x, units, weights, biases, Hints.of(call.node(), 1, 2));
    }

    private List<Value> dense(Flow x, int units, double[] weights, double[] biases, String hint)
            throws UnsupportedException {
        int[] shape = x.shape().clone();
        shape[shape.length - 1] = units;
        return List.of(Flow.inOrder(layers.dense(x, units, weights, biases, hint), shape));
    }

    private static Tensor weights(Call call, int index) throws UnsupportedException {
        if (call.isFlow(index)) {
            throw new UnsupportedException("it multiplies data with data", CONSTANT);
        }
        return call.tensor(index);
    }

    private static void requireInputs(int columns, int rows, Flow x, Tensor weights) throws UnsupportedException {
        if (columns != rows) {
            throw new UnsupportedException(
                    "it multiplies " + Shapes.ofData(x.shape()) + " with " + Shapes.text(weights.shape())
                            + ", which do not fit",
                    "export the model again");
        }
    }

    /** {@code x·B}, of the last axis. Where axes before it are pixels it is a kernel of one pixel. */
    List<Value> matMul(Call call) throws UnsupportedException {
        if (!call.isFlow(0)) {
            throw new UnsupportedException("it multiplies a constant with data from the left", CONSTANT);
        }
        Flow x = call.flow(0);
        Tensor b = weights(call, 1);
        int rank = x.shape().length;
        boolean isVector = b.shape().length == 1;
        // With more axes than data has, the weights' first ones would stand before that of the samples.
        boolean isMatrix = b.shape().length >= 1 && b.shape().length <= rank && Shapes.size(b.shape()) == matrix(b);
        if (rank < 2 || !isMatrix) {
            throw new UnsupportedException(
                    "it multiplies " + Shapes.ofData(x.shape()) + " with " + Shapes.text(b.shape()),
                    "give it a matrix of weights");
        }
        int rows = b.shape()[isVector ? 0 : b.shape().length - 2];
        int units = isVector ? 1 : b.shape()[b.shape().length - 1];
        requireInputs(x.shape()[rank - 1], rows, x, b);
        String hint = Hints.of(call.node(), 1);
        Flow result;
        if (x.size() == rows) {
            result = (Flow)
                    dense(x, units, b.values().clone(), new double[0], hint).get(0);
        } else {
            result = byPixel(x, rows, units, b.values().clone(), hint);
        }
        return List.of(isVector ? result.select(Selection.all(Arrays.copyOf(x.shape(), rank - 1))) : result);
    }

    private static long matrix(Tensor b) {
        int rank = b.shape().length;
        return (long) b.shape()[rank - 1] * (rank == 1 ? 1 : b.shape()[rank - 2]);
    }

    private Flow byPixel(Flow x, int rows, int units, double[] weights, String hint) throws UnsupportedException {
        Flow settled = scaling.settled(x);
        Merged merged = Merged.of(settled);
        Shape shape = merged.shape();
        if (shape.isFlat() || shape.channels() != rows || !merged.isInOrder()) {
            return byRow(x, rows, units, weights, hint);
        }
        Convolution kernel = new Convolution(1, 1, 1, 1, Padding.VALID);
        Draft draft = layers.add(Draft.convolution(merged, kernel, units, weights, new double[0], hint));
        int[] result = x.shape().clone();
        result[result.length - 1] = units;
        return Flow.inOrder(draft, result);
    }

    /** The same weights for each row as those of a dense layer, whose others are 0. Its columns stand as those that it reads. */
    private Flow byRow(Flow x, int rows, int units, double[] weights, String hint) throws UnsupportedException {
        int count = x.size() / rows;
        boolean isAcross = rows > 1 && Math.abs(x.columns()[1] - x.columns()[0]) > 1;
        int[] places = new int[count * units];
        for (int i = 0; i < places.length; i++) {
            places[i] = isAcross ? i % units * count + i / units : i;
        }
        double[] all = new double[Layers.elements((long) x.size() * places.length)];
        for (int i = 0; i < x.size(); i++) {
            for (int unit = 0; unit < units; unit++) {
                int place = places[i / rows * units + unit];
                all[i * places.length + place] = weights[i % rows * units + unit];
            }
        }
        int[] shape = x.shape().clone();
        shape[shape.length - 1] = units;
        return Flow.of(layers.dense(x, places.length, all, new double[0], hint), shape, places);
    }

    /** {@code (x - offset)·scale}. */
    List<Value> scaler(Call call) throws UnsupportedException {
        Flow x = call.flow(0);
        double[] offset = each(call.node().numbers("offset"), 0, x);
        double[] scale = each(call.node().numbers("scale"), 1, x);
        double[] shift = new double[x.size()];
        Arrays.setAll(shift, i -> -offset[i] * scale[i]);
        if (!Arrays.stream(scale).allMatch(Double::isFinite)
                || !Arrays.stream(shift).allMatch(Double::isFinite)) {
            throw new UnsupportedException(
                    "one of its numbers is infinite, or no number", "leave features out that never change");
        }
        return List.of(scaling.apply(x, scale, shift));
    }

    private static double[] each(double[] given, double otherwise, Flow x) throws UnsupportedException {
        if (given.length != 0 && given.length != 1 && given.length != x.size()) {
            throw new UnsupportedException(
                    "it has " + given.length + " numbers for " + Shapes.ofData(x.shape()), "export the model again");
        }
        double[] numbers = new double[x.size()];
        Arrays.setAll(numbers, i -> given.length == 0 ? otherwise : given[given.length == 1 ? 0 : i]);
        return numbers;
    }

    List<Value> regressor(Call call) throws UnsupportedException {
        int units = (int) call.node().integer("targets", 1);
        return List.of(postTransformed(call, model(call, units)));
    }

    /** Labels and scores, of which the labels are left out. */
    List<Value> classifier(Call call) throws UnsupportedException {
        Flow x = call.flow(0);
        int units = call.node().numbers("coefficients").length / Math.max(1, x.size());
        boolean isOneOfTwo = units == 1;
        if (isOneOfTwo) {
            throw new UnsupportedException(
                    "it has one score for two classes", "export it with a coefficient for each class");
        }
        return List.of(Value.UNKNOWN, postTransformed(call, model(call, units)));
    }

    private Flow model(Call call, int units) throws UnsupportedException {
        Flow x = call.flow(0);
        double[] coefficients = call.node().numbers("coefficients");
        double[] intercepts = call.node().numbers("intercepts");
        if (coefficients.length == 0
                || coefficients.length != (long) units * x.size()
                || (intercepts.length != 0 && intercepts.length != units)) {
            throw new UnsupportedException(
                    "it has " + coefficients.length + " coefficients and " + intercepts.length + " intercepts for "
                            + units + " results of " + Shapes.ofData(x.shape()),
                    "export the model again");
        }
        double[] weights = new double[coefficients.length];
        Arrays.setAll(weights, i -> coefficients[i % units * x.size() + i / units]);
        return Flow.inOrder(layers.dense(x, units, weights, intercepts, ""), 1, units);
    }

    private Flow postTransformed(Call call, Flow x) throws UnsupportedException {
        String transform = call.node().text("post_transform", "NONE");
        return switch (transform) {
            case "NONE" -> x;
            case "SOFTMAX" -> activating.applyToAll(x, Activation.SOFTMAX);
            case "LOGISTIC" -> activating.apply(x, Formula.z().in(Functions.SIGMOID), "Sigmoid");
            default ->
                throw new UnsupportedException(
                        "its post_transform is " + Quotes.plain(transform), "use NONE, SOFTMAX or LOGISTIC");
        };
    }
}

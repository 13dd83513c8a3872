package dev.netwright.processor.onnx;

import java.util.Arrays;
import java.util.List;

/** Normalisation over a sample or over the batch. */
final class NormalizationOperators {
    private final Normalizing normalizing;

    NormalizationOperators(Normalizing normalizing) {
        this.normalizing = normalizing;
    }

    List<Value> layer(Call call) throws UnsupportedException {
        Flow x = call.flow(0);
        int rank = x.shape().length;
        int[] axes = call.node().integers("axes");
        int first = Shapes.axis(call.node().integer("axis", -1), rank);
        if (axes.length > 0) {
            // Of one that was put together of its parts.
            first = rank;
            for (int axis : axes) {
                first = Math.min(first, Shapes.axis(axis, rank));
            }
        }
        long together = Shapes.size(Arrays.copyOfRange(x.shape(), first, rank));
        boolean isAll = axes.length > 0 && axes.length != rank - first;
        if (first == 0 || together != x.size() || isAll) {
            throw new UnsupportedException(
                    "it normalises " + together + " of the " + x.size() + " values of a sample, "
                            + Shapes.ofData(x.shape()) + ", by themselves",
                    "normalise all values of a sample together, [N, features]");
        }
        double[] gains = call.has(1) ? ofElements(call.tensor(1), x) : Layers.filled(x.size(), 1);
        double[] shifts = call.has(2) ? ofElements(call.tensor(2), x) : new double[x.size()];
        double epsilon = call.node().number("epsilon", 1e-5f);
        if (!(epsilon > 0)) {
            throw new UnsupportedException("its epsilon is " + epsilon, "write a positive number, such as 1e-5");
        }
        return List.of(normalizing.layer(x, gains, shifts, epsilon));
    }

    private static double[] ofElements(Tensor tensor, Flow x) throws UnsupportedException {
        int[] shape = Shapes.broadcast(tensor.shape(), x.shape());
        if (!Arrays.equals(shape, x.shape())) {
            throw new UnsupportedException(
                    "its scale or bias is " + tensor + " for " + Shapes.ofData(x.shape()), "export the model again");
        }
        return tensor.select(Shapes.repeated(tensor.shape(), shape)).values();
    }

    List<Value> batch(Call call) throws UnsupportedException {
        Flow x = call.flow(0);
        if (call.node().integer("training_mode", 0) != 0) {
            throw new UnsupportedException(
                    "it is in training mode, in which it normalises by the batch", "export the model for inference");
        }
        if (call.node().integer("spatial", 1) != 1) {
            throw new UnsupportedException("its spatial is 0", "export the model with opset 9 or later");
        }
        int[] shape = x.shape();
        int channels = shape.length > 1 ? shape[1] : 1;
        double[][] numbers = new double[4][];
        for (int i = 0; i < numbers.length; i++) {
            Tensor tensor = call.tensor(i + 1);
            if (tensor.size() != channels) {
                throw new UnsupportedException(
                        "it has " + tensor.size() + " numbers for " + channels + " channels", "export the model again");
            }
            numbers[i] = new double[x.size()];
            int pixels = x.size() / channels;
            for (int element = 0; element < x.size(); element++) {
                numbers[i][element] = tensor.values()[element / pixels];
            }
        }
        double epsilon = call.node().number("epsilon", 1e-5f);
        double[] variances =
                Arrays.stream(numbers[3]).map(variance -> variance + epsilon).toArray();
        if (Arrays.stream(variances).anyMatch(variance -> !(variance > 0))) {
            throw new UnsupportedException("one of its variances is not positive", "export the model again");
        }
        return List.of(normalizing.batch(x, numbers[0], numbers[1], numbers[2], variances, epsilon));
    }
}

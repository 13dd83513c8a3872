package dev.netwright.processor.onnx;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** The operators of constants, of which arithmetic with shapes is made: they are done while the network is put together. */
final class Constants {
    private Constants() {}

    /** The result of a node that reads constants alone; empty where its operator is not among these. */
    static Optional<Tensor> apply(Call call) throws OnnxException, UnsupportedException {
        boolean isDivisionOfWholes = call.node().operator().equals("Div")
                && call.has(0)
                && call.has(1)
                && call.tensor(0).isWhole()
                && call.tensor(1).isWhole();
        return switch (call.node().operator()) {
            case "Add" -> Optional.of(pairwise(call, Double::sum));
            case "Sub" -> Optional.of(pairwise(call, (a, b) -> a - b));
            case "Mul" -> Optional.of(pairwise(call, (a, b) -> a * b));
            case "Div" -> Optional.of(pairwise(call, isDivisionOfWholes ? Constants::quotient : (a, b) -> a / b));
            case "Pow" -> Optional.of(pairwise(call, Math::pow));
            case "Max" -> Optional.of(ofAll(call, Math::max));
            case "Min" -> Optional.of(ofAll(call, Math::min));
            case "Mod" -> Optional.of(remainder(call));
            case "Equal" -> Optional.of(pairwise(call, (a, b) -> a == b ? 1 : 0));
            case "Greater" -> Optional.of(pairwise(call, (a, b) -> a > b ? 1 : 0));
            case "Less" -> Optional.of(pairwise(call, (a, b) -> a < b ? 1 : 0));
            case "Where" -> Optional.of(where(call));
            case "Floor" -> Optional.of(each(call.tensor(0), Math::floor));
            case "Ceil" -> Optional.of(each(call.tensor(0), Math::ceil));
            case "Cast" -> Optional.of(Casting.apply(call));
            case "Concat" -> Optional.of(concat(call));
            case "Shape" -> Optional.of(shape(call.node(), call.tensor(0).shape()));
            case "Size" -> Optional.of(Tensor.scalar(call.tensor(0).size()));
            case "ConstantOfShape" -> Optional.of(ofShape(call));
            case "Range" -> Optional.of(range(call));
            case "ReduceProd" -> Optional.of(product(call));
            default -> formula(call);
        };
    }

    private static Optional<Tensor> formula(Call call) throws OnnxException, UnsupportedException {
        Optional<ElementFormulas.Step> step = ElementFormulas.of(call.node(), name -> java.util.OptionalDouble.empty());
        return step.isPresent() ? Optional.of(each(call.tensor(0), step.get().formula()::value)) : Optional.empty();
    }

    private static Tensor each(Tensor tensor, java.util.function.DoubleUnaryOperator function) {
        return new Tensor(
                tensor.shape(), Arrays.stream(tensor.values()).map(function).toArray(), tensor.isWhole());
    }

    private static double quotient(double a, double b) {
        double quotient = a / b;
        return quotient < 0 ? Math.ceil(quotient) : Math.floor(quotient);
    }

    private static Tensor pairwise(Call call, DoubleBinaryOperator operator) throws UnsupportedException {
        return pairwise(call.tensor(0), call.tensor(1), operator);
    }

    private static Tensor pairwise(Tensor a, Tensor b, DoubleBinaryOperator operator) throws UnsupportedException {
        int[] shape = Shapes.broadcast(a.shape(), b.shape());
        double[] left = a.select(Shapes.repeated(a.shape(), shape)).values();
        double[] right = b.select(Shapes.repeated(b.shape(), shape)).values();
        double[] values = new double[left.length];
        Arrays.setAll(values, i -> operator.applyAsDouble(left[i], right[i]));
        return new Tensor(shape, values, a.isWhole() && b.isWhole());
    }

    /** Of any number of constants. */
    private static Tensor ofAll(Call call, DoubleBinaryOperator operator) throws UnsupportedException {
        Tensor result = call.tensor(0);
        for (int i = 1; i < call.inputs().size(); i++) {
            result = pairwise(result, call.tensor(i), operator);
        }
        return result;
    }

    /** With the sign of the divisor, or like {@code fmod} of C with that of the dividend. */
    private static Tensor remainder(Call call) throws UnsupportedException {
        boolean isOfDividend = call.node().integer("fmod", 0) != 0;
        return pairwise(call, isOfDividend ? (a, b) -> a % b : (a, b) -> a - b * Math.floor(a / b));
    }

    private static Tensor where(Call call) throws UnsupportedException {
        int[] shape = Shapes.broadcast(
                call.tensor(0).shape(),
                Shapes.broadcast(call.tensor(1).shape(), call.tensor(2).shape()));
        double[][] parts = new double[3][];
        for (int i = 0; i < parts.length; i++) {
            Tensor tensor = call.tensor(i);
            parts[i] = tensor.select(Shapes.repeated(tensor.shape(), shape)).values();
        }
        double[] values = new double[parts[0].length];
        Arrays.setAll(values, i -> parts[0][i] != 0 ? parts[1][i] : parts[2][i]);
        return new Tensor(shape, values, call.tensor(1).isWhole());
    }

    private static Tensor concat(Call call) throws UnsupportedException {
        int[] shape = call.tensor(0).shape().clone();
        int axis = Shapes.axis(call.node().integer("axis", 1), shape.length);
        long together = 0;
        for (int i = 0; i < call.inputs().size(); i++) {
            int[] part = call.tensor(i).shape();
            if (part.length != shape.length) {
                throw new UnsupportedException("it puts different shapes side by side", "export the model again");
            }
            together += part[axis];
        }
        shape[axis] = (int) Math.min(Integer.MAX_VALUE, together);
        double[] values = new double[Selection.all(shape).size()];
        int outer = (int) Shapes.size(Arrays.copyOf(shape, axis));
        int inner = values.length / Math.max(1, outer);
        int before = 0;
        for (int i = 0; i < call.inputs().size(); i++) {
            double[] part = call.tensor(i).values();
            int block = part.length / Math.max(1, outer);
            if (before + block > inner) {
                throw new UnsupportedException("it puts different shapes side by side", "export the model again");
            }
            for (int row = 0; row < outer; row++) {
                System.arraycopy(part, row * block, values, row * inner + before, block);
            }
            before += block;
        }
        return new Tensor(shape, values, call.tensor(0).isWhole());
    }

    /** The sizes of a tensor, or some of them. */
    static Tensor shape(OnnxNode node, int[] shape) throws UnsupportedException {
        int rank = shape.length;
        long start = node.integer("start", 0);
        long end = node.integer("end", rank);
        int from = (int) Math.max(0, Math.min(rank, start < 0 ? start + rank : start));
        int to = (int) Math.max(from, Math.min(rank, end < 0 ? end + rank : end));
        return Tensor.ofWholes(Arrays.copyOfRange(shape, from, to));
    }

    private static Tensor ofShape(Call call) throws OnnxException, UnsupportedException {
        int[] shape = call.tensor(0).wholes();
        if (Arrays.stream(shape).anyMatch(side -> side < 0)) {
            throw new UnsupportedException("it makes the shape " + Shapes.text(shape), "export the model again");
        }
        Tensor value = call.node().has("value") ? TensorReader.ofConstant(call.node()) : Tensor.scalar(0);
        double[] values = new double[Selection.all(shape).size()];
        Arrays.fill(values, value.size() == 0 ? 0 : value.values()[0]);
        return new Tensor(shape, values, value.isWhole());
    }

    private static Tensor range(Call call) throws UnsupportedException {
        double[] ends = new double[3];
        for (int i = 0; i < ends.length; i++) {
            ends[i] = call.tensor(i).size() == 1 ? call.tensor(i).values()[0] : 0;
        }
        double count = Math.max(0, Math.ceil((ends[1] - ends[0]) / ends[2]));
        if (!(count <= Tensor.MOST_ELEMENTS)) {
            throw new UnsupportedException("it makes a range of " + count + " numbers", "export the model again");
        }
        double[] values = new double[(int) count];
        Arrays.setAll(values, i -> ends[0] + i * ends[2]);
        return new Tensor(new int[] {values.length}, values, call.tensor(0).isWhole());
    }

    private static Tensor product(Call call) throws UnsupportedException {
        Tensor tensor = call.tensor(0);
        if (tensor.shape().length > 1) {
            throw new UnsupportedException("it multiplies along an axis", "export the model again");
        }
        double product = Arrays.stream(tensor.values()).reduce(1, (a, b) -> a * b);
        boolean isKept = call.node().integer("keepdims", 1) != 0;
        return new Tensor(isKept ? new int[] {1} : new int[0], new double[] {product}, tensor.isWhole());
    }
}

package dev.netwright.processor.onnx;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/** The operators of constants, of which arithmetic with shapes is made: they are done while the network is put together. */
final class Constants {
    /** The operators besides functions of one number. */
    static final Set<String> OPERATORS = Set.of(
            "Add",
            "Sub",
            "Mul",
            "Div",
            "Pow",
            "Max",
            "Min",
            "Mod",
            "Equal",
            "Greater",
            "Less",
            "Where",
            "Floor",
            "Ceil",
            "Cast",
            "Concat",
            "Shape",
            "Size",
            "ConstantOfShape",
            "Range",
            "ReduceProd");

    private static final String SQUARE = "it multiplies the number of samples with itself";

    private Constants() {}

    /** The result of a node that reads constants alone; empty where its operator is not among these. */
    static Optional<Tensor> apply(Call call) throws OnnxException, UnsupportedException {
        boolean isDivisionOfWholes = call.node().operator().equals("Div")
                && call.has(0)
                && call.has(1)
                && call.sizes(0).isWhole()
                && call.sizes(1).isWhole();
        return switch (call.node().operator()) {
            case "Add" -> Optional.of(pairwise(call, Double::sum));
            case "Sub" -> Optional.of(pairwise(call, (a, b) -> a - b));
            case "Mul" -> Optional.of(product(call.sizes(0), call.sizes(1)));
            case "Div" ->
                Optional.of(pairwise(
                        call.sizes(0), call.tensor(1), isDivisionOfWholes ? Constants::quotient : (a, b) -> a / b));
            case "Pow" -> Optional.of(pairwise(call, Math::pow));
            case "Max" -> Optional.of(ofAll(call, Math::max));
            case "Min" -> Optional.of(ofAll(call, Math::min));
            case "Mod" -> Optional.of(remainder(call));
            case "Equal" -> Optional.of(equal(call));
            case "Greater" -> Optional.of(pairwise(call, (a, b) -> a > b ? 1 : 0));
            case "Less" -> Optional.of(pairwise(call, (a, b) -> a < b ? 1 : 0));
            case "Where" -> Optional.of(where(call));
            case "Floor" -> Optional.of(each(call.tensor(0), Math::floor));
            case "Ceil" -> Optional.of(each(call.tensor(0), Math::ceil));
            case "Cast" -> Optional.of(Casting.apply(call));
            case "Concat" -> Optional.of(concat(call));
            case "Shape" -> Optional.of(shape(call.node(), call.sizes(0).shape(), false));
            case "Size" -> Optional.of(Tensor.scalar(call.sizes(0).size()));
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
        Tensor result = new Tensor(shape, values, a.isWhole() && b.isWhole());
        return a.isOfSamples() || b.isOfSamples() ? result.ofSamples(ofSamples(shape, a, b)) : result;
    }

    /** Whether each element is a multiple of the number of samples, where one of two tensors is. */
    private static boolean[] ofSamples(int[] shape, Tensor a, Tensor b) throws UnsupportedException {
        Tensor left = a.select(Shapes.repeated(a.shape(), shape));
        Tensor right = b.select(Shapes.repeated(b.shape(), shape));
        boolean[] areOfSamples = new boolean[left.size()];
        for (int i = 0; i < areOfSamples.length; i++) {
            areOfSamples[i] = left.isOfSamples(i) || right.isOfSamples(i);
        }
        return areOfSamples;
    }

    private static Tensor product(Tensor a, Tensor b) throws UnsupportedException {
        if (a.isOfSamples() && b.isOfSamples()) {
            throw new UnsupportedException(SQUARE, "export the model again");
        }
        return pairwise(a, b, (left, right) -> left * right);
    }

    /** Of a number of samples no more is known than that it is positive. */
    private static Tensor equal(Call call) throws UnsupportedException {
        Tensor a = call.sizes(0);
        Tensor b = call.sizes(1);
        boolean isCertain = a.isOfSamples() ? isNegative(b) : b.isOfSamples() && isNegative(a);
        Tensor left = isCertain ? a : call.tensor(0);
        Tensor right = isCertain ? b : call.tensor(1);
        Tensor result = pairwise(left, right, (one, other) -> one == other ? 1 : 0);
        return isCertain ? result.ofSamples() : result;
    }

    private static boolean isNegative(Tensor tensor) {
        return !tensor.isOfSamples() && Arrays.stream(tensor.values()).allMatch(value -> value < 0);
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
                Shapes.broadcast(call.sizes(1).shape(), call.sizes(2).shape()));
        Tensor[] parts = new Tensor[3];
        for (int i = 0; i < parts.length; i++) {
            Tensor tensor = call.sizes(i);
            parts[i] = tensor.select(Shapes.repeated(tensor.shape(), shape));
        }
        double[] values = new double[parts[0].size()];
        boolean[] areOfSamples = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            Tensor chosen = parts[0].values()[i] != 0 ? parts[1] : parts[2];
            values[i] = chosen.values()[i];
            areOfSamples[i] = chosen.isOfSamples(i);
        }
        return new Tensor(shape, values, call.sizes(1).isWhole()).ofSamples(areOfSamples);
    }

    private static Tensor concat(Call call) throws UnsupportedException {
        int[] shape = call.sizes(0).shape().clone();
        int axis = Shapes.axis(call.node().integer("axis", 1), shape.length);
        long together = 0;
        for (int i = 0; i < call.inputs().size(); i++) {
            int[] part = call.sizes(i).shape();
            if (part.length != shape.length) {
                throw new UnsupportedException("it puts different shapes side by side", "export the model again");
            }
            together += part[axis];
        }
        shape[axis] = (int) Math.min(Integer.MAX_VALUE, together);
        double[] values = new double[Selection.all(shape).size()];
        int outer = (int) Shapes.size(Arrays.copyOf(shape, axis));
        int inner = values.length / Math.max(1, outer);
        boolean[] areOfSamples = new boolean[values.length];
        int before = 0;
        for (int i = 0; i < call.inputs().size(); i++) {
            Tensor tensor = call.sizes(i);
            double[] part = tensor.values();
            int block = part.length / Math.max(1, outer);
            if (before + block > inner) {
                throw new UnsupportedException("it puts different shapes side by side", "export the model again");
            }
            for (int row = 0; row < outer; row++) {
                System.arraycopy(part, row * block, values, row * inner + before, block);
                for (int j = 0; j < block; j++) {
                    areOfSamples[row * inner + before + j] = tensor.isOfSamples(row * block + j);
                }
            }
            before += block;
        }
        return new Tensor(shape, values, call.sizes(0).isWhole()).ofSamples(areOfSamples);
    }

    /**
     * The sizes of a tensor, or some of them.
     *
     * @param isOfSamples whether the first of them is the number of samples, which nobody knows
     */
    static Tensor shape(OnnxNode node, int[] shape, boolean isOfSamples) throws UnsupportedException {
        int rank = shape.length;
        long start = node.integer("start", 0);
        long end = node.integer("end", rank);
        int from = (int) Math.max(0, Math.min(rank, start < 0 ? start + rank : start));
        int to = (int) Math.max(from, Math.min(rank, end < 0 ? end + rank : end));
        Tensor sizes = Tensor.ofWholes(Arrays.copyOfRange(shape, from, to));
        boolean[] areOfSamples = new boolean[sizes.size()];
        if (isOfSamples && from == 0 && areOfSamples.length > 0) {
            areOfSamples[0] = true;
        }
        return sizes.ofSamples(areOfSamples);
    }

    private static Tensor ofShape(Call call) throws OnnxException, UnsupportedException {
        int[] shape = call.sizes(0).wholes();
        if (Arrays.stream(shape).anyMatch(side -> side < 0) || Arranging.isMoved(call.sizes(0), shape)) {
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
        Tensor tensor = call.sizes(0);
        if (tensor.shape().length > 1) {
            throw new UnsupportedException("it multiplies along an axis", "export the model again");
        }
        if (IntStream.range(0, tensor.size()).filter(tensor::isOfSamples).count() > 1) {
            throw new UnsupportedException(SQUARE, "export the model again");
        }
        double product = Arrays.stream(tensor.values()).reduce(1, (a, b) -> a * b);
        boolean isKept = call.node().integer("keepdims", 1) != 0;
        return new Tensor(isKept ? new int[] {1} : new int[0], new double[] {product}, tensor.isWhole())
                .ofSamples(tensor.isOfSamples());
    }
}

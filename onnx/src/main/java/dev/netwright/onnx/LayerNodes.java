package dev.netwright.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.onnx.schema.AttributeProto;
import dev.netwright.runtime.file.Tensor;
import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.kernel.PoolingShape;
import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.CustomActivation;
import dev.netwright.runtime.topology.DenseLayer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.PixelShapes;
import dev.netwright.runtime.topology.PixelShapes.Pixels;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The nodes of a layer: u and z from x, then its activation, its pool and its residual, as {@link NetworkLayer} says. */
final class LayerNodes {
    private final NetworkLayer layer;
    private final GraphNodes graph;
    private final SourceNodes sources;
    private final PixelShapes shapes;
    private final Map<String, Tensor> tensors;

    /**
     * @param shapes  how inputs and layers are arranged in pixels
     * @param tensors of the network, by the names that they have in its file
     */
    LayerNodes(
            NetworkLayer layer,
            GraphNodes graph,
            SourceNodes sources,
            PixelShapes shapes,
            Map<String, Tensor> tensors) {
        this.layer = layer;
        this.graph = graph;
        this.sources = sources;
        this.shapes = shapes;
        this.tensors = tensors;
    }

    /** Adds them; what the layer gives has at least one node of its own. */
    Value add(List<String> from) {
        Value z = normalized(weighted(from));
        Form form = layer.activation().isElementwise() ? z.form() : z.form().flattened();
        Value a = result(form, activated(z.in(form)));
        Value y = withResidual(layer.pool().map(pool -> pooled(pool, a)).orElse(a));
        return graph.isOf(layer.name(), y.tensor()) ? y : result(y.form(), node("Identity", List.of(y.tensor())));
    }

    private Value weighted(List<String> from) {
        if (layer instanceof DenseLayer dense) {
            List<String> read = withWeights(dense, sources.inFileOrder(dense, from));
            return result(Form.flat(dense.units()), node("Gemm", read, Attributes.integer("transB", 1)));
        }
        if (layer instanceof ConvolutionLayer convolution) {
            return convolved(convolution, sources.merged(layer, from));
        }
        return layer instanceof EmbeddingLayer table ? picked(table, from.get(0)) : sources.merged(layer, from);
    }

    private List<String> withWeights(WeightedLayer weighted, String x) {
        List<String> read = new ArrayList<>(List.of(x, constant(layer.name() + ".weight")));
        if (weighted.bias()) {
            read.add(constant(layer.name() + ".bias"));
        }
        return read;
    }

    /** A row of the table for each index, in a size of its own. */
    private Value picked(EmbeddingLayer table, String input) {
        List<Integer> sizes = new ArrayList<>(sources.value(input).form().sizes());
        sizes.add(table.width());
        List<String> read =
                List.of(constant(layer.name() + ".weight"), sources.value(input).tensor());
        return result(new Form(List.copyOf(sizes), 1), node("Gather", read, Attributes.integer("axis", 0)));
    }

    private Value convolved(ConvolutionLayer convolution, Value x) {
        ConvolutionShape shape = convolution.shape();
        boolean isFlat = tensor(layer.name() + ".weight").shape().size() == 3;
        Form from = Form.channelsFirst(sizes(isFlat, shape.inputHeight(), shape.inputWidth()), shape.channels());
        Form to = Form.channelsFirst(sizes(isFlat, shape.outputHeight(), shape.outputWidth()), shape.filters());
        List<Integer> padding = new ArrayList<>(sizes(isFlat, shape.padTop(), shape.padLeft()));
        padding.addAll(sizes(isFlat, shape.padBottom(), shape.padRight()));
        return result(
                to,
                node(
                        "Conv",
                        withWeights(convolution, x.in(from)),
                        Attributes.ints("kernel_shape", sizes(isFlat, shape.kernelHeight(), shape.kernelWidth())),
                        Attributes.ints("strides", sizes(isFlat, shape.strideHeight(), shape.strideWidth())),
                        Attributes.ints("pads", padding)));
    }

    /** In two directions, or where samples are one pixel high in one. */
    private static List<Integer> sizes(boolean isFlat, int vertical, int horizontal) {
        return isFlat ? List.of(horizontal) : List.of(vertical, horizontal);
    }

    private Value normalized(Value u) {
        String norm = layer instanceof WeightedLayer ? layer.name() + ".norm" : layer.name();
        return switch (layer.treatment().normalization()) {
            case NONE -> u;
            case LAYER -> normalizedOverColumns(u, norm);
            case BATCH -> normalizedOverBatch(u, norm);
        };
    }

    private Value normalizedOverColumns(Value u, String norm) {
        Form form = Form.channelsFirst(tensor(norm + ".weight").shape());
        List<String> read = List.of(u.in(form), constant(norm + ".weight"), constant(norm + ".bias"));
        return result(
                form,
                node(
                        "LayerNormalization",
                        read,
                        Attributes.integer("axis", 1),
                        Attributes.number("epsilon", layer.treatment().epsilon())));
    }

    private Value normalizedOverBatch(Value u, String norm) {
        int pixels = layer.treatment().pixels();
        Form form = pixels == 1
                ? Form.flat(layer.gainCount())
                : channelsFirst(u, pixelsBeforePooling(pixels), layer.gainCount());
        List<String> read = List.of(
                u.in(form),
                constant(norm + ".weight"),
                constant(norm + ".bias"),
                constant(norm + ".running_mean"),
                constant(norm + ".running_var"));
        return result(
                form,
                node(
                        "BatchNormalization",
                        read,
                        Attributes.number("epsilon", layer.treatment().epsilon())));
    }

    private Pixels pixelsBeforePooling(int count) {
        Pixels pixels = layer.pool()
                .map(pool -> new Pixels(pool.shape().inputHeight(), pool.shape().inputWidth()))
                .orElseGet(() -> shapes.pixels(layer.name(), layer.preactivations()));
        return pixels.count() == count ? pixels : new Pixels(1, count);
    }

    /** As the values are already where they have channels and these pixels, in one direction or in two. */
    private static Form channelsFirst(Value value, Pixels pixels, int channels) {
        Form form = value.form();
        List<Integer> both = List.of(pixels.height(), pixels.width());
        boolean isFlat = pixels.height() == 1 && form.sizes().size() == 2;
        boolean isSo = form.isChannelsFirst(channels) && form.pixels().equals(isFlat ? List.of(pixels.width()) : both);
        return isSo ? form : Form.channelsFirst(pixels, channels);
    }

    private String activated(String z) {
        if (layer.activation() instanceof Activation activation) {
            return new ActivationNodes(graph, layer.name()).apply(activation, layer.alpha(), z);
        }
        if (layer.activation() instanceof CustomActivation custom
                && custom.expression().isPresent()) {
            return new ExpressionNodes(graph, layer.name(), z)
                    .apply(custom.expression().get());
        }
        throw new IllegalStateException(
                "Layer " + layer.name() + " applies " + layer.activation() + ", which was to be refused.");
    }

    private Value pooled(LayerPooling pool, Value a) {
        PoolingShape shape = pool.shape();
        Form from = channelsFirst(a, new Pixels(shape.inputHeight(), shape.inputWidth()), shape.channels());
        boolean isFlat = from.pixels().size() == 1;
        Form to = Form.channelsFirst(sizes(isFlat, shape.outputHeight(), shape.outputWidth()), shape.channels());
        String operator = (shape.isGlobal() ? "Global" : "") + (pool.isMaximum() ? "MaxPool" : "AveragePool");
        List<AttributeProto> window = new ArrayList<>();
        if (!shape.isGlobal()) {
            window.add(Attributes.ints("kernel_shape", sizes(isFlat, shape.poolHeight(), shape.poolWidth())));
            window.add(Attributes.ints("strides", sizes(isFlat, shape.strideHeight(), shape.strideWidth())));
        }
        if (shape.isPadded()) {
            // The mean of a window is that of its pixels within the sample, which is ONNX's default.
            List<Integer> pads = new ArrayList<>(sizes(isFlat, shape.padTop(), shape.padLeft()));
            pads.addAll(sizes(isFlat, shape.padBottom(), shape.padRight()));
            window.add(Attributes.ints("pads", pads));
        }
        return result(to, node(operator, List.of(a.in(from)), window.toArray(AttributeProto[]::new)));
    }

    private Value withResidual(Value a) {
        if (!layer.wiring().hasResidual()) {
            return a;
        }
        String residual = sources.value(layer.wiring().residual()).in(a.form());
        return result(a.form(), node("Add", List.of(a.tensor(), residual)));
    }

    private String constant(String name) {
        Tensor tensor = tensor(name);
        return graph.constant(Constants.floats(name, tensor.shape(), tensor.floats()));
    }

    private Tensor tensor(String name) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalStateException(
                    "Layer " + layer.name() + " needs a tensor " + name + ", which its network does not have.");
        }
        return tensor;
    }

    private String node(String operator, List<String> read, AttributeProto... attributes) {
        return graph.add(layer.name(), operator, read, attributes);
    }

    private Value result(Form form, String tensor) {
        return new Value(graph, layer.name(), form, tensor);
    }
}

package dev.netwright.runtime.file;

import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.PixelShapes;
import dev.netwright.runtime.topology.PixelShapes.Pixels;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightedLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The tensors of a network's file, with names and shapes as PyTorch has them: {@code hidden.weight [units, inputs]}, {@code hidden.bias
 * [units]}, kernels as {@code [filters, channels, height, width]}, tables as {@code [vocabulary, width]}. Where a layer with weights is
 * normalised {@code .norm.weight} and {@code .norm.bias} are its gains and shifts, and {@code .norm.running_mean} and
 * {@code .norm.running_var} its statistics; a layer without weights has them without {@code .norm}.
 *
 * <p>PyTorch keeps pixels channel by channel, so a dense layer that reads what a kernel or a pool has made has its inputs in that order in the
 * file. Features of an input, and rows of a table, are in the order in which they come.
 */
public final class ModelLayout {
    static final String RUNNING_VARIANCE = ".running_var";

    private final Topology topology;
    private final PixelOrder pixels;
    private final List<TensorPlacement> placements = new ArrayList<>();

    private ModelLayout(Topology topology) {
        this.topology = topology;
        pixels = new PixelOrder(topology);
    }

    /** Every parameter and every statistic once, layer after layer. */
    public static List<TensorPlacement> of(Topology topology) {
        ModelLayout layout = new ModelLayout(topology);
        for (int i = 0; i < topology.layers().size(); i++) {
            layout.addWeights(i);
            layout.addNormalization(topology.layers().get(i));
        }
        return List.copyOf(layout.placements);
    }

    private void addWeights(int index) {
        if (!(topology.layers().get(index) instanceof WeightedLayer layer)) {
            return;
        }
        String name = layer.name() + ".weight";
        if (layer instanceof EmbeddingLayer table) {
            placements.add(TensorPlacement.straight(
                    name, List.of(table.vocabulary(), table.width()), false, table.weightsOffset()));
        } else if (layer instanceof ConvolutionLayer convolution) {
            addKernel(name, convolution);
        } else {
            placements.add(TensorPlacement.transposed(
                    name,
                    List.of(layer.weightColumns(), layer.weightRows()),
                    layer.weightsOffset(),
                    inputOrder(index),
                    layer.weightColumns()));
        }
        if (layer.bias()) {
            placements.add(TensorPlacement.straight(
                    layer.name() + ".bias", List.of(layer.biasCount()), false, layer.biasesOffset()));
        }
    }

    private void addKernel(String name, ConvolutionLayer layer) {
        ConvolutionShape shape = layer.shape();
        List<Integer> sizes = isOneDimensional(shape)
                ? List.of(shape.filters(), shape.channels(), shape.kernelWidth())
                : List.of(shape.filters(), shape.channels(), shape.kernelHeight(), shape.kernelWidth());
        int[] order = channelsFirst(new Pixels(shape.kernelHeight(), shape.kernelWidth()), shape.channels());
        placements.add(TensorPlacement.transposed(name, sizes, layer.weightsOffset(), order, shape.filters()));
    }

    private static boolean isOneDimensional(ConvolutionShape shape) {
        return shape.inputHeight() == 1 && shape.kernelHeight() == 1;
    }

    private void addNormalization(NetworkLayer layer) {
        int count = layer.gainCount();
        if (count == 0) {
            return;
        }
        String name = layer instanceof WeightedLayer ? layer.name() + ".norm" : layer.name();
        int gains = layer.treatment().gainsOffset();
        if (layer.treatment().normalizesBatch()) {
            int statistics = layer.treatment().statisticsOffset();
            List<Integer> shape = List.of(count);
            placements.add(TensorPlacement.straight(name + ".weight", shape, false, gains));
            placements.add(TensorPlacement.straight(name + ".bias", shape, false, gains + count));
            placements.add(TensorPlacement.straight(name + ".running_mean", shape, true, statistics));
            placements.add(TensorPlacement.straight(name + RUNNING_VARIANCE, shape, true, statistics + count));
            return;
        }
        Pixels ofChannels = pixels.beforePooling(layer);
        int channels = count / ofChannels.count();
        List<Integer> shape = ofChannels.count() == 1
                ? List.of(count)
                : ofChannels.height() == 1
                        ? List.of(channels, ofChannels.width())
                        : List.of(channels, ofChannels.height(), ofChannels.width());
        int[] order = channelsFirst(ofChannels, channels);
        placements.add(TensorPlacement.ordered(name + ".weight", shape, gains, order));
        placements.add(TensorPlacement.ordered(name + ".bias", shape, gains + count, order));
    }

    /** Of the columns of x, in the file's order. */
    private int[] inputOrder(int index) {
        NetworkLayer layer = topology.layers().get(index);
        List<String> sources = topology.sources(index);
        if (PixelShapes.arePixelsJoined(layer, sources)) {
            return order(sources.get(0), layer.inputs());
        }
        IntStream order = IntStream.empty();
        int first = 0;
        for (String source : sources) {
            int start = first;
            int columns = topology.columns(source);
            order = IntStream.concat(order, IntStream.of(order(source, columns)).map(column -> start + column));
            first += columns;
        }
        return order.toArray();
    }

    private int[] order(String source, int columns) {
        Pixels ofChannels = pixels.of(source, columns);
        return channelsFirst(ofChannels, columns / ofChannels.count());
    }

    /** Where each value of {@code [channels, height, width]} lies in {@code [height][width][channels]}. */
    private static int[] channelsFirst(Pixels pixels, int channels) {
        int[] order = new int[pixels.count() * channels];
        int next = 0;
        for (int channel = 0; channel < channels; channel++) {
            for (int pixel = 0; pixel < pixels.count(); pixel++) {
                order[next++] = pixel * channels + channel;
            }
        }
        return order;
    }
}

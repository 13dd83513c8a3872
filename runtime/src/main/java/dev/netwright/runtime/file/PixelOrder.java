package dev.netwright.runtime.file;

import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.NetworkLayer;
import dev.netwright.runtime.topology.PixelShapes;
import dev.netwright.runtime.topology.PixelShapes.Pixels;
import dev.netwright.runtime.topology.Topology;
import dev.netwright.runtime.topology.WeightlessLayer;
import java.util.HashSet;
import java.util.Set;

/**
 * Of which layers PyTorch keeps the values channel by channel: of those that a kernel or a pool has made. Features are in the order that the
 * caller gives them, whoever reads them. The order of a dense layer's inputs in a network's file follows from it ({@link ModelLayout}).
 */
public final class PixelOrder {
    private final PixelShapes shapes;
    private final Set<String> windowed = new HashSet<>();

    /** Of all inputs and layers of a network. */
    public PixelOrder(Topology topology) {
        shapes = new PixelShapes(topology);
        for (int i = 0; i < topology.layers().size(); i++) {
            NetworkLayer layer = topology.layers().get(i);
            boolean keepsPixels = layer instanceof WeightlessLayer
                    && topology.sources(i).stream().anyMatch(windowed::contains);
            if (layer instanceof ConvolutionLayer || layer.pool().isPresent() || keepsPixels) {
                windowed.add(layer.name());
            }
        }
    }

    /**
     * The pixels that each channel of an input or a layer has together.
     *
     * @param columns as many as it has, or as what it is merged with by pixel has altogether
     * @return {@link Pixels#ONE} where the values are in the network's own order
     */
    public Pixels of(String name, int columns) {
        return windowed.contains(name) ? shapes.pixels(name, columns) : Pixels.ONE;
    }

    /** The same of a layer's values before it pools them. */
    Pixels beforePooling(NetworkLayer layer) {
        if (!windowed.contains(layer.name())) {
            return Pixels.ONE;
        }
        return layer.pool()
                .map(pool -> new Pixels(pool.shape().inputHeight(), pool.shape().inputWidth()))
                .orElseGet(() -> shapes.pixels(layer.name(), layer.preactivations()));
    }
}

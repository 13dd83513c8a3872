package dev.netwright.processor.declaration;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.model.Convolution;
import dev.netwright.processor.model.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Warnings of layers that are linear and followed by another: the two could be one. */
final class LinearChecks {
    private final NetworkDeclaration declaration;
    private final Graph graph;
    private final List<Finding> findings = new ArrayList<>();

    LinearChecks(NetworkDeclaration declaration, Graph graph) {
        this.declaration = declaration;
        this.graph = graph;
    }

    List<Finding> findings() {
        for (int i = 0; i < declaration.layers().size(); i++) {
            LayerDeclaration layer = declaration.layers().get(i);
            if (!declaration.isHead(i) && isLinear(i, layer)) {
                check(i, layer);
            }
        }
        return findings;
    }

    /** The maximum of a window is not linear, nor is what a table has. What is added must be what the layer itself reads. */
    private boolean isLinear(int i, LayerDeclaration layer) {
        boolean isPlain = layer.isWeighted() && !layer.normalizes() && !layer.embeds() && !layer.pools();
        boolean isAlone = !layer.residual().isWritten() || graph.sources(i).equals(List.of(graph.residual(i)));
        return layer.activates() == Activation.IDENTITY && isPlain && isAlone;
    }

    private void check(int i, LayerDeclaration layer) {
        List<Integer> readers = graph.readers(Source.layer(i));
        if (readers.size() != 1 || !graph.sources(readers.get(0)).equals(List.of(Optional.of(Source.layer(i))))) {
            return;
        }
        int reader = readers.get(0);
        LayerDeclaration next = declaration.layers().get(reader);
        boolean isConvolved = layer.convolves() && next.convolves();
        boolean isFactor = isConvolved ? areFactors(i, reader) : isNarrow(i, reader);
        if (next.isWeighted() && !isFactor) {
            findings.add(Finding.of(Code.LAYER_LINEAR, layer.activation().origin(), declaration.placeOf(i), i));
        }
    }

    /** A layer narrower than both neighbours is a factorisation, which has its use. */
    private boolean isNarrow(int i, int reader) {
        return graph.units(i) < Math.min(graph.inputs(i), graph.units(reader));
    }

    /** So are fewer channels in between, and kernels that go down and to the right one after the other. */
    private boolean areFactors(int i, int reader) {
        long channels = graph.output(i).channels();
        boolean isNarrow = channels
                < Math.min(graph.input(i).channels(), graph.output(reader).channels());
        Convolution first = declaration.layers().get(i).convolution(2).orElseThrow();
        Convolution second = declaration.layers().get(reader).convolution(2).orElseThrow();
        boolean areCrossed = isRow(first) ? isColumn(second) : isColumn(first) && isRow(second);
        return isNarrow || (areCrossed && graph.input(i).dimensions() == 2);
    }

    private static boolean isRow(Convolution kernel) {
        return kernel.height() == 1 && kernel.width() > 1;
    }

    private static boolean isColumn(Convolution kernel) {
        return kernel.width() == 1 && kernel.height() > 1;
    }
}

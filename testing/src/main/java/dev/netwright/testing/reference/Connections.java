package dev.netwright.testing.reference;

import dev.netwright.runtime.kernel.ConvolutionShape;
import dev.netwright.runtime.topology.ConvolutionLayer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.WeightedLayer;

/** Which weights lie between the inputs of a layer and its pre-activations, whatever kind of layer it is. */
final class Connections {
    private final WeightedLayer layer;

    Connections(WeightedLayer layer) {
        this.layer = layer;
    }

    /** Receives a connection: the column of x, and where its weight is among all parameters. */
    interface Receiver {
        void accept(int input, int weight);
    }

    /** Where the bias of a pre-activation is among all parameters, if the layer has biases. */
    int bias(int z) {
        return layer.biasesOffset() + z % layer.weightColumns();
    }

    /** All connections of a pre-activation with a sample: of an embedding the one with the row of its table that the sample picks. */
    void of(int z, double[] x, Receiver receiver) {
        if (layer instanceof EmbeddingLayer embedding) {
            int index = z / embedding.width();
            int row = (int) x[index];
            receiver.accept(index, layer.weightsOffset() + row * embedding.width() + z % embedding.width());
            return;
        }
        if (layer instanceof ConvolutionLayer convolution) {
            ofPixel(z, convolution.shape(), receiver);
            return;
        }
        for (int input = 0; input < layer.inputs(); input++) {
            receiver.accept(input, layer.weightsOffset() + input * layer.units() + z);
        }
    }

    private void ofPixel(int z, ConvolutionShape shape, Receiver receiver) {
        int filter = z % shape.filters();
        int top = z / shape.filters() / shape.outputWidth() * shape.strideHeight() - shape.padTop();
        int left = z / shape.filters() % shape.outputWidth() * shape.strideWidth() - shape.padLeft();
        for (int i = 0; i < shape.kernelHeight(); i++) {
            for (int j = 0; j < shape.kernelWidth(); j++) {
                int y = top + i;
                int x = left + j;
                boolean isInside = y >= 0 && y < shape.inputHeight() && x >= 0 && x < shape.inputWidth();
                for (int channel = 0; isInside && channel < shape.channels(); channel++) {
                    int input = (y * shape.inputWidth() + x) * shape.channels() + channel;
                    int row = (i * shape.kernelWidth() + j) * shape.channels() + channel;
                    receiver.accept(input, layer.weightsOffset() + row * shape.filters() + filter);
                }
            }
        }
    }
}

package dev.netwright.verification.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.EmbeddingLayer;
import dev.netwright.runtime.topology.LayerPooling;
import dev.netwright.runtime.topology.LayerTraining;
import dev.netwright.runtime.topology.LayerTreatment;
import dev.netwright.runtime.topology.LayerWiring;
import dev.netwright.runtime.topology.Topology;
import java.util.List;

/** Says that it has 2 GiB of parameters, and has none. */
final class LargeNetwork implements Network {
    @Override
    public Topology topology() {
        EmbeddingLayer table = new EmbeddingLayer(
                "table",
                LayerWiring.ABOVE,
                1,
                1 << 24,
                32,
                Activation.IDENTITY,
                Float.NaN,
                LayerPooling.none(),
                Initializer.LECUN_NORMAL,
                Float.NaN,
                0,
                LayerTraining.PLAIN,
                LayerTreatment.NONE);
        return new Topology("Large", 1, List.of(table));
    }

    @Override
    public float[] parameters() {
        throw new AssertionError("asked for 2 GiB");
    }

    @Override
    public float[] predict(float[] input) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void predict(float[] input, float[] output) {
        throw new UnsupportedOperationException();
    }

    @Override
    public float[] predict(float[] inputs, int rows) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void predict(float[] inputs, int rows, float[] outputs) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Pass newPass(int capacity) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Standardizer standardizer() {
        return Standardizer.none(1);
    }

    @Override
    public void standardize(Standardizer standardizer) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Network copy() {
        throw new UnsupportedOperationException();
    }
}

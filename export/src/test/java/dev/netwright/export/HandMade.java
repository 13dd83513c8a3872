package dev.netwright.export;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.topology.Topology;
import java.util.List;

/** A network that no processor wrote, with names that none would accept. It cannot predict. */
record HandMade(Topology topology, List<Float> numbers, List<String> featureNames, List<String> labels)
        implements Network {
    @Override
    public float[] parameters() {
        return cycled(topology.parameterCount());
    }

    @Override
    public float[] statistics() {
        return cycled(topology.statisticsCount());
    }

    private float[] cycled(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = numbers.get(i % numbers.size());
        }
        return values;
    }

    @Override
    public List<String> labels(int head) {
        return labels;
    }

    @Override
    public Standardizer standardizer() {
        return Standardizer.none(topology.inputSize());
    }

    @Override
    public Network copy() {
        return this;
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
    public void standardize(Standardizer standardizer) {
        throw new UnsupportedOperationException();
    }
}

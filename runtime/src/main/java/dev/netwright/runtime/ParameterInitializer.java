package dev.netwright.runtime;

/** The starting parameters of a network: every weight follows from the seed and the layer's initializer, every bias is 0. */
final class ParameterInitializer {
    private ParameterInitializer() {}

    static float[] initialize(Topology topology, long seed) {
        throw new UnsupportedOperationException("to be written");
    }
}

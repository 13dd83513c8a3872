package dev.netwright.benchmarks.limit;

import java.util.function.DoubleSupplier;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Fused multiply-adds with nothing else in the way. Twelve chains: two units times a latency of four cycles need eight,
 * and twelve still fit sixteen registers.
 */
final class SimdPeak implements DoubleSupplier {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int CHAINS = 12;
    private static final int ROUNDS = 2_000_000;

    private float sink;

    SimdPeak() {}

    /** GFLOP/s of one run; to be called until it grows no more. */
    @Override
    public double getAsDouble() {
        long start = System.nanoTime();
        sink += chains(1e-3f * sink);
        long nanoseconds = System.nanoTime() - start;
        return 2.0 * CHAINS * SPECIES.length() * ROUNDS / nanoseconds;
    }

    private static float chains(float seed) {
        FloatVector factor = FloatVector.broadcast(SPECIES, 0.999f);
        FloatVector term = FloatVector.broadcast(SPECIES, seed + 1e-3f);
        FloatVector c0 = term;
        FloatVector c1 = term;
        FloatVector c2 = term;
        FloatVector c3 = term;
        FloatVector c4 = term;
        FloatVector c5 = term;
        FloatVector c6 = term;
        FloatVector c7 = term;
        FloatVector c8 = term;
        FloatVector c9 = term;
        FloatVector c10 = term;
        FloatVector c11 = term;
        for (int round = 0; round < ROUNDS; round++) {
            c0 = c0.fma(factor, term);
            c1 = c1.fma(factor, term);
            c2 = c2.fma(factor, term);
            c3 = c3.fma(factor, term);
            c4 = c4.fma(factor, term);
            c5 = c5.fma(factor, term);
            c6 = c6.fma(factor, term);
            c7 = c7.fma(factor, term);
            c8 = c8.fma(factor, term);
            c9 = c9.fma(factor, term);
            c10 = c10.fma(factor, term);
            c11 = c11.fma(factor, term);
        }
        return c0.add(c1)
                .add(c2.add(c3))
                .add(c4.add(c5))
                .add(c6.add(c7))
                .add(c8.add(c9))
                .add(c10.add(c11))
                .lane(0);
    }
}

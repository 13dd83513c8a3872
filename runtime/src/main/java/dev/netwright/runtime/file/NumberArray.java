package dev.netwright.runtime.file;

import java.nio.ByteBuffer;

/** An array of one of the types that numbers are kept as in memory, and how it becomes bytes. */
sealed interface NumberArray {
    /** Numbers in it. */
    int count();

    /** What a file calls its type. */
    ElementType type();

    /** Writes so many numbers from {@code from} on, as many as the buffer has room for. */
    void write(int from, int count, ByteBuffer to);

    /** A copy with the numbers at these positions, in this order. */
    NumberArray picked(int[] positions);

    /**
     * A copy as floats.
     *
     * @param tensor whose numbers these are, for messages
     */
    float[] toFloats(Tensor tensor);

    /**
     * A copy as ints.
     *
     * @param tensor whose numbers these are, for messages
     */
    int[] toInts(Tensor tensor);

    /** {@code F32}. */
    final class Floats implements NumberArray {
        private final float[] values;

        Floats(float[] values) {
            this.values = values;
        }

        /** Live. */
        float[] values() {
            return values;
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public ElementType type() {
            return ElementType.F32;
        }

        @Override
        public void write(int from, int count, ByteBuffer to) {
            to.asFloatBuffer().put(values, from, count);
            to.position(to.position() + Float.BYTES * count);
        }

        @Override
        public NumberArray picked(int[] positions) {
            float[] picked = new float[positions.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = values[positions[i]];
            }
            return new Floats(picked);
        }

        @Override
        public float[] toFloats(Tensor tensor) {
            return values.clone();
        }

        @Override
        public int[] toInts(Tensor tensor) {
            return new Doubles(widened()).toInts(tensor);
        }

        private double[] widened() {
            double[] widened = new double[values.length];
            for (int i = 0; i < widened.length; i++) {
                widened[i] = values[i];
            }
            return widened;
        }
    }

    /** {@code F64}. */
    final class Doubles implements NumberArray {
        private final double[] values;

        Doubles(double[] values) {
            this.values = values;
        }

        /** Live. */
        double[] values() {
            return values;
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public ElementType type() {
            return ElementType.F64;
        }

        @Override
        public void write(int from, int count, ByteBuffer to) {
            to.asDoubleBuffer().put(values, from, count);
            to.position(to.position() + Double.BYTES * count);
        }

        @Override
        public NumberArray picked(int[] positions) {
            double[] picked = new double[positions.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = values[positions[i]];
            }
            return new Doubles(picked);
        }

        @Override
        public float[] toFloats(Tensor tensor) {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
                if (Float.isInfinite(floats[i]) && !Double.isInfinite(values[i])) {
                    throw tensor.refusal(
                            i,
                            Double.toString(values[i]),
                            "beyond the largest float, " + Float.MAX_VALUE + "; scale it.");
                }
            }
            return floats;
        }

        @Override
        public int[] toInts(Tensor tensor) {
            int[] ints = new int[values.length];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = (int) values[i];
                if (ints[i] != values[i]) {
                    throw tensor.refusal(i, Double.toString(values[i]), "which is no int.");
                }
            }
            return ints;
        }
    }

    /** {@code I64}. */
    final class Longs implements NumberArray {
        private final long[] values;

        Longs(long[] values) {
            this.values = values;
        }

        /** Live. */
        long[] values() {
            return values;
        }

        @Override
        public int count() {
            return values.length;
        }

        @Override
        public ElementType type() {
            return ElementType.I64;
        }

        @Override
        public void write(int from, int count, ByteBuffer to) {
            to.asLongBuffer().put(values, from, count);
            to.position(to.position() + Long.BYTES * count);
        }

        @Override
        public NumberArray picked(int[] positions) {
            long[] picked = new long[positions.length];
            for (int i = 0; i < picked.length; i++) {
                picked[i] = values[positions[i]];
            }
            return new Longs(picked);
        }

        @Override
        public float[] toFloats(Tensor tensor) {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = values[i];
            }
            return floats;
        }

        @Override
        public int[] toInts(Tensor tensor) {
            int[] ints = new int[values.length];
            for (int i = 0; i < ints.length; i++) {
                ints[i] = (int) values[i];
                if (ints[i] != values[i]) {
                    throw tensor.refusal(i, Long.toString(values[i]), "which is no int.");
                }
            }
            return ints;
        }
    }
}

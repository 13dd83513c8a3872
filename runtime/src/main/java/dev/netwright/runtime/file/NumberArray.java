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
    }
}

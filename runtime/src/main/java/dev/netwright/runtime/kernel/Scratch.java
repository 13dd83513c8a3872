package dev.netwright.runtime.kernel;

/** An array of each thread's own for what a product needs in between; it grows to the largest that was asked for. */
final class Scratch {
    private static final ThreadLocal<float[]> ARRAYS = ThreadLocal.withInitial(() -> new float[0]);

    private Scratch() {}

    /** With anything in it. */
    static float[] ofAtLeast(int length) {
        float[] array = ARRAYS.get();
        if (array.length < length) {
            array = new float[length];
            ARRAYS.set(array);
        }
        return array;
    }
}

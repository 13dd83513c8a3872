package dev.netwright.runtime.data;

/** Arrays of primitive values as features. */
final class Elements {
    private Elements() {}

    /**
     * Writes the elements of an array; what is declared for missing values, if that is no NaN, takes the place of NaN.
     *
     * @throws IllegalArgumentException if there are not exactly {@code to - from}, or one is infinite or NaN for which nothing is declared
     */
    static void write(String name, Object values, float[] rows, int from, int to, float missing) {
        int length = copy(values, rows, from, to);
        if (length != to - from) {
            throw new IllegalArgumentException(
                    name + " has " + length + " elements, but the record declares " + (to - from) + ".");
        }
        for (int i = from; i < to; i++) {
            if (!Float.isFinite(rows[i])) {
                boolean isReplaced = Float.isNaN(rows[i]) && !Float.isNaN(missing);
                rows[i] = isReplaced ? missing : RecordFeatures.number(name + "[" + (i - from) + "]", rows[i]);
            }
        }
    }

    /** Copies the elements where they are as many as there is room for; their number. */
    private static int copy(Object values, float[] rows, int from, int to) {
        if (values instanceof float[] floats) {
            return copy(floats, rows, from, to);
        } else if (values instanceof double[] doubles) {
            return copy(doubles, rows, from, to);
        } else if (values instanceof int[] ints) {
            return copy(ints, rows, from, to);
        } else if (values instanceof long[] longs) {
            return copy(longs, rows, from, to);
        } else if (values instanceof short[] shorts) {
            return copy(shorts, rows, from, to);
        } else if (values instanceof byte[] bytes) {
            return copy(bytes, rows, from, to);
        } else {
            return copy((boolean[]) values, rows, from, to);
        }
    }

    private static int copy(float[] values, float[] rows, int from, int to) {
        if (values.length == to - from) {
            System.arraycopy(values, 0, rows, from, values.length);
        }
        return values.length;
    }

    private static int copy(double[] values, float[] rows, int from, int to) {
        if (values.length == to - from) {
            for (int i = 0; i < values.length; i++) {
                rows[from + i] = (float) values[i];
            }
        }
        return values.length;
    }

    private static int copy(int[] values, float[] rows, int from, int to) {
        if (values.length == to - from) {
            for (int i = 0; i < values.length; i++) {
                rows[from + i] = values[i];
            }
        }
        return values.length;
    }

    private static int copy(long[] values, float[] rows, int from, int to) {
        if (values.length == to - from) {
            for (int i = 0; i < values.length; i++) {
                rows[from + i] = values[i];
            }
        }
        return values.length;
    }

    private static int copy(short[] values, float[] rows, int from, int to) {
        if (values.length == to - from) {
            for (int i = 0; i < values.length; i++) {
                rows[from + i] = values[i];
            }
        }
        return values.length;
    }

    private static int copy(byte[] values, float[] rows, int from, int to) {
        if (values.length == to - from) {
            for (int i = 0; i < values.length; i++) {
                rows[from + i] = values[i];
            }
        }
        return values.length;
    }

    private static int copy(boolean[] values, float[] rows, int from, int to) {
        if (values.length == to - from) {
            for (int i = 0; i < values.length; i++) {
                rows[from + i] = values[i] ? 1f : 0f;
            }
        }
        return values.length;
    }
}

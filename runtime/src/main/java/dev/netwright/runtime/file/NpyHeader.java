package dev.netwright.runtime.file;

import java.nio.ByteOrder;

/**
 * What the header of an array in NumPy's format says.
 *
 * @param type      of its numbers
 * @param order     of the bytes of each
 * @param isFortran whether the first dimension's neighbours lie side by side, and not the last one's
 * @param shape     its sizes
 */
record NpyHeader(ElementType type, ByteOrder order, boolean isFortran, TensorShape shape) {
    /** What an array begins with; two bytes of the version follow. */
    static final String MAGIC = "\u0093NUMPY";

    static final String TYPE = "descr";
    static final String FORTRAN = "fortran_order";
    static final String SHAPE = "shape";
}

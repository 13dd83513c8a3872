package dev.netwright.processor.plan;

/** How the arithmetic of a layer is written. */
public enum Strategy {
    /** Straight-line arithmetic, every weight by its name. */
    UNROLLED,
    /** A call of a kernel of the runtime, with constant shapes. */
    KERNEL
}

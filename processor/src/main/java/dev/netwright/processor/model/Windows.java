package dev.netwright.processor.model;

/** How many windows fit a side. */
final class Windows {
    private Windows() {}

    static long places(long pixels, long window, long stride) {
        return window > pixels ? 0 : (pixels - window) / stride + 1;
    }
}

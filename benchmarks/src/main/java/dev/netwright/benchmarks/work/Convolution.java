package dev.netwright.benchmarks.work;

/**
 * A convolution wherever its kernel lies within the image, and a maximum pool of its activations. Images are row-major with the
 * channels last; weights are {@code [kernel][kernel][channels][filters]}.
 *
 * @param height   rows of pixels of the image
 * @param width    pixels of a row
 * @param channels values of a pixel
 * @param kernel   pixels that it covers down and across
 * @param filters  values at each place
 * @param pool     places of a window of the pool down and across, which divides the places
 */
public record Convolution(int height, int width, int channels, int kernel, int filters, int pool) {
    /** Values of the image. */
    public int inputSize() {
        return height * width * channels;
    }

    /** Values that one filter sees at one place. */
    public int patchSize() {
        return kernel * kernel * channels;
    }

    /** Windows of the pool, one below the other. */
    public int windowsDown() {
        return (height - kernel + 1) / pool;
    }

    /** Windows of the pool, side by side. */
    public int windowsAcross() {
        return (width - kernel + 1) / pool;
    }

    /** Values after the pool. */
    public int outputSize() {
        return windowsDown() * windowsAcross() * filters;
    }

    /** Of one image. */
    public long multiplyAdds() {
        return (long) (height - kernel + 1) * (width - kernel + 1) * patchSize() * filters;
    }
}

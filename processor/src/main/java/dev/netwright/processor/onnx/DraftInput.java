package dev.netwright.processor.onnx;

import dev.netwright.processor.model.Shape;
import java.util.Arrays;

/** An input of a network that is being put together. */
final class DraftInput implements Port {
    private final String name;
    private Shape shape;
    private final double[] means;
    private final double[] deviations;

    DraftInput(String name, Shape shape) {
        this.name = name;
        this.shape = shape;
        means = new double[(int) shape.size()];
        deviations = new double[(int) shape.size()];
        Arrays.fill(deviations, 1);
    }

    /** As the file has it. */
    String name() {
        return name;
    }

    @Override
    public Shape output() {
        return shape;
    }

    /** Takes the same columns for pixels. */
    void arrange(Shape pixels) {
        shape = pixels;
    }

    /** Whether features can be scaled further: no factor is 0 or negative. */
    static boolean canScale(double[] scale) {
        return Arrays.stream(scale).allMatch(factor -> factor > 0 && Double.isFinite(factor));
    }

    /** Scales and moves a feature further, {@code scale·x' + shift} of what it has been made so far. */
    void scale(int column, double scale, double shift) {
        means[column] -= shift * deviations[column] / scale;
        deviations[column] /= scale;
    }

    double[] means() {
        return means;
    }

    double[] deviations() {
        return deviations;
    }
}

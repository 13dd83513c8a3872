package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread that has multiplied does not keep the matrices in memory. */
class RetentionTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void productsLetGoOfTheirArrays(int columns) throws InterruptedException {
        checkLetGo(multiply(columns));
    }

    @Test
    void convolutionsLetGoOfTheirArrays() throws InterruptedException {
        checkLetGo(convolve());
    }

    private static void checkLetGo(List<WeakReference<float[]>> references) throws InterruptedException {
        for (int attempt = 0; attempt < 200 && references.stream().anyMatch(array -> array.get() != null); attempt++) {
            System.gc();
            Thread.sleep(5);
        }
        assertThat(references).allMatch(array -> array.get() == null);
    }

    private static List<WeakReference<float[]>> multiply(int columns) {
        float[] x = new float[20 * columns];
        float[] parameters = new float[columns * columns + columns];
        float[] z = new float[20 * columns];
        float[] dx = new float[20 * columns];
        Kernels.affine(x, 0, parameters, 0, columns * columns, z, 20, columns, columns);
        Kernels.inputGradients(z, parameters, 0, dx, 20, columns, columns);
        return Stream.of(x, parameters, z, dx).map(WeakReference::new).toList();
    }

    private static List<WeakReference<float[]>> convolve() {
        ConvolutionShape shape = ConvolutionShape.same(9, 9, 3, 20, 3, 3, 1, 1);
        float[] x = new float[2 * shape.inputSize()];
        float[] parameters = new float[shape.weightCount() + shape.filters()];
        float[] z = new float[2 * shape.outputSize()];
        float[] gradients = new float[parameters.length];
        float[] dx = new float[x.length];
        Convolutions.forward(x, 0, parameters, 0, shape.weightCount(), z, 2, shape);
        Convolutions.weightGradients(x, 0, z, gradients, 0, 2, shape, GradientShare.ALL);
        Convolutions.inputGradients(z, parameters, 0, dx, 2, shape);
        return Stream.of(x, parameters, z, gradients, dx)
                .map(WeakReference::new)
                .toList();
    }
}

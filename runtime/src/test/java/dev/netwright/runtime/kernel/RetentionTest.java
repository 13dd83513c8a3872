package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thread that has multiplied does not keep the matrices in memory. */
class RetentionTest {
    @ParameterizedTest
    @ValueSource(ints = {3, 40})
    void productsLetGoOfTheirArrays(int columns) throws InterruptedException {
        List<WeakReference<float[]>> references = multiply(columns);

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
}

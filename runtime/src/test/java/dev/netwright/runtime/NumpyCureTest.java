package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.file.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class NumpyCureTest {
    private static String cure(Tensor tensor, Integer... shape) {
        return NumpyCure.of(tensor, "float32", List.of(shape));
    }

    private static Tensor floats(int... shape) {
        int count = 1;
        for (int size : shape) {
            count *= size;
        }
        return Tensor.of("w", new float[count], shape);
    }

    @Test
    void types() {
        assertThat(cure(Tensor.of("w", new double[6], 2, 3), 2, 3))
                .isEqualTo(" Save it in NumPy as x.astype(\"float32\"), x being this array.");
        assertThat(cure(Tensor.of("w", new long[6], 2, 3), 3, 2))
                .isEqualTo(" Save it in NumPy as x.T.astype(\"float32\"), x being this array.");
        assertThat(NumpyCure.of(floats(3), "float64", List.of(3)))
                .isEqualTo(" Save it in NumPy as x.astype(\"float64\"), x being this array.");
    }

    @Test
    void shapes() {
        assertThat(cure(floats(2, 3), 3, 2)).contains(" as x.T, ");
        assertThat(cure(floats(1, 3), 3)).contains(" as x.reshape(3), ");
        assertThat(cure(floats(3), 1, 3)).contains(" as x.reshape(1, 3), ");
        assertThat(cure(floats(1, 3), 3, 1)).contains(" as x.reshape(3, 1), ");
        // Kernels of programs that keep channels last.
        assertThat(cure(floats(5, 3, 2, 4), 4, 2, 5, 3)).contains(" as x.transpose(3, 2, 0, 1), ");
        assertThat(cure(floats(5, 2, 4), 4, 2, 5)).contains(" as x.transpose(2, 1, 0), ");
    }

    @Test
    void otherNumbers() {
        assertThat(cure(floats(2, 3), 2, 4)).isEmpty();
        assertThat(cure(floats(2, 3), 6)).isEmpty();
        assertThat(cure(floats(5, 3, 2, 4), 2, 4, 5, 3)).isEmpty();
        assertThat(cure(floats(), 2)).isEmpty();
        assertThat(cure(floats(2), 3)).isEmpty();
    }
}

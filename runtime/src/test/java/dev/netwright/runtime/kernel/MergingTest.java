package dev.netwright.runtime.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MergingTest {
    private static final float[] TWO_ROWS = {9, 1, 2, 3, 4, 5, 6};

    @Test
    void addsFromWhereEachStarts() {
        float[] sum = {0, 0, 0, 0};
        Merging.add(TWO_ROWS, 1, new float[] {7, 8, 10, 20}, 2, sum, 1, 2);
        assertThat(sum).containsExactly(0, 11, 22, 0);
    }

    @Test
    void addsToOneOfTheTwo() {
        float[] sum = {1, 2, 3};
        Merging.add(new float[] {10, 20, 30}, 0, sum, 0, sum, 0, 2);
        assertThat(sum).containsExactly(11, 22, 3);
    }

    @Test
    void multipliesFromWhereEachStarts() {
        float[] product = {0, 0, 0};
        Merging.multiply(TWO_ROWS, 1, new float[] {7, 8, 10, 20}, 2, product, 1, 2);
        assertThat(product).containsExactly(0, 10, 40);
    }

    @Test
    void copiesColumnsBesideOthers() {
        float[] target = {-1, -1, -1, -1, -1, -1, -1, -1, -1};
        // Columns 1 and 2 of {1 2 3, 4 5 6} into columns 2 and 3 of a matrix of four, which starts at 1.
        Merging.copyColumns(TWO_ROWS, 1, 3, 1, target, 1, 4, 2, 2, 2);
        assertThat(target).containsExactly(-1, -1, -1, 2, 3, -1, -1, 5, 6);
    }

    @Test
    void addsColumnsToOthers() {
        float[] target = {1, 1, 1, 1};
        Merging.addColumns(TWO_ROWS, 1, 3, 2, target, 0, 2, 1, 1, 2);
        assertThat(target).containsExactly(1, 4, 1, 7);
    }
}

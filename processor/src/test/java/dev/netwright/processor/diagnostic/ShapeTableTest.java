package dev.netwright.processor.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.diagnostic.ShapeTable.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShapeTableTest {
    private static final ShapeTable THREE = new ShapeTable(List.of(
            new Row("input", "784", "", Finding.INPUT),
            new Row("hidden1", "784 -> 128", "relu", 0),
            new Row("output", "128 -> 10", "softmax", 1)));

    @Test
    void columnsAreAlignedAndTheArrowStandsAtTheLayer() {
        assertThat(THREE.pointingAt(1)).isEqualTo("""
                      input           784
                      hidden1  784 -> 128  relu
                  --> output    128 -> 10  softmax
                """);
    }

    @Test
    void theInputHasARowToo() {
        assertThat(THREE.pointingAt(Finding.INPUT).lines().findFirst()).hasValue("  --> input           784");
    }

    @Test
    void aLayerThatIsNotThereGetsNoArrow() {
        assertThat(THREE.pointingAt(2)).doesNotContain("-->");
    }

    @Test
    void rowsFarFromTheFaultAreLeftOutButForTheEnds() {
        assertThat(names(layers(30).pointingAt(15)))
                .containsExactly(
                        "input", "...", "l10", "l11", "l12", "l13", "l14", "--> l15", "l16", "l17", "l18", "l19", "l20",
                        "...", "l29");
        assertThat(names(layers(30).pointingAt(0)))
                .containsExactly("input", "--> l0", "l1", "l2", "l3", "l4", "l5", "...", "l29");
        assertThat(names(layers(30).pointingAt(Finding.INPUT)))
                .containsExactly("--> input", "l0", "l1", "l2", "l3", "l4", "l5", "...", "l29");
        assertThat(names(layers(30).pointingAt(29)))
                .containsExactly("input", "...", "l24", "l25", "l26", "l27", "l28", "--> l29");
    }

    @Test
    void noRowsGiveNoText() {
        assertThat(new ShapeTable(List.of()).pointingAt(0)).isEmpty();
    }

    private static ShapeTable layers(int count) {
        List<Row> rows = new ArrayList<>(List.of(new Row("input", "1", "", Finding.INPUT)));
        for (int i = 0; i < count; i++) {
            rows.add(new Row("l" + i, "1 -> 1", "tanh", i));
        }
        return new ShapeTable(rows);
    }

    private static List<String> names(String table) {
        return table.lines().map(line -> line.strip().replaceAll("  +1.*", "")).toList();
    }
}

package dev.netwright.csv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What is written as RFC 4180 says comes back to the bit, however it is quoted, broken into lines and encoded. */
class CsvRoundTripTest {
    @Property(tries = 150)
    void featuresAndTargetsComeBackToTheBit(
            @ForAll("names") List<String> names, @ForAll @IntRange(min = 1, max = 20) int rows, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        int columns = names.size();
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = finite(random);
        }
        String text = write(random, names, rows, (row, column) -> Float.toString(values[row * columns + column]));
        int target = random.nextInt(columns);
        Dataset data = CsvText.load(text, csv -> csv.targets(names.get(target)));

        List<String> features = new ArrayList<>(names);
        features.remove(target);
        assertThat(data.featureNames()).isEqualTo(features);
        assertThat(data.rows()).isEqualTo(rows);
        for (int row = 0; row < rows; row++) {
            float[] expected = Arrays.copyOfRange(values, row * columns, (row + 1) * columns);
            assertThat(bits(data.targets().values()[row])).isEqualTo(bits(expected[target]));
            System.arraycopy(expected, target + 1, expected, target, columns - target - 1);
            for (int column = 0; column < columns - 1; column++) {
                assertThat(bits(data.sample(row)[column])).isEqualTo(bits(expected[column]));
            }
        }
    }

    @Property(tries = 150)
    void everyRowKeepsItsLabel(
            @ForAll("names") List<String> classes, @ForAll @IntRange(min = 1, max = 40) int rows, @ForAll long seed)
            throws IOException {
        Random random = new Random(seed);
        String[] labels = new String[rows];
        Arrays.setAll(labels, row -> classes.get(random.nextInt(classes.size())));
        String text =
                write(random, List.of("row", "label"), rows, (row, column) -> column == 0 ? "" + row : labels[row]);

        Dataset found = CsvText.load(text, csv -> csv.label("label"));
        Dataset given = CsvText.load(text, csv -> csv.label("label").classes(classes));
        assertThat(given.classNames()).isEqualTo(classes);
        assertThat(found.classNames())
                .containsExactlyInAnyOrderElementsOf(
                        List.of(labels).stream().distinct().toList());
        for (int row = 0; row < rows; row++) {
            assertThat(found.features()[row]).isEqualTo(row);
            assertThat(found.classNames().get(found.targets().labels()[row])).isEqualTo(labels[row]);
            assertThat(given.classNames().get(given.targets().labels()[row])).isEqualTo(labels[row]);
        }
    }

    /** Distinct, not blank, without spaces around them: those are not kept. */
    @Provide
    Arbitrary<List<String>> names() {
        return Arbitraries.strings()
                .withChars(",;\"\n\r\t' #.-aäß0π\u2028")
                .withCharRange('a', 'f')
                .ofMinLength(1)
                .ofMaxLength(8)
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .list()
                .uniqueElements()
                .ofMinSize(2)
                .ofMaxSize(6);
    }

    private interface Cell {
        String text(int row, int column);
    }

    private static String write(Random random, List<String> names, int rows, Cell cells) {
        String lineBreak = List.of("\n", "\r\n", "\r").get(random.nextInt(3));
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        for (int row = -1; row < rows; row++) {
            for (int column = 0; column < names.size(); column++) {
                String cell = row < 0 ? names.get(column) : cells.text(row, column);
                text.append(column == 0 ? "" : ",").append(quoteIfNeeded(random, cell));
            }
            boolean last = row == rows - 1;
            text.append(last && random.nextBoolean() ? "" : lineBreak);
            text.append(random.nextInt(8) == 0 ? lineBreak : "");
        }
        return text.toString();
    }

    private static String quoteIfNeeded(Random random, String cell) {
        boolean needed = cell.chars().anyMatch(c -> ",\"\r\n".indexOf(c) >= 0);
        return needed || random.nextBoolean() ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
    }

    private static float finite(Random random) {
        float value = Float.intBitsToFloat(random.nextInt());
        return Float.isFinite(value) ? value : random.nextFloat();
    }

    private static int bits(float value) {
        return Float.floatToRawIntBits(value);
    }
}

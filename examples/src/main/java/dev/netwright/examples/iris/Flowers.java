package dev.netwright.examples.iris;

import dev.netwright.csv.CsvDataset;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Flowers with their species: from a file, or drawn. */
final class Flowers {
    private static final List<String> MEASURES = List.of("sepal_length", "sepal_width", "petal_length", "petal_width");
    private static final String LABEL = "species";

    private Flowers() {}

    /**
     * Reads {@code sepal_length,sepal_width,petal_length,petal_width,species} with any names of three species.
     *
     * @throws DataFormatException if the file is something else, or a species has fewer than two flowers
     */
    static Dataset load(Path file) throws IOException {
        Dataset flowers = CsvDataset.of(file)
                .features(MEASURES.toArray(String[]::new))
                .label(LABEL)
                .load();
        int species = Species.values().length;
        if (flowers.classNames().size() != species) {
            throw new DataFormatException(
                    file.toString(),
                    "column " + LABEL,
                    "there are " + flowers.classNames().size() + " species, " + flowers.classNames()
                            + ", but the network tells " + species + " apart.");
        }
        for (int label = 0; label < species; label++) {
            int wanted = label;
            long count = Arrays.stream(flowers.targets().labels())
                    .filter(found -> found == wanted)
                    .count();
            if (count < 2) {
                throw new DataFormatException(
                        file.toString(),
                        "column " + LABEL,
                        "there is one flower of " + flowers.classNames().get(label)
                                + ", but it takes two, one to learn from and one to test with.");
            }
        }
        return flowers;
    }

    /** Draws {@code count} flowers of each species. */
    static Dataset draw(int count, long seed) {
        Random random = new Random(seed);
        Species[] species = Species.values();
        float[] features = new float[species.length * count * Species.MEASURES];
        int[] labels = new int[species.length * count];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = row / count;
            species[labels[row]].draw(random, features, row * Species.MEASURES);
        }
        return Dataset.ofLabels(features, Species.MEASURES, labels, species.length)
                .withFeatureNames(MEASURES)
                .withClassNames(Arrays.stream(species)
                        .map(one -> one.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}

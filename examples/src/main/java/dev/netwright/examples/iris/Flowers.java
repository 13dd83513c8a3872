package dev.netwright.examples.iris;

import dev.netwright.csv.CsvDataset;
import dev.netwright.runtime.data.DataFormatException;
import dev.netwright.runtime.data.Dataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Flowers with their species: from a file, or drawn. */
final class Flowers {
    private static final List<String> MEASURES = List.of("sepal_length", "sepal_width", "petal_length", "petal_width");
    private static final String LABEL = "species";

    private Flowers() {}

    /**
     * Reads {@code sepal_length,sepal_width,petal_length,petal_width,species}; names of species may begin otherwise, {@code Iris-setosa}.
     *
     * @throws DataFormatException if the file is something else, or a species has fewer than two flowers
     */
    static Dataset load(Path file) throws IOException {
        Dataset table = CsvDataset.of(file)
                .features(MEASURES.toArray(String[]::new))
                .label(LABEL)
                .load();
        List<Flower> flowers = new ArrayList<>();
        List<Species> species = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            flowers.add(Flower.of(table.sample(row)));
            species.add(species(file, table.classNames().get(table.targets().labels()[row])));
        }
        for (Species one : Species.values()) {
            int count = Collections.frequency(species, one);
            if (count < 2) {
                throw failure(
                        file,
                        "there " + (count == 0 ? "is no flower of " : "is one flower of ") + one.label()
                                + ", but it takes two, one to learn from and one to test with.");
            }
        }
        return named(IrisClassifierNetwork.dataset(flowers, species));
    }

    private static Species species(Path file, String name) throws DataFormatException {
        for (Species one : Species.values()) {
            if (name.toLowerCase(Locale.ROOT).endsWith(one.label())) {
                return one;
            }
        }
        throw failure(file, "\"" + name + "\" is none of the species that the network tells apart, " + labels() + ".");
    }

    private static DataFormatException failure(Path file, String problem) {
        return new DataFormatException(file.toString(), "column " + LABEL, problem);
    }

    /** Draws {@code count} flowers of each species. */
    static Dataset draw(int count, long seed) {
        Random random = new Random(seed);
        List<Flower> flowers = new ArrayList<>();
        List<Species> species = new ArrayList<>();
        for (Species one : Species.values()) {
            for (int i = 0; i < count; i++) {
                flowers.add(one.draw(random));
                species.add(one);
            }
        }
        return named(IrisClassifierNetwork.dataset(flowers, species));
    }

    private static Dataset named(Dataset flowers) {
        return flowers.withClassNames(labels());
    }

    private static List<String> labels() {
        return Arrays.stream(Species.values()).map(Species::label).toList();
    }
}

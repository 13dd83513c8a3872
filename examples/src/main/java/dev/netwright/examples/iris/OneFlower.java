package dev.netwright.examples.iris;

import dev.netwright.examples.MostProbable;
import dev.netwright.runtime.Classifier;
import dev.netwright.runtime.data.Dataset;
import java.util.Locale;

/** Shows how one flower is classified, measured in cm as it comes. */
final class OneFlower {
    private OneFlower() {}

    static void print(Classifier<Flower, Species> net, Dataset flowers) {
        int row = flowers.rows() / 2;
        Flower flower = Flower.of(flowers.sample(row));
        float[] probabilities = net.probabilities(flower);
        System.out.printf(
                Locale.ROOT,
                "A flower with %s is taken for %s (%.1f %%); it is %s%n",
                flower,
                net.classify(flower).label(),
                100 * probabilities[MostProbable.of(probabilities, 0, probabilities.length)],
                flowers.classNames().get(flowers.targets().labels()[row]));
    }
}

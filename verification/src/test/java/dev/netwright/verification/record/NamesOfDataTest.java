package dev.netwright.verification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.Trainer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Data whose columns or classes have the network's names in another order would train it to nonsense without a sign of it. */
class NamesOfDataTest {
    private static final HomesNetwork NETWORK = HomesNetwork.create(1);
    private static final List<String> FEATURES = HomesNetwork.features().names();
    private static final Dataset DATA =
            Dataset.ofLabels(new float[2 * FEATURES.size()], FEATURES.size(), new int[] {0, 1}, 2);

    @Test
    void featuresInAnotherOrderAreRefused() {
        List<String> swapped = new ArrayList<>(FEATURES);
        Collections.swap(swapped, 0, 1);
        float[] before = NETWORK.parameters().clone();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(DATA.withFeatureNames(swapped)))
                .withMessageStartingWith("The training data have the features built, floors, rooms, ")
                .withMessageContaining(", but Homes has them as floors, built, rooms, ")
                .withMessageEndingWith("which is another order; put the columns into the network's order.");
        assertThat(NETWORK.parameters()).containsExactly(before);
    }

    @Test
    void classesInAnotherOrderAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> fit(DATA.withClassNames(List.of("west", "East"))))
                .withMessage(
                        "The training data have the classes west, East, but Homes has them as EAST, WEST, which is another order; "
                                + "read the data with the classes in the network's order, which labels(0) has.");
    }

    @Test
    void namesAreComparedWithoutRegardToCaseAndSigns() {
        List<String> written = FEATURES.stream()
                .map(name -> "_" + name.toUpperCase(Locale.ROOT))
                .toList();
        assertThatCode(() -> fit(DATA.withFeatureNames(written).withClassNames(List.of("east", "west"))))
                .doesNotThrowAnyException();
    }

    @Test
    void ofOtherNamesNobodyCanTell() {
        List<String> others = FEATURES.stream().map(name -> name + " (m)").toList();
        assertThatCode(() -> fit(DATA.withFeatureNames(others).withClassNames(List.of("west", "south"))))
                .doesNotThrowAnyException();
    }

    private static void fit(Dataset data) {
        Trainer.of(NETWORK.copy())
                .loss(Loss.CROSS_ENTROPY)
                .optimizer(new Sgd(0.1f))
                .epochs(1)
                .batchSize(2)
                .fit(data);
    }
}

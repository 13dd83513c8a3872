package dev.netwright.verification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingResult;
import dev.netwright.verification.record.Offer.Flat;
import dev.netwright.verification.record.Offer.Kind;
import dev.netwright.verification.record.Offer.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A network of several outputs takes a record, and gives one in which enums are enums. */
class SeveralOutputsTest {
    private static final int ROWS = 120;

    private final List<Flat> flats = new ArrayList<>();
    private final List<Kind> kinds = new ArrayList<>();
    private final List<Side> sides = new ArrayList<>();
    private final float[] prices = new float[ROWS];
    private final OfferNetwork offer = OfferNetwork.create(2);

    SeveralOutputsTest() {
        Random random = new Random(1);
        for (int row = 0; row < ROWS; row++) {
            Flat flat = new Flat((float) random.nextGaussian(), random.nextInt(3) - 1);
            flats.add(flat);
            kinds.add(flat.area() < -0.5f ? Kind.SMALL : flat.area() > 0.5f ? Kind.LARGE : Kind.MIDDLE);
            sides.add(flat.rooms() > 0 ? Side.STREET : Side.YARD);
            prices[row] = 0.5f * flat.area() + 0.2f * flat.rooms();
        }
    }

    @Test
    void targetsComeHeadByHead() {
        Dataset data = OfferNetwork.dataset(flats, kinds, prices, sides);
        assertThat(data.heads()).isEqualTo(3);
        assertThat(data.featureNames()).containsExactly("area", "rooms");
        assertThat(data.targets(0).labels()[5]).isEqualTo(kinds.get(5).ordinal());
        assertThat(data.targets(0).width()).isEqualTo(3);
        assertThat(data.targets(1).values()).isEqualTo(prices);
        assertThat(data.targets(2).width()).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OfferNetwork.dataset(flats, kinds.subList(1, ROWS), prices, sides))
                .withMessage("There are 120 samples, but targets for 119; give them for each.");
    }

    @Test
    void everyHeadLearnsAndSaysWhatItMeans() {
        TrainingResult result = Trainer.of(offer)
                .loss("kind", Loss.CROSS_ENTROPY)
                .loss("price", Loss.MEAN_SQUARED_ERROR)
                .loss("samples", Loss.CROSS_ENTROPY, 0.5f)
                .optimizer(new Adam(0.02f))
                .epochs(120)
                .metrics("kind", Metric.ACCURACY)
                .fit(OfferNetwork.dataset(flats, kinds, prices, sides));
        assertThat(result.epochs().get(119).metric("kind", Metric.ACCURACY)).isGreaterThan(0.9);

        OfferNetwork.Outputs large = offer.infer(new Flat(1.5f, 1));
        assertThat(large.labelOfKind()).isEqualTo(Kind.LARGE);
        assertThat(large.labelOfSamples()).isEqualTo(Side.STREET);
        assertThat(large.price()[0]).isCloseTo(0.95f, within(0.1f));
        assertThat(large.kind()).hasSize(3);
        assertThat(offer.infer(new Flat(-1.5f, -1)).labelOfKind()).isEqualTo(Kind.SMALL);
    }

    @Test
    void outputsThatAreNoNumbersStandForNothing() {
        float nan = Float.NaN;
        OfferNetwork.Outputs outputs =
                new OfferNetwork.Outputs(new float[] {0, nan, 1}, new float[1], new float[] {0.5f, 0.5f});
        assertThat(outputs.labelOfSamples()).isEqualTo(Side.STREET);
        assertThatIllegalStateException().isThrownBy(outputs::labelOfKind).withMessageStartingWith("Output 1 is NaN");
    }
}

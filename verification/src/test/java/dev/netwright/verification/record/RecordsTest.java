package dev.netwright.verification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.verification.record.Home.Address;
import dev.netwright.verification.record.Home.Heating;
import dev.netwright.verification.record.Home.Side;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private static final Home HOME = home(Heating.OIL, new float[] {10, 11}, new Address(77, Side.WEST));
    private static final Gaps NO_GAPS = new Gaps(
            10f,
            20.0,
            30,
            40.0,
            true,
            Heating.GAS,
            new float[] {50, 60},
            new boolean[] {true, false},
            new Address(77, Side.EAST));

    private static Home home(Heating heating, float[] rents, Address address) {
        return new Home(
                (byte) 1,
                (short) 1980,
                3,
                1L << 40,
                80.5f,
                1e6,
                true,
                (byte) 4,
                (short) 5,
                6,
                7L,
                8.5f,
                9.5,
                false,
                heating,
                rents,
                new double[] {12, 13},
                new byte[] {14, -15},
                new short[] {16, 17},
                new int[] {18, 19},
                new long[] {20, 21},
                new boolean[] {true, false, true},
                address);
    }

    @Test
    void everyComponentIsWrittenInItsOrder() {
        assertThat(HomesNetwork.features().of(HOME))
                .containsExactly(
                        1, 1980, 3, 1L << 40, 80.5f, 1e6f, 1, 4, 5, 6, 7, 8.5f, 9.5f, 0, //
                        0, 1, 0, //
                        10, 11, 12, 13, 14, -15, 16, 17, 18, 19, 20, 21, //
                        1, 0, 1, //
                        77, 0, 1);
    }

    @Test
    void everyColumnIsNamedAfterItsComponent() {
        assertThat(HomesNetwork.features().names())
                .hasSize(HomesNetwork.create(1).inputSize())
                .startsWith("floors", "built", "rooms", "cadastre", "area", "price", "garden", "halls")
                .containsSubsequence("cellar", "heating=GAS", "heating=OIL", "heating=NONE", "rents[0]", "rents[1]")
                .endsWith("balconies[2]", "address.zip", "address.side=EAST", "address.side=WEST");
    }

    @Test
    void whatIsMissingWithoutADeclaredNumberIsAnErrorThatNamesIt() {
        assertFails(home(null, new float[2], HOME.address()), "heating is null");
        assertFails(home(Heating.GAS, null, HOME.address()), "rents is null");
        assertFails(home(Heating.GAS, new float[2], null), "address is null");
        assertFails(home(Heating.GAS, new float[2], new Address(1, null)), "address.side is null");
        assertFails(home(Heating.GAS, new float[] {1, Float.NaN}, HOME.address()), "rents[1] is NaN");
        assertThatThrownBy(() -> HomesNetwork.create(1).classify(null)).hasMessage("sample");
    }

    @Test
    void whatDoesNotFitIsAnErrorThatNamesIt() {
        assertFails(
                home(Heating.GAS, new float[3], HOME.address()), "rents has 3 elements, but the record declares 2.");
        assertFails(
                home(Heating.GAS, new float[] {Float.NEGATIVE_INFINITY, 0}, HOME.address()),
                "rents[0] is -Infinity; every feature must be finite, also as a float.");
        Gaps huge = new Gaps(1, 1e39, 1, 1.0, true, null, null, null, null);
        assertThatThrownBy(() -> RentNetwork.features().of(huge))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("price is 1.0E39; every feature must be finite, also as a float.");
    }

    private static void assertFails(Home home, String message) {
        assertThatThrownBy(() -> HomesNetwork.create(1).classify(home))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(message);
    }

    @Test
    void declaredNumbersTakeThePlaceOfWhatIsMissing() {
        assertThat(RentNetwork.features().of(NO_GAPS))
                .containsExactly(10, 20, 30, 40, 1, 1, 0, 0, 50, 60, 1, 0, 77, 1, 0);
        Gaps nothing = new Gaps(Float.NaN, Double.NaN, null, null, null, null, null, null, null);
        assertThat(RentNetwork.features().of(nothing)).containsExactly(1, 2, 3, 4, 0.5f, 0, 0, 0, 7, 7, 8, 8, 9, 9, 9);
        Gaps notNumbers = new Gaps(
                Float.NaN,
                Double.NaN,
                null,
                Double.NaN,
                null,
                null,
                new float[] {Float.NaN, 1},
                new boolean[2],
                new Address(1, Side.WEST));
        assertThat(RentNetwork.features().of(notNumbers))
                .containsExactly(1, 2, 3, 4, 0.5f, 0, 0, 0, 7, 1, 0, 0, 1, 0, 1);
    }

    /** The declared number stands for the component, and not for what is inside of a record that is there. */
    @Test
    void aDeclaredNumberOfARecordIsNotThatOfItsComponents() {
        Gaps gaps = new Gaps(1, 1, 1, 1.0, true, Heating.GAS, new float[2], new boolean[2], new Address(1, null));
        assertThatThrownBy(() -> RentNetwork.create(1).estimate(gaps)).hasMessageStartingWith("address.side is null");
    }

    @Test
    void methodsOfSamplesGiveWhatPredictGives() {
        HomesNetwork homes = HomesNetwork.create(3);
        float[] probabilities = homes.predict(HomesNetwork.features().of(HOME));
        assertThat(homes.probabilities(HOME)).containsExactly(probabilities);
        assertThat(homes.classify(HOME)).isEqualTo(probabilities[0] >= probabilities[1] ? Side.EAST : Side.WEST);

        RentNetwork rent = RentNetwork.create(3);
        assertThat(rent.estimate(NO_GAPS))
                .isEqualTo(rent.predict(RentNetwork.features().of(NO_GAPS))[0]);

        PositionNetwork position = PositionNetwork.create(3);
        assertThat(position.infer(HOME.address())).containsExactly(position.predict(new float[] {77, 0, 1}));

        assertThat(MixedNetwork.create(1).infer(new float[] {2, 3, 4}, HOME.address()))
                .containsExactly(154, 0, 4);

        float[] identity = {1, 0, 0, 1, 0, 0};
        assertThat(SignNetwork.of(identity).classify(new float[] {1, 2})).isEqualTo(Side.WEST);
        assertThat(SignNetwork.of(identity).classify(new float[] {2, 2})).isEqualTo(Side.EAST);
        assertThat(SignNetwork.of(identity).probabilities(new float[] {2, 2})).containsExactly(0.5f, 0.5f);
    }

    @Test
    void aNetworkThatIsBrokenDoesNotClassify() {
        float[] parameters = {Float.NaN, 0, 0, 1, 0, 0};
        assertThatThrownBy(() -> SignNetwork.of(parameters).classify(new float[] {1, 2}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("Output 0 of Sign is NaN");
    }

    @Test
    void samplesAndLabelsAreADataset() {
        List<Home> homes = new LinkedList<>(List.of(HOME, home(Heating.GAS, new float[2], HOME.address())));
        Dataset data = HomesNetwork.dataset(homes, List.of(Side.WEST, Side.EAST));

        assertThat(data.rows()).isEqualTo(2);
        assertThat(data.sample(0)).containsExactly(HomesNetwork.features().of(homes.get(0)));
        assertThat(data.sample(1)).containsExactly(HomesNetwork.features().of(homes.get(1)));
        assertThat(data.targets().labels()).containsExactly(1, 0);
        assertThat(data.featureNames()).isEqualTo(HomesNetwork.features().names());
        assertThat(data.classNames()).containsExactly("EAST", "WEST");
    }

    @Test
    void samplesAndNumbersAreADataset() {
        Dataset data = PositionNetwork.dataset(
                List.of(new Address(1, Side.EAST), new Address(2, Side.WEST)), new float[] {3, 4, 5, 6});

        assertThat(data.features()).containsExactly(1, 1, 0, 2, 0, 1);
        assertThat(data.targets().values()).containsExactly(3, 4, 5, 6);
        assertThat(data.targets().width()).isEqualTo(2);
    }

    @Test
    void whatIsWrongWithADatasetIsNamedWithItsSample() {
        assertThatThrownBy(() -> HomesNetwork.dataset(List.of(HOME), List.of()))
                .hasMessage("There is 1 sample, but 0 labels; give one for each.");
        assertThatThrownBy(() -> HomesNetwork.dataset(List.of(), List.of()))
                .hasMessage("The data set is empty; it needs at least one row.");
        assertThatThrownBy(() -> HomesNetwork.dataset(List.of(HOME, HOME), Arrays.asList(Side.EAST, null)))
                .hasMessage("The label of sample 1 is null.");
        assertThatThrownBy(() -> HomesNetwork.dataset(Arrays.asList(HOME, null), List.of(Side.EAST, Side.EAST)))
                .hasMessage("Sample 1 is null.");
        assertThatThrownBy(() -> PositionNetwork.dataset(List.of(new Address(1, null)), new float[2]))
                .hasMessageStartingWith("Sample 0: side is null, and the record declares nothing");
        assertThatThrownBy(() -> PositionNetwork.dataset(List.of(new Address(1, Side.EAST)), new float[4]))
                .hasMessage("There is 1 sample, but targets for 2; give them for each.");
    }

    @Test
    void aClassifierOfRecordsLearns() {
        Random random = new Random(5);
        List<Address> addresses = new ArrayList<>();
        float[] targets = new float[400];
        for (int i = 0; i < 200; i++) {
            Address address = new Address(random.nextInt(3), Side.values()[random.nextInt(2)]);
            addresses.add(address);
            targets[2 * i] = address.zip() * 0.5f;
            targets[2 * i + 1] = address.side() == Side.WEST ? 1 : -1;
        }
        PositionNetwork net = PositionNetwork.create(2);
        Trainer.of(net)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.05f))
                .epochs(60)
                .batchSize(20)
                .seed(1)
                .fit(PositionNetwork.dataset(addresses, targets));

        float[] position = net.infer(new Address(2, Side.WEST));
        assertThat(position[0]).isCloseTo(1, within(0.01f));
        assertThat(position[1]).isCloseTo(1, within(0.01f));
    }
}

package dev.netwright.verification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.testing.GradientCheck;
import dev.netwright.verification.record.Shops.Shop;
import dev.netwright.verification.record.Shops.Trade;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Components of a record that pick rows of tables. */
class IndicesTest {
    private static final Shop BOOKS = new Shop(Trade.BOOKS, 50, 3, true);

    /** What is looked up is added to the area, and a corner counts ten. */
    private final ShopsNetwork network =
            ShopsNetwork.of(new float[] {1, 2, 10, 20, 100, 200, 1000, 2000, 3000, 4000, 1, 10, 1, 1, 1, 0});

    @Test
    void indicesStandBehindTheOtherComponents() {
        assertThat(ShopsNetwork.features().names()).containsExactly("area", "corner", "trade", "street");
        assertThat(ShopsNetwork.features().of(BOOKS)).containsExactly(50, 1, 1, 3);
        assertThat(network.topology().inputs()).extracting("name").containsExactly("shop", "trade", "street");
    }

    @Test
    void aRecordIsEnoughForAnEstimate() {
        assertThat(network.estimate(BOOKS)).isEqualTo(50 + 10 + 30 + 4000);
        assertThat(network.infer(BOOKS)).containsExactly(50 + 10 + 30 + 4000);
        assertThat(network.estimate(new Shop(Trade.SHOES, 20, 0, false))).isEqualTo(20 + 300 + 1000);
    }

    @Test
    void dataSetsHaveTheIndicesAndStandardizersLeaveThem() {
        Dataset data = ShopsNetwork.dataset(List.of(BOOKS, new Shop(Trade.SHOES, 150, 1, false)), new float[] {1, 2});
        assertThat(data.features()).containsExactly(50, 1, 1, 3, 150, 0, 2, 1);

        Standardizer standardizer = Standardizer.fit(data);
        assertThat(standardizer.means()).containsExactly(100, 0, 0, 0);
        network.standardize(standardizer);
        assertThat(network.estimate(BOOKS)).isEqualTo(-1 + 10 + 30 + 4000);
    }

    @Test
    void whatPicksNoRowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.estimate(new Shop(Trade.BREAD, 1, 4, false)))
                .withMessage(
                        "the sample has 4.0 in row 0, column 3, which is feature 0 of input street; it picks a row of the table of "
                                + "layer streets, so it must be a whole number from 0 to 3.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> network.estimate(new Shop(Trade.BREAD, 1, null, false)))
                .withMessage(
                        "street is null, but it picks a row of a table; give its enum a constant for what is missing, or leave the "
                                + "sample out.");
    }

    @Test
    void aDataSetDoesNotTakeWhatPicksNoRow() {
        List<Shop> shops = List.of(BOOKS, new Shop(Trade.BREAD, 1, 4, false));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShopsNetwork.dataset(shops, new float[2]))
                .withMessageStartingWith(
                        "The data set has 4.0 in row 1, column 3, which is feature 0 of input street;");
    }

    @Test
    void gradientsAreRight() {
        GradientCheck.of(ShopsNetwork.create(1)).check();
    }
}

package dev.netwright.processor.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import org.junit.jupiter.api.Test;

/** Functions are told from those of the table wherever they differ. */
class KnownFunctionsTest {
    private static final Formula Z = Formula.z();

    @Test
    void limitsFarAwayAreSeen() {
        for (double limit : new double[] {7, 1500, 3e6, 1e12}) {
            assertThat(KnownFunctions.find(Z.within(0, limit))).as("%s", limit).isEmpty();
            assertThat(KnownFunctions.find(Z.within(-limit, limit)))
                    .as("%s", limit)
                    .isEmpty();
            assertThat(Z.within(-limit, Double.POSITIVE_INFINITY).isLine()).isFalse();
        }
        assertThat(KnownFunctions.find(Z.within(0, Double.POSITIVE_INFINITY)))
                .hasValueSatisfying(known -> assertThat(known.activation()).isEqualTo(Activation.RELU));
    }

    @Test
    void aBumpBetweenPlacesIsSeen() {
        Formula bump = relu(-2000.5).plus(Formula.of(-2).times(relu(-2001))).plus(relu(-2001.5));

        assertThat(KnownFunctions.find(Z.plus(bump))).isEmpty();
        assertThat(KnownFunctions.find(relu(0).plus(bump))).isEmpty();
    }

    private static Formula relu(double shift) {
        return Z.plus(Formula.of(shift)).within(0, Double.POSITIVE_INFINITY);
    }

    /** As of wavelengths in metres, which are all near 0. */
    @Test
    void limitsOfLargeFactorsStayWhereTheyAre() {
        Formula negative = Formula.of(-1).times(Z);
        assertThat(Z.plus(Formula.of(1)).above(1.0000005, Z, negative)).isNotEqualTo(Z.above(0, Z, negative));
        Formula choice = Formula.of(1e7).times(Z).above(5, Z, negative);

        assertThat(choice.value(4e-7)).isEqualTo(-4e-7);
        assertThat(choice.value(6e-7)).isEqualTo(6e-7);
        assertThat(Formula.of(1 / 6f).times(Z).plus(Formula.of(0.5)).above(1, Z, negative))
                .isEqualTo(Z.above(3, Z, negative));
    }

    @Test
    void ofSwappedLimitsTheOneMeantAsTheMostHolds() {
        assertThat(Z.within(3, -2)).isEqualTo(Formula.of(-2));
    }
}

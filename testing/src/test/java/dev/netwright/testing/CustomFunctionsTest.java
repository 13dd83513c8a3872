package dev.netwright.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Network;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Right functions pass wherever they stand, and a wrong derivative is named with the point where it is wrong. */
class CustomFunctionsTest {
    static List<Network> networks() {
        return List.of(
                CustomNetworks_SequenceNetwork.create(1),
                CustomNetworks_EverywhereNetwork.create(2),
                CustomNetworks_TablesNetwork.create(3),
                CustomNetworks_KinkedNetwork.create(4));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void rightFunctionsPass(Network network) {
        for (int seed = 0; seed < 10; seed++) {
            GradientReport report =
                    GradientCheck.of(network).rows(1 + seed).seed(seed).run();

            assertThat(report.agrees()).as("%s", report).isTrue();
            assertThat(report.parts().stream()
                            .mapToInt(part -> part.differences())
                            .sum())
                    .isPositive();
        }
    }

    /** Where inputs are 0, so is every z of a fresh network. */
    @Test
    void atAKinkTheSlopeFromEitherSideWillDo() {
        GradientReport report = GradientCheck.of(CustomNetworks_KinkedNetwork.create(1))
                .inputs(new float[8], 2)
                .run();

        assertThat(report.agrees()).as("%s", report).isTrue();
    }

    @Test
    void aWrongDerivativeIsNamedWithThePointWhereItIsWrong() {
        GradientReport report =
                GradientCheck.of(CustomNetworks_WrongNetwork.create(1)).run();

        assertThat(report.agrees()).isFalse();
        assertThat(report.functionFaults()).hasSize(1);
        FunctionFault fault = report.functionFaults().get(0);
        assertThat(fault.layer()).isEqualTo("swishes");
        assertThat(fault.function()).isEqualTo("WrongSwish");
        assertThat(fault.value()).isEqualTo(Functions.WrongSwish.f(fault.z()));
        assertThat(fault.derivative()).isEqualTo(Functions.WrongSwish.derivative(fault.z()));
        assertThat(fault.slope()).isCloseTo(Functions.Swish.derivative(fault.z()), within(1e-3));
        assertThat(report.toString())
                .startsWith("Gradients of Wrong are off: rows 8, seed 0.\n"
                        + "WrongSwish.derivative is not the slope of WrongSwish.f, the function of layer swishes: at z = "
                        + fault.z() + ", where f gives " + fault.value() + ", derivative gives " + fault.derivative()
                        + ", but f changes by ");
        assertThatThrownBy(GradientCheck.of(CustomNetworks_WrongNetwork.create(1))::check)
                .isInstanceOf(AssertionError.class)
                .hasMessage(report.toString());
    }

    /** No sample of these gets beyond 1, but what lies between them does. */
    @Test
    void aDerivativeThatIsWrongInSomePlacesIsFoundThere() {
        CustomNetworks_WrongAboveNetwork network = CustomNetworks_WrongAboveNetwork.of(new float[] {1, 0});

        GradientReport right =
                GradientCheck.of(network).inputs(new float[] {-1, 0.5f}, 2).run();
        GradientReport wrong =
                GradientCheck.of(network).inputs(new float[] {-1, 3}, 2).run();

        assertThat(right.agrees()).as("%s", right).isTrue();
        assertThat(wrong.functionFaults()).singleElement().satisfies(fault -> {
            assertThat(fault.z()).isGreaterThan(1);
            assertThat(fault.slope()).isCloseTo(2, within(1e-3));
        });
    }

    @Test
    void whatIsNoNumberIsNamed() {
        CustomNetworks_RootedNetwork network = CustomNetworks_RootedNetwork.create(1);

        GradientReport report = GradientCheck.of(network).run();

        assertThat(report.agrees()).isFalse();
        assertThat(report.toString()).contains("Root.f, the function of layer output, gives NaN at z = -");
    }
}

package dev.netwright.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.testing.GradientReport.Kind;
import dev.netwright.testing.GradientReport.Part;
import dev.netwright.testing.reference.Doubles;
import dev.netwright.testing.reference.ReferencePass;
import dev.netwright.testing.reference.RoundingErrors;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Should generated class and reference be wrong in the same way, central differences tell. */
class WrongReferenceTest {
    @Test
    void aGradientThatIsWrongInBothIsFoundByItsDifference() {
        Comparison bothAreTwo = new Comparison(
                "outputs", new float[] {1, 2, 1}, new double[] {1, 2, 1}, new double[] {1e-7, 1e-7, 1e-7});
        Variables variables = new Variables(
                Kind.PARAMETERS,
                "middle",
                3,
                number -> "bias [" + number + "]",
                number -> number,
                objective -> bothAreTwo,
                Optional.of(index -> Optional.of(List.of(new CentralDifference(1.0000001, 1e-6)))));

        Part part = new PartExamination(variables, List.of(anObjective())).examine(3, new Random(1));
        GradientReport report = new GradientReport("Wrong", 1, 4, List.of(part), List.of());

        assertThat(part.worst().share()).isZero();
        assertThat(part.agrees()).isFalse();
        assertThat(part.worstDifference()).map(ComparedValue::name).hasValue("bias [1]");
        assertThat(report.agrees()).isFalse();
        assertThat(report.toString()).startsWith("""
                        Gradients of Wrong are off: rows 1, seed 4.
                        Worst: layer middle, bias [1], going back from the outputs: generated 2.00000000, reference 2.00000000, \
                        central difference 1.00000010; generated and reference differ by 0.00, and rounding explains 6.00e-07; \
                        reference and central difference differ by 1.00, but their errors explain 1.00e-06.
                        Going back from the outputs, middle is the first layer whose gradients are off.
                        """);
    }

    private static Objective anObjective() {
        Network network = Networks_WeightlessNetwork.create(1);
        float[] inputs = {1, 2, 3};
        Pass pass = network.newPass(1);
        pass.forward(inputs, 1);
        ReferencePass reference = new ReferencePass(network.topology(), new double[0], Doubles.rows(inputs, 0, 1, 3));
        return Objective.ofOutputs(new float[] {1, 1, 1}, pass, reference, new RoundingErrors(reference));
    }
}

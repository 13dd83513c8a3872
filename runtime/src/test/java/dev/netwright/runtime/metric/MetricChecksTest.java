package dev.netwright.runtime.metric;

import static dev.netwright.annotations.Activation.HARD_SIGMOID;
import static dev.netwright.annotations.Activation.HARD_TANH;
import static dev.netwright.annotations.Activation.IDENTITY;
import static dev.netwright.annotations.Activation.SIGMOID;
import static dev.netwright.annotations.Activation.SOFTMAX;
import static dev.netwright.annotations.Activation.SOFTSIGN;
import static dev.netwright.annotations.Activation.TANH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.Topologies;
import dev.netwright.runtime.data.Targets;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What metrics refuse before anything is measured, and how they say it. */
class MetricChecksTest {
    private static final List<Metric> OF_CLASSES =
            List.of(Metric.ACCURACY, Metric.PRECISION, Metric.RECALL, Metric.F1, Metric.topK(2));
    private static final List<Metric> OF_ERRORS =
            List.of(Metric.MEAN_ABSOLUTE_ERROR, Metric.ROOT_MEAN_SQUARED_ERROR, Metric.R_SQUARED);

    @Test
    void widthsMustFit() {
        for (Metric metric : OF_CLASSES) {
            refuses(
                    () -> check(metric, SOFTMAX, 3, Targets.ofLabels(new int[1], 4)),
                    "The targets have 4 classes, but Given has 3 outputs; the metric " + metric.name()
                            + " needs as many.");
        }
        for (Metric metric : OF_ERRORS) {
            refuses(
                    () -> check(metric, IDENTITY, 3, Targets.ofValues(new float[4], 4)),
                    "The targets have 4 columns, but Given has 3 outputs; the metric " + metric.name()
                            + " needs as many.");
            refuses(
                    () -> check(metric, IDENTITY, 3, Targets.ofLabels(new int[1], 3)),
                    "The metric " + metric.name() + " needs target values, but the targets are labels.");
        }
    }

    @Test
    void everyRowHasOneRightClass() {
        Targets tied = Targets.ofValues(new float[] {0, 1, 0, 1, 0, 1}, 3);
        for (Metric metric : OF_CLASSES) {
            refuses(
                    () -> check(metric, SOFTMAX, 3, tied),
                    "The targets of row 1 are largest in columns 0 and 2, but the metric " + metric.name()
                            + " needs one right class.");
        }
        Targets half = Targets.ofValues(new float[] {1, 0, -1, 0.5f}, 1);
        refuses(
                () -> check(Metric.AUC, SIGMOID, 1, half),
                "The target in row 3, column 0 is 0.5, but the metric AUC needs 1 for class 1 and 0 or -1 for class 0.");
    }

    @Test
    void valuesThatNameNoClassAreRefused() {
        Targets estimates = Targets.ofValues(new float[] {1, 0, 0.3f, 0.7f}, 2);
        for (Metric metric : List.of(Metric.ACCURACY, Metric.PRECISION, Metric.RECALL, Metric.F1, Metric.topK(1))) {
            refuses(
                    () -> check(metric, IDENTITY, 2, estimates),
                    "The metric " + metric.name()
                            + " is of classes, but the targets of row 1 are values and name none, and"
                            + " its last activation is IDENTITY; give labels, or 1 for the right class and 0 or -1 for the"
                            + " others, or take a metric of values, such as MEAN_ABSOLUTE_ERROR.");
        }
        for (float[] wrong : new float[][] {{1, 1}, {0, 0}, {2, 0}, {1, 0.5f}}) {
            assertThatThrownBy(() -> check(Metric.AUC, SIGMOID, 2, Targets.ofValues(wrong, 2)))
                    .hasMessageStartingWith("The metric AUC is of classes, but the targets of row 0 are values");
        }
        check(Metric.F1, SOFTMAX, 2, estimates);
        check(Metric.F1, IDENTITY, 2, Targets.ofValues(new float[] {1, 0, -1, 1}, 2));
        check(Metric.F1, IDENTITY, 2, Targets.ofLabels(new int[] {1, 0}, 2));
    }

    @Test
    void oneOutputNeedsAThresholdThatIsKnownOrGiven() {
        Targets targets = Targets.ofLabels(new int[] {0, 1}, 2);
        Set<Activation> known = Set.of(SIGMOID, HARD_SIGMOID, TANH, HARD_TANH, SOFTSIGN);
        for (Activation activation : Activation.values()) {
            ThrowingCallable check = () -> check(Metric.F1, activation, 1, targets);
            if (known.contains(activation)) {
                assertThatCode(check).doesNotThrowAnyException();
            } else {
                refuses(
                        check,
                        "The metric F1 has no threshold for the one output of Given: its last activation is "
                                + activation + "; give one with threshold(...).");
            }
            check(Metric.F1.threshold(0.3f), activation, 1, targets);
        }
    }

    @Test
    void numbersThatMakeNoSenseAreRefused() {
        for (float threshold : new float[] {Float.NaN, Float.POSITIVE_INFINITY}) {
            refuses(
                    () -> Metric.ACCURACY.threshold(threshold),
                    "The threshold must be finite, but is " + threshold + ".");
        }
        refuses(() -> Metric.topK(0), "k of the top-k accuracy must be at least 1, but is 0.");
        refuses(
                () -> check(Metric.topK(4), SOFTMAX, 3, Targets.ofLabels(new int[1], 3)),
                "The metric top-4 accuracy needs at least 4 outputs, but Given has 3.");
        refuses(
                () -> check(Metric.topK(1), SIGMOID, 1, Targets.ofLabels(new int[1], 2)),
                "The metric top-1 accuracy needs at least 2 outputs, but Given has 1.");
        refuses(
                () -> check(Metric.AUC, SOFTMAX, 3, Targets.ofLabels(new int[1], 3)),
                "The metric AUC is for two classes, in one or two outputs, but Given has 3 outputs.");
    }

    @Test
    void namesAreTheFieldsWords() {
        assertThat(OF_CLASSES)
                .extracting(Metric::name)
                .containsExactly("accuracy", "precision", "recall", "F1", "top-2 accuracy");
        assertThat(OF_CLASSES).allMatch(Metric::higherIsBetter);
        assertThat(OF_ERRORS).extracting(Metric::name).containsExactly("MAE", "RMSE", "R²");
        assertThat(OF_ERRORS).extracting(Metric::higherIsBetter).containsExactly(false, false, true);
        assertThat(Metric.AUC.name()).isEqualTo("AUC");
        assertThat(Metric.AUC.higherIsBetter()).isTrue();
        assertThat(Metric.RECALL.threshold(0.25f)).hasToString("recall (threshold 0.25)");
    }

    private static void check(Metric metric, Activation activation, int outputs, Targets targets) {
        metric.check(Topologies.head(activation, outputs), targets);
    }

    private static void refuses(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}

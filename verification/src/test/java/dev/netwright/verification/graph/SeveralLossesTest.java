package dev.netwright.verification.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Targets;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.optimizer.Sgd;
import dev.netwright.runtime.training.EarlyStopping;
import dev.netwright.runtime.training.EpochResult;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.EvaluationResult;
import dev.netwright.runtime.training.StepwiseTraining;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.runtime.training.TrainingResult;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Training a network of several outputs: a loss, a weight, targets and metrics for each. */
class SeveralLossesTest {
    private static final int ROWS = 60;

    private final float[] features = new float[ROWS * 4];
    private final int[] actions = new int[ROWS];
    private final float[] nextStates = new float[ROWS * 3];
    private final float[] returns = new float[ROWS];
    private final AgentNetwork agent = AgentNetwork.create(5);

    SeveralLossesTest() {
        Random random = new Random(3);
        for (int row = 0; row < ROWS; row++) {
            for (int i = 0; i < 4; i++) {
                features[row * 4 + i] = (float) random.nextGaussian();
            }
            float x = features[row * 4];
            float y = features[row * 4 + 1];
            actions[row] = x > y ? 1 : 0;
            returns[row] = 0.5f * x - y;
            for (int i = 0; i < 3; i++) {
                nextStates[row * 3 + i] = 0.9f * features[row * 4 + i];
            }
        }
    }

    private Dataset data() {
        return Dataset.ofHeads(
                features,
                4,
                Targets.ofLabels(actions, 2),
                Targets.ofValues(nextStates, 3),
                Targets.ofValues(returns, 1));
    }

    private Trainer trainer() {
        return Trainer.of(agent)
                .loss("policy", Loss.CROSS_ENTROPY)
                .loss("forecast", Loss.MEAN_SQUARED_ERROR, 0.25f)
                .loss("value", Loss.HUBER, 2f)
                .optimizer(new Adam(1e-2f));
    }

    private double loss(String head, Loss loss) {
        Evaluation evaluation = Evaluation.of(agent);
        for (String output : agent.topology().outputs()) {
            Loss any = output.equals("policy") ? Loss.CROSS_ENTROPY : Loss.MEAN_SQUARED_ERROR;
            evaluation.loss(output, output.equals(head) ? loss : any, output.equals(head) ? 1f : 0f);
        }
        return evaluation.on(data()).loss().orElseThrow();
    }

    @Test
    void theLossIsTheWeightedSumOfTheLosses() {
        double expected = loss("policy", Loss.CROSS_ENTROPY)
                + 0.25 * loss("forecast", Loss.MEAN_SQUARED_ERROR)
                + 2 * loss("value", Loss.HUBER);
        double crossEntropy = 0;
        for (int row = 0; row < ROWS; row++) {
            float[] outputs = agent.predict(Arrays.copyOfRange(features, row * 4, row * 4 + 4));
            crossEntropy -= Math.log(outputs[actions[row]]) / ROWS;
        }
        assertThat(loss("policy", Loss.CROSS_ENTROPY)).isCloseTo(crossEntropy, within(1e-6));

        try (StepwiseTraining training = trainer().stepwise()) {
            assertThat(training.step(data())).isCloseTo(expected, within(1e-12));
        }
    }

    /** L by every parameter, from differences of L itself. */
    @Test
    void aStepFollowsTheGradientOfTheSum() {
        float[] before = agent.parameters().clone();
        float[] slopes = new float[before.length];
        for (int i = 0; i < before.length; i++) {
            agent.parameters()[i] = before[i] + 1e-2f;
            double above = sum();
            agent.parameters()[i] = before[i] - 1e-2f;
            slopes[i] = (float) ((above - sum()) / 2e-2);
            agent.parameters()[i] = before[i];
        }
        try (StepwiseTraining training = trainer().optimizer(new Sgd(0.5f)).stepwise()) {
            training.step(data());
        }
        for (int i = 0; i < before.length; i++) {
            assertThat((before[i] - agent.parameters()[i]) / 0.5f)
                    .as("parameter %d", i)
                    .isCloseTo(slopes[i], within(2e-3f));
        }
    }

    private double sum() {
        return Evaluation.of(agent)
                .loss("policy", Loss.CROSS_ENTROPY)
                .loss("forecast", Loss.MEAN_SQUARED_ERROR, 0.25f)
                .loss("value", Loss.HUBER, 2f)
                .on(data())
                .loss()
                .orElseThrow();
    }

    @Test
    void allHeadsLearn() {
        TrainingResult result = trainer()
                .epochs(200)
                .batchSize(10)
                .metrics("policy", Metric.ACCURACY)
                .metrics("value", Metric.MEAN_ABSOLUTE_ERROR, Metric.R_SQUARED)
                .earlyStopping(EarlyStopping.on("value", Metric.R_SQUARED, 200))
                .fit(data(), data());
        EvaluationResult measured = Evaluation.of(agent)
                .metrics("policy", Metric.ACCURACY)
                .metrics("forecast", Metric.R_SQUARED)
                .on(data());

        assertThat(result.best().orElseThrow().metrics()).containsOnlyKeys("policy accuracy", "value MAE", "value R²");
        assertThat(result.best().orElseThrow().metric("value", Metric.R_SQUARED))
                .isGreaterThan(0.95);
        assertThat(measured.metric("policy", Metric.ACCURACY)).isGreaterThan(0.95);
        assertThat(measured.metric("forecast", Metric.R_SQUARED)).isGreaterThan(0.95);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void theNumberOfThreadsChangesNoBit(int threads) {
        trainer().epochs(3).batchSize(25).seed(4).fit(data());
        float[] expected = agent.parameters().clone();
        AgentNetwork other = AgentNetwork.create(5);
        Trainer.of(other)
                .loss("policy", Loss.CROSS_ENTROPY)
                .loss("forecast", Loss.MEAN_SQUARED_ERROR, 0.25f)
                .loss("value", Loss.HUBER, 2f)
                .optimizer(new Adam(1e-2f))
                .epochs(3)
                .batchSize(25)
                .seed(4)
                .threads(threads)
                .fit(data());
        assertThat(other.parameters()).isEqualTo(expected);
    }

    /** What is not known of some rows has the weight 0 there, and a batch of such rows leaves the head alone. */
    @Test
    void rowsThatWeighNothingForAHeadTeachItNothing() {
        float[] none = new float[ROWS];
        Dataset withoutReturns = Dataset.ofHeads(
                features,
                4,
                Targets.ofLabels(actions, 2),
                Targets.ofValues(nextStates, 3),
                Targets.ofValues(returns, 1).weighted(none));
        float[] known = none.clone();
        Arrays.fill(known, 0, 10, 1f);
        Dataset withSome = Dataset.ofHeads(
                features,
                4,
                Targets.ofLabels(actions, 2),
                Targets.ofValues(nextStates, 3),
                Targets.ofValues(returns, 1).weighted(known));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().fit(withoutReturns))
                .withMessageContaining("Every row of the training data has weight 0");
        float[] before = agent.parameters().clone();
        try (StepwiseTraining training = trainer().stepwise()) {
            assertThat(training.step(withoutReturns)).isFinite();
        }
        assertThat(agent.parameters()).isNotEqualTo(before);
        TrainingResult result = trainer().epochs(2).batchSize(10).shuffle(false).fit(withSome);
        assertThat(result.epochs())
                .allSatisfy(epoch -> assertThat(epoch.trainingLoss()).isFinite());
    }

    /** However the rows that say something of a head are spread over the batches. */
    @Test
    void theLossOfAnEpochIsThatOfTheDataWhereParametersStay() {
        float[] known = new float[ROWS];
        Arrays.fill(known, 3, 17, 1f);
        known[41] = 5f;
        Dataset masked = Dataset.ofHeads(
                features,
                4,
                Targets.ofLabels(actions, 2),
                Targets.ofValues(nextStates, 3),
                Targets.ofValues(returns, 1).weighted(known));
        EpochResult epoch = trainer()
                .schedule((base, steps, epochs) -> step -> 0f)
                .batchSize(7)
                .seed(2)
                .fit(masked, masked)
                .epochs()
                .get(0);
        double validation = epoch.validationLoss().orElseThrow();

        assertThat(epoch.trainingLoss()).isCloseTo(validation, within(1e-12 * validation));
        assertThat(epoch.trainingLosses()).containsOnlyKeys("policy", "forecast", "value");
        epoch.trainingLosses()
                .forEach((head, loss) -> assertThat(loss).isCloseTo(epoch.loss(head), within(1e-12 * loss)));
        assertThat(epoch.loss("policy") + 0.25 * epoch.loss("forecast") + 2 * epoch.loss("value"))
                .isCloseTo(validation, within(1e-12 * validation));
    }

    @Test
    void whatIsWrongIsRefusedByTheHeadsName() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().loss("polcy", Loss.CROSS_ENTROPY))
                .withMessage("Agent has no output \"polcy\"; did you mean \"policy\"?");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().metrics("trunk", Metric.ACCURACY))
                .withMessage("Agent has no output \"trunk\"; it has policy, forecast, value.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Trainer.of(agent).loss(Loss.CROSS_ENTROPY))
                .withMessage("Agent has 3 outputs, policy, forecast, value; say which: loss(\"policy\", ...).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().loss("value", Loss.HUBER, -1f))
                .withMessage("The weight of the loss Huber (delta 1.0) is -1.0; it must be finite and at least 0.");
        assertThatIllegalStateException()
                .isThrownBy(() -> Trainer.of(agent)
                        .loss("policy", Loss.CROSS_ENTROPY)
                        .optimizer(new Adam(1e-3f))
                        .fit(data()))
                .withMessage("Head forecast of Agent has no loss; call loss(\"forecast\", ...) before fit(...).");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().loss("value", Loss.CROSS_ENTROPY).fit(data()))
                .withMessageContaining("head value of Agent");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer().fit(Dataset.of(features, 4, returns, 1)))
                .withMessage("The training data have targets for 1 output, but Agent has 3: policy, forecast, value;"
                        + " give targets for each, with Dataset.ofHeads(...) for several.");
        assertThatIllegalStateException().isThrownBy(() -> data().targets()).withMessageContaining("3 output heads");
    }
}

package dev.netwright.verification.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.netwright.runtime.Pass;
import dev.netwright.runtime.data.Dataset;
import dev.netwright.runtime.data.Standardizer;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.optimizer.Adam;
import dev.netwright.runtime.training.Evaluation;
import dev.netwright.runtime.training.Trainer;
import dev.netwright.testing.GradientCheck;
import dev.netwright.verification.record.Home.Address;
import dev.netwright.verification.record.Home.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The scaling of features is a part of the network, wherever features come from. */
class ScalingTest {
    private static final Dataset DATA = data();
    private static final Standardizer FITTED = Standardizer.fit(DATA);

    /** Zip codes are large numbers, and sides are indicators. */
    private static Dataset data() {
        Random random = new Random(3);
        List<Address> addresses = new ArrayList<>();
        float[] targets = new float[600];
        for (int i = 0; i < 300; i++) {
            Address address = new Address(70_000 + random.nextInt(2_000), Side.values()[random.nextInt(2)]);
            addresses.add(address);
            targets[2 * i] = (address.zip() - 71_000) / 500f;
            targets[2 * i + 1] = address.side() == Side.WEST ? 1 : 0;
        }
        return PositionNetwork.dataset(addresses, targets);
    }

    private static Dataset scaledData() {
        float[] scaled = new float[DATA.features().length];
        FITTED.apply(DATA.features(), 0, scaled, DATA.rows());
        return DATA.withFeatures(scaled, DATA.inputs());
    }

    /** A feature that no float can hold once it is scaled is found before anything is computed from the rows above it. */
    @Test
    void whatCannotBeScaledChangesNothing() {
        PositionNetwork net = PositionNetwork.create(1);
        net.standardize(FITTED);
        float[] features = DATA.features().clone();
        features[(DATA.rows() - 1) * DATA.inputs()] = Float.MAX_VALUE;
        double[] tiny = FITTED.deviations();
        tiny[0] = 1e-3;
        net.standardize(Standardizer.of(FITTED.means(), tiny));
        float[] before = net.parameters().clone();
        float[] outputs = new float[DATA.rows() * net.outputSize()];

        assertThatThrownBy(() -> net.predict(features, DATA.rows(), outputs))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many deviations");
        assertThat(outputs).containsOnly(0f);
        assertThatThrownBy(() -> Trainer.of(net)
                        .loss(Loss.MEAN_SQUARED_ERROR)
                        .optimizer(new Adam(1e-2f))
                        .epochs(1)
                        .batchSize(10)
                        .fit(DATA.withFeatures(features, DATA.inputs())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("too many deviations");
        assertThat(net.parameters()).isEqualTo(before);
    }

    @Test
    void numbersAreScaledAndIndicatorsAreNot() {
        assertThat(FITTED.means()[0]).isCloseTo(71_000, within(100.0));
        assertThat(FITTED.means()).endsWith(0, 0);
        assertThat(FITTED.deviations()).endsWith(1, 1);
    }

    @Test
    void everyPredictionIsThatOfScaledFeatures() {
        PositionNetwork plain = PositionNetwork.create(5);
        PositionNetwork scaling = PositionNetwork.create(5);
        Pass before = scaling.newPass(300);
        scaling.standardize(FITTED);
        float[] wanted = plain.predict(scaledData().features(), DATA.rows());

        assertThat(scaling.predict(DATA.features(), DATA.rows())).isEqualTo(wanted);
        assertThat(scaling.predict(DATA.sample(7))).containsExactly(wanted[14], wanted[15]);
        Address address = new Address((int) DATA.sample(7)[0], DATA.sample(7)[1] == 1 ? Side.EAST : Side.WEST);
        assertThat(scaling.infer(address)).containsExactly(wanted[14], wanted[15]);
        before.forward(DATA.features(), DATA.rows());
        assertThat(before.outputs()).isEqualTo(wanted);
        before.forward(DATA.features(), 7, 2);
        assertThat(before.outputs()).startsWith(wanted[14], wanted[15], wanted[16], wanted[17]);

        scaling.standardize(Standardizer.none(3));
        before.forward(scaledData().features(), DATA.rows());
        assertThat(before.outputs()).isEqualTo(wanted);
    }

    @Test
    void gradientsOfInputsAreThoseOfFeaturesAsTheyAre() {
        PositionNetwork net = PositionNetwork.of(new float[] {3, 0, 0, 5, 0, 7, 0, 0});
        net.standardize(Standardizer.of(new double[] {71_000, 0, 0}, new double[] {500, 1, 1}));
        Pass pass = net.newPass(1);
        pass.forward(new float[] {72_000, 1, 0}, 1);
        pass.backward(new float[] {10, 1});

        assertThat(pass.outputs()).containsExactly(6, 5);
        assertThat(pass.inputGradients()[0]).isCloseTo(0.06f, within(1e-8f));
        assertThat(pass.inputGradients()).endsWith(5, 7);
        assertThat(pass.gradients()).startsWith(20, 2);
    }

    @Test
    void gradientsOfSeveralInputsAreToo() {
        MixedNetwork net = MixedNetwork.create(1);
        net.standardize(Standardizer.of(new double[] {0, 0, 0, 10, 0, 0}, new double[] {1, 1, 1, 4, 1, 1}));
        MixedNetwork.Workspace pass = net.newPass(1);
        pass.forward(new float[] {2, 3, 4}, new float[] {18, 1, 0}, 1);
        pass.backward(new float[] {1, 1, 1});

        assertThat(pass.outputs()).containsExactly(4, 3, 0);
        assertThat(pass.gradientsOfWeights()).containsExactly(2, 1, 0);
        assertThat(pass.gradientsOfAddress()).containsExactly(0.5f, 3, 4);
        assertThat(pass.gradientsOfAddress()).containsExactly(0.5f, 3, 4);
    }

    @Test
    void trainingTakesFeaturesAsTheyAre() {
        PositionNetwork byHand = PositionNetwork.create(5);
        PositionNetwork scaling = PositionNetwork.create(5);
        PositionNetwork onThreads = PositionNetwork.create(5);
        scaling.standardize(FITTED);
        onThreads.standardize(FITTED);
        train(byHand, scaledData(), 1);
        train(scaling, DATA, 1);
        train(onThreads, DATA, 3);

        assertThat(scaling.parameters()).isEqualTo(byHand.parameters());
        assertThat(onThreads.parameters()).isEqualTo(byHand.parameters());
        assertThat(Evaluation.of(scaling)
                        .loss(Loss.MEAN_SQUARED_ERROR)
                        .on(DATA)
                        .loss()
                        .orElseThrow())
                .isLessThan(1e-4);
        assertThat(scaling.infer(new Address(71_500, Side.WEST))[0]).isCloseTo(1, within(0.02f));
    }

    private static void train(PositionNetwork net, Dataset data, int threads) {
        Trainer.of(net)
                .loss(Loss.MEAN_SQUARED_ERROR)
                .optimizer(new Adam(0.05f))
                .epochs(40)
                .batchSize(30)
                .seed(1)
                .threads(threads)
                .fit(data);
    }

    @Test
    void aCopyScalesAlike() {
        PositionNetwork net = PositionNetwork.create(5);
        net.standardize(FITTED);
        PositionNetwork copy = net.copy();
        assertThat(copy.standardizer()).isSameAs(FITTED);
        assertThat(copy.predict(DATA.sample(0))).isEqualTo(net.predict(DATA.sample(0)));

        copy.standardize(Standardizer.none(3));
        assertThat(net.standardizer()).isSameAs(FITTED);
        assertThat(PositionNetwork.create(5).standardizer().isNone()).isTrue();
    }

    @Test
    void aGradientCheckIsOfWhatWasGenerated() {
        PositionNetwork net = PositionNetwork.create(5);
        net.standardize(FITTED);
        GradientCheck.of(net).check();
        assertThat(net.standardizer()).isSameAs(FITTED);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        PositionNetwork net = PositionNetwork.create(5);
        assertThatThrownBy(() -> net.standardize(Standardizer.none(4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The standardizer is for 4 columns, but a sample of this network has 3 features.");
        net.standardize(Standardizer.of(new double[3], new double[] {1e-10, 1, 1}));
        assertThatThrownBy(() -> net.predict(new float[] {1e35f, 0, 1}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "The feature in column 0 is 1.0E35, which is too many deviations from the mean");
    }
}

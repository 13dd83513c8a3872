package dev.netwright.runtime.optimizer;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * The bits that every JVM must give, interpreted or compiled. A change of an optimizer's arithmetic changes its number here,
 * and with it the result of every training run: put in the one that the failure shows, and say so in the changelog.
 */
class OptimizerBitsTest {
    private static final int PARAMETERS = 37;
    private static final int STEPS = 60;

    private static final Map<String, Integer> HASHES = Map.ofEntries(
            Map.entry("AMSGrad (learning rate 0.1)", -1_628_961_411),
            Map.entry("Adadelta (learning rate 1.0)", 25_497_353),
            Map.entry("Adagrad (learning rate 0.1)", 1_076_981_878),
            Map.entry("Adam (learning rate 0.1)", -904_331_813),
            Map.entry("Adam (learning rate 0.1), weight decay 0.01", 605_101_761),
            Map.entry("AdamW (learning rate 0.1, weight decay 0.01)", 812_956_041),
            Map.entry(
                    "AdamW (learning rate 0.1, weight decay 0.01), clipped by value to 2.0, clipped by norm to 1.0",
                    872_077_848),
            Map.entry("L-BFGS (learning rate 1.0)", 362_511_832),
            Map.entry("L-BFGS (learning rate 1.0), weight decay 0.01", -1_752_321_049),
            Map.entry("Lion (learning rate 0.1, weight decay 0.0)", -493_089_613),
            Map.entry("NAdam (learning rate 0.1)", -990_467_627),
            Map.entry("Nesterov momentum (learning rate 0.1)", -1_227_144_429),
            Map.entry("RMSProp (learning rate 0.1)", -2_107_659_637),
            Map.entry("RPROP (learning rate 0.01)", -370_949_823),
            Map.entry("SGD (learning rate 0.1)", -1_687_732_096),
            Map.entry("SGD (learning rate 0.1), clipped by value to 0.5", -2_106_798_793),
            Map.entry("momentum (learning rate 0.1)", 1_929_197_652),
            Map.entry("momentum (learning rate 0.1), clipped by norm to 0.5", -2_087_288_650));

    /** A bowl whose axes lean on each other a little, of additions and multiplications alone. */
    static final TestFunction.Formula BOWL = (x, gradient) -> {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            int next = (i + 1) % x.length;
            double off = x[i] - i % 3;
            sum += 0.1 * (1 + i % 5) * off * off + 0.05 * x[i] * x[i] * x[next] * x[next];
            gradient[i] += 0.2 * (1 + i % 5) * off + 0.1 * x[i] * x[next] * x[next];
            gradient[next] += 0.1 * x[next] * x[i] * x[i];
        }
        return sum;
    };

    @Test
    void areTheSameOnEveryJvm() {
        Map<String, Integer> found =
                EveryOptimizer.all().collect(toMap(Optimizer::toString, OptimizerBitsTest::hashAfterTraining));
        assertThat(found).containsExactlyInAnyOrderEntriesOf(HASHES);
    }

    @Test
    void staysTheSameWhileTheLoopsAreCompiled() {
        Map<String, Optimizer> optimizers =
                EveryOptimizer.all().collect(toMap(Optimizer::toString, Function.identity()));
        optimizers.forEach((name, optimizer) -> {
            for (int repetition = 0; repetition < 100; repetition++) {
                assertThat(hashAfterTraining(optimizer)).as(name).isEqualTo(HASHES.get(name));
            }
        });
    }

    private static int hashAfterTraining(Optimizer optimizer) {
        TestFunction bowl = new TestFunction(BOWL, new float[PARAMETERS]);
        Optimizer.Run run = optimizer.start(PARAMETERS);
        for (int step = 0; step < STEPS; step++) {
            run.step(bowl, optimizer.learningRate() * (1f - step / (STEPS + 1f)));
        }
        int[] bits = new int[PARAMETERS];
        Arrays.setAll(bits, i -> Float.floatToIntBits(bowl.parameters()[i]));
        return Arrays.hashCode(bits);
    }
}

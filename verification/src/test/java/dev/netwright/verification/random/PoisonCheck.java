package dev.netwright.verification.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.runtime.GeneratedNetwork;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.PredictionCapacity;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Whatever is left in the arrays of a pass, shared by layers or not, and behind the last row too: the next one does not see it. */
final class PoisonCheck {
    private PoisonCheck() {}

    static void check(Network network, float[] inputs, int rows, int capacity) {
        try {
            check(network.newPass(capacity), inputs, rows);
            check(predictingPass(network, capacity), inputs, rows);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** As the network makes them for itself. */
    private static Pass predictingPass(Network network, int capacity) throws ReflectiveOperationException {
        Constructor<PredictionCapacity> ofRows = PredictionCapacity.class.getDeclaredConstructor(int.class);
        ofRows.setAccessible(true);
        Method newPass = GeneratedNetwork.class.getDeclaredMethod("newPass", PredictionCapacity.class);
        newPass.setAccessible(true);
        return (Pass) newPass.invoke(network, ofRows.newInstance(capacity));
    }

    private static void check(Pass pass, float[] inputs, int rows) throws ReflectiveOperationException {
        pass.forward(inputs, rows);
        float[] expected = pass.outputs().clone();
        for (Field field : pass.getClass().getDeclaredFields()) {
            field.setAccessible(true);
            // p is the network's; in a deep network arrays of the way back are not there yet.
            if (!field.getName().equals("p") && field.get(pass) instanceof float[] array) {
                Arrays.fill(array, Float.NaN);
            }
        }
        pass.forward(inputs, rows);
        int used = rows * pass.topology().outputSize();
        assertThat(Arrays.copyOf(pass.outputs(), used)).isEqualTo(Arrays.copyOf(expected, used));
    }
}

package dev.netwright.runtime.kernel;

import dev.netwright.annotations.Activation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Calls activations as generated code does: by the names that follow from the table. */
final class ActivationCalls {
    static final float ALPHA = 0.3f;

    private ActivationCalls() {}

    /** Those that have a function: layers of the identity have one array for z and a. */
    static List<Activation> elementwise() {
        return Arrays.stream(Activation.values())
                .filter(activation -> activation.isElementwise() && activation != Activation.IDENTITY)
                .toList();
    }

    static float function(Activation activation, float z) {
        return (float) call(ActivationMath.class, activation, "", z);
    }

    static float derivative(Activation activation, float z, float a) {
        return (float) call(ActivationMath.class, activation, "Derivative", z, a);
    }

    static void forward(Activation activation, float[] z, float[] a, int count) {
        call(Activations.class, activation, "", z, a, count);
    }

    static void backward(Activation activation, float[] z, float[] a, float[] da, float[] dz, int count) {
        call(Activations.class, activation, "Backward", z, a, da, dz, count);
    }

    private static Object call(Class<?> owner, Activation activation, String suffix, Object... arguments) {
        boolean takesAlpha = activation.alpha().isPresent();
        Object[] all = Arrays.copyOf(arguments, arguments.length + (takesAlpha ? 1 : 0));
        if (takesAlpha) {
            all[arguments.length] = ALPHA;
        }
        String name = name(activation) + suffix;
        try {
            return method(owner, name, all.length).invoke(null, all);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Method method(Class<?> owner, String name, int parameters) {
        return Arrays.stream(owner.getMethods())
                .filter(method -> method.getName().equals(name) && method.getParameterCount() == parameters)
                .findFirst()
                .orElseThrow(() -> new AssertionError(owner + " has no " + name));
    }

    /** {@code HARD_TANH} is {@code hardTanh}. */
    private static String name(Activation activation) {
        StringBuilder name = new StringBuilder();
        for (String word : activation.name().split("_")) {
            name.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return name.replace(0, 1, name.substring(0, 1).toLowerCase(Locale.ROOT)).toString();
    }
}

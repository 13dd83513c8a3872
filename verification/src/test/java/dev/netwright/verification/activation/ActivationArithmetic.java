package dev.netwright.verification.activation;

import dev.netwright.annotations.Activation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Calls the runtime's functions as generated code does: by the names that follow from the table of activations. */
public final class ActivationArithmetic {
    private final Class<?> functions;

    /** Calls {@code dev.netwright.runtime.kernel.ActivationMath}, or a copy of it. */
    public ActivationArithmetic(Class<?> functions) {
        this.functions = functions;
    }

    /** a = f(z). Identity has no function: its layers have one array for z and a. */
    public float value(Activation activation, float z, float alpha) {
        return activation == Activation.IDENTITY ? z : call(activation, name(activation), alpha, z);
    }

    /** da/dz for z and the a that belongs to it. */
    public float derivative(Activation activation, float z, float alpha) {
        return activation == Activation.IDENTITY
                ? 1f
                : call(activation, name(activation) + "Derivative", alpha, z, value(activation, z, alpha));
    }

    /** {@code GELU_TANH} is {@code geluTanh}. */
    public static String name(Activation activation) {
        String words = Arrays.stream(activation.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
        return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private float call(Activation activation, String function, float alpha, float... arguments) {
        Object[] all =
                new Object[arguments.length + activation.alpha().map(any -> 1).orElse(0)];
        Class<?>[] types = new Class<?>[all.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = i < arguments.length ? arguments[i] : alpha;
            types[i] = float.class;
        }
        try {
            Method method = functions.getDeclaredMethod(function, types);
            return (float) method.invoke(null, all);
        } catch (InvocationTargetException e) {
            throw new AssertionError(function + " failed", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(functions + " has no " + function, e);
        }
    }
}

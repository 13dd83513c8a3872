package dev.netwright.verification.activation;

import dev.netwright.annotations.Activation;
import dev.netwright.runtime.kernel.Activations;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;

/** Calls the runtime's activations over arrays as generated code does, by the names that follow from the table. */
final class ActivationArrays {
    private final Activation activation;
    private final float alpha;
    private final Method forward;
    private final Method backward;

    ActivationArrays(Activation activation, float alpha) {
        this.activation = activation;
        this.alpha = alpha;
        String name = ActivationArithmetic.name(activation);
        forward = method(name);
        backward = method(name + "Backward");
    }

    /** f(z), element by element. */
    float[] values(float[] z) {
        float[] a = new float[z.length];
        call(forward, z, a, z.length);
        return a;
    }

    /** f'(z), element by element: what is left of a gradient of 1. */
    float[] derivatives(float[] z, float[] a) {
        float[] ones = new float[z.length];
        Arrays.fill(ones, 1f);
        float[] dz = new float[z.length];
        call(backward, z, a, ones, dz, z.length);
        return dz;
    }

    private void call(Method function, Object... arguments) {
        Object[] all = arguments;
        if (activation.alpha().isPresent()) {
            all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = alpha;
        }
        try {
            function.invoke(null, all);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new AssertionError(function.getName(), e);
        }
    }

    private static Method method(String name) {
        return Arrays.stream(Activations.class.getMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Activations has no " + name));
    }
}

package dev.netwright.export.testing;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** An object of an exported class, which no test knows when it is compiled. */
public final class ExportedNetwork {
    private final Object object;

    private ExportedNetwork(Object object) {
        this.object = object;
    }

    static ExportedNetwork of(Class<?> type) {
        try {
            return new ExportedNetwork(type.getConstructor().newInstance());
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + " cannot be made.", e);
        }
    }

    private static RuntimeException unchecked(InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException cause) {
            return cause;
        }
        throw new AssertionError(e.getCause());
    }

    /** {@code predict(features)}. */
    public float[] predict(float[] features) {
        return (float[]) call("predict", new Class<?>[] {float[].class}, features);
    }

    /** {@code predict(features, outputs)}. */
    public void predict(float[] features, float[] outputs) {
        call("predict", new Class<?>[] {float[].class, float[].class}, features, outputs);
    }

    /** {@code predict(features, outputs)} for those who call it without what reflection allocates. */
    public MethodHandle predictInto() {
        try {
            Method method = object.getClass().getMethod("predict", float[].class, float[].class);
            return MethodHandles.publicLookup().unreflect(method).bindTo(object);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** What a field holds. */
    public Object field(String name) {
        try {
            Field field = object.getClass().getDeclaredField(name);
            field.setAccessible(true);
            return field.get(object);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(e);
        }
    }

    /** A static method that tells a name. */
    public String name(String method, int index) {
        return (String) call(method, new Class<?>[] {int.class}, index);
    }

    /** A constant. */
    public int constant(String name) {
        try {
            return object.getClass().getField(name).getInt(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(object.getClass() + " has no " + name + ".", e);
        }
    }

    private Object call(String method, Class<?>[] types, Object... arguments) {
        try {
            return object.getClass().getMethod(method, types).invoke(object, arguments);
        } catch (InvocationTargetException e) {
            throw unchecked(e);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(object.getClass() + " has no " + method + ".", e);
        }
    }
}

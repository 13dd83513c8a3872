package dev.netwright.processor.testing;

import dev.netwright.processor.NetworkProcessor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * The processor in an environment of the test's making: some development environments give processors one that is not
 * the compiler's own, and a test can have any part of it fail.
 */
public final class WrappedProcessor extends AbstractProcessor {
    private final NetworkProcessor processor = new NetworkProcessor();
    private final UnaryOperator<ProcessingEnvironment> wrapper;

    /** With what makes the environment from the compiler's. */
    public WrappedProcessor(UnaryOperator<ProcessingEnvironment> wrapper) {
        this.wrapper = wrapper;
    }

    /** What a call of a wrapped object does. */
    @FunctionalInterface
    public interface Call {
        /** Returns what the call shall; {@code original} passes it on. */
        Object answer(Method method, Object[] arguments, Original original) throws Throwable;
    }

    /** The call as the compiler answers it. */
    @FunctionalInterface
    public interface Original {
        /** Calls the compiler's own object. */
        Object call() throws Throwable;
    }

    /** An object that answers every call of {@code type} through {@code call}. */
    public static <T> T wrap(Class<T> type, T original, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) ->
                        call.answer(method, arguments, () -> invoke(method, original, arguments))));
    }

    /** An environment that answers one method, such as {@code getFiler}, with a wrapped object. */
    public static <T> UnaryOperator<ProcessingEnvironment> wrapping(String getter, Class<T> type, Call call) {
        return environment -> wrap(ProcessingEnvironment.class, environment, (method, arguments, original) -> {
            Object answer = original.call();
            return method.getName().equals(getter) ? wrap(type, type.cast(answer), call) : answer;
        });
    }

    private static Object invoke(Method method, Object target, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        processor.init(wrapper.apply(environment));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        return processor.process(annotations, round);
    }
}

package dev.netwright.verification.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.csv.CsvDataset;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;
import dev.netwright.runtime.loss.Loss;
import dev.netwright.runtime.metric.Metric;
import dev.netwright.runtime.optimizer.Optimizer;
import dev.netwright.runtime.schedule.Schedule;
import dev.netwright.runtime.training.EarlyStopping;
import dev.netwright.runtime.training.Trainer;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The reference lists all that there is to choose from. */
class ReferencePageTest {
    private final String page;

    ReferencePageTest() throws IOException {
        page = Files.readString(Path.of("../docs/reference.md"));
    }

    @Test
    void everyLossAndMetricIsListed() {
        Stream.of(Loss.class, Metric.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .map(Field::getName)
                .forEach(this::isListed);
        isListed("huber(");
        isListed("topK(");
    }

    @Test
    void everySettingIsListed() {
        for (Class<?> type : List.of(Schedule.class, EarlyStopping.class, CsvDataset.class, Trainer.class)) {
            publicMethods(type)
                    .filter(method ->
                            method.getReturnType() == type && !method.getName().equals("of"))
                    .forEach(method -> isListed(method.getName() + "("));
        }
    }

    @Test
    void everyMethodOfAPassIsListed() {
        publicMethods(Pass.class).forEach(method -> isListed(method.getName() + "("));
    }

    @Test
    void everyOptimizerIsListed() throws IOException {
        List<String> names = optimizers();
        assertThat(names).contains("Sgd", "Lbfgs").hasSizeGreaterThan(10);
        names.forEach(name -> isListed("`" + name + "`"));
    }

    private static Stream<Method> publicMethods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic());
    }

    /** Public classes of the package that are optimizers to be made with new. */
    private static List<String> optimizers() throws IOException {
        URI jar = URI.create("jar:" + Path.of(location()).toUri());
        if (Files.isDirectory(Path.of(location()))) {
            return optimizers(Path.of(location()));
        }
        try (FileSystem files = FileSystems.newFileSystem(jar, Map.of())) {
            return optimizers(files.getPath("/"));
        }
    }

    private static List<String> optimizers(Path root) throws IOException {
        String inPackage = Optimizer.class.getPackageName();
        try (Stream<Path> files = Files.list(root.resolve(inPackage.replace('.', '/')))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".class") && !file.contains("$") && !file.contains("-"))
                    .map(file -> type(inPackage + "." + file.replace(".class", "")))
                    .filter(type -> Optimizer.class.isAssignableFrom(type)
                            && type != Optimizer.class
                            && Modifier.isPublic(type.getModifiers()))
                    .map(Class::getSimpleName)
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static String location() {
        return Network.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    }

    private void isListed(String name) {
        assertThat(page).contains(name);
    }
}

package dev.netwright.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The module works as a named one, since the CSV library is one: a program's module descriptor may require it. */
class CsvModuleTest {
    @Test
    void aDataSetIsReadFromInsideANamedModule() throws Exception {
        Path[] classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.contains("netwright") || entry.contains("fastcsv") || entry.endsWith("classes"))
                .filter(entry -> !entry.endsWith("test-classes"))
                .map(Path::of)
                .toArray(Path[]::new);
        Configuration configuration = ModuleLayer.boot()
                .configuration()
                .resolve(ModuleFinder.of(classPath), ModuleFinder.of(), Set.of("dev.netwright.csv"));
        ModuleLayer layer =
                ModuleLayer.boot().defineModulesWithOneLoader(configuration, ClassLoader.getPlatformClassLoader());

        Class<?> csv = layer.findLoader("dev.netwright.csv").loadClass("dev.netwright.csv.CsvDataset");
        assertThat(csv.getModule().isNamed()).isTrue();
        Object described = csv.getMethod("of", Path.class).invoke(null, Path.of("src/test/resources/quoted.csv"));
        Object dataset = csv.getMethod("load")
                .invoke(csv.getMethod("label", String.class).invoke(described, "note"));
        assertThat(dataset).hasToString("Dataset[2 rows, 2 features, 2 classes]");
        assertThat(dataset.getClass().getModule().getName()).isEqualTo("dev.netwright.runtime");
    }
}

package dev.netwright.verification.users;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.verification.process.Artifacts;
import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;

/** What is in the jars that users get. */
class JarsTest {
    @Test
    void theProcessorHasNothingInItButItselfAndJavaPoetUnderItsOwnName() throws IOException {
        assertThat(entries(Artifacts.processor()))
                .contains("dev/netwright/processor/NetworkProcessor.class")
                .contains("dev/netwright/processor/shaded/javapoet/JavaFile.class")
                .allMatch(name -> name.startsWith("dev/netwright/processor/") || name.startsWith("META-INF/"));
    }

    @Test
    void theProcessorNamesJavaPoetNowhereUnderItsOldName() throws IOException {
        try (JarFile jar = new JarFile(Artifacts.processor().toFile())) {
            for (ZipEntry entry :
                    jar.stream().filter(e -> e.getName().endsWith(".class")).toList()) {
                String bytes = new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.ISO_8859_1);
                assertThat(bytes)
                        .as(entry.getName())
                        .doesNotContain("com/palantir")
                        .doesNotContain("com.palantir");
            }
        }
    }

    @Test
    void compilersFindTheProcessorAndGradleKnowsThatItIsIsolating() throws IOException {
        assertThat(text("META-INF/services/javax.annotation.processing.Processor"))
                .isEqualTo("dev.netwright.processor.NetworkProcessor");
        assertThat(text("META-INF/gradle/incremental.annotation.processors"))
                .isEqualTo("dev.netwright.processor.NetworkProcessor,isolating");
    }

    @Test
    void theAnnotationsAreAModuleThatNeedsNothing() {
        ModuleDescriptor module = module(Artifacts.annotations());
        assertThat(module.name()).isEqualTo("dev.netwright.annotations");
        assertThat(required(module)).containsExactly("java.base");
    }

    @Test
    void theRuntimeIsAModuleThatNeedsTheAnnotationsAndHandsThemOn() {
        ModuleDescriptor module = module(Artifacts.runtime());
        assertThat(module.name()).isEqualTo("dev.netwright.runtime");
        assertThat(required(module)).containsExactlyInAnyOrder("java.base", "dev.netwright.annotations");
        assertThat(module.requires())
                .filteredOn(required -> required.name().equals("dev.netwright.annotations"))
                .allMatch(required -> required.modifiers().contains(ModuleDescriptor.Requires.Modifier.TRANSITIVE));
    }

    @Test
    void theTestsOfUsersGetAModuleThatNeedsTheRuntimeAloneAndShowsOnePackage() {
        ModuleDescriptor module = module(Artifacts.testing());
        assertThat(module.name()).isEqualTo("dev.netwright.testing");
        assertThat(required(module)).containsExactlyInAnyOrder("java.base", "dev.netwright.runtime");
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.netwright.testing");
    }

    @Test
    void whatWritesOnnxFilesIsAModuleThatShowsOnePackage() {
        ModuleDescriptor module = module(Artifacts.onnx());
        assertThat(module.name()).isEqualTo("dev.netwright.onnx");
        assertThat(required(module))
                .containsExactlyInAnyOrder(
                        "java.base", "dev.netwright.runtime", "dev.netwright.onnx.schema", "com.google.protobuf");
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.netwright.onnx");
    }

    @Test
    void whatWritesJavaFilesIsAModuleThatNeedsTheRuntimeAloneAndShowsOnePackage() {
        ModuleDescriptor module = module(Artifacts.export());
        assertThat(module.name()).isEqualTo("dev.netwright.export");
        assertThat(required(module)).containsExactlyInAnyOrder("java.base", "java.compiler", "dev.netwright.runtime");
        assertThat(module.exports())
                .extracting(ModuleDescriptor.Exports::source)
                .containsExactly("dev.netwright.export");
    }

    @Test
    void theProcessorKeepsItsNameOnAModulePath() {
        assertThat(module(Artifacts.processor()).name()).isEqualTo("dev.netwright.processor");
    }

    @Test
    void theOtherJarsHaveNothingInThemButTheirOwn() throws IOException {
        assertThat(entries(Artifacts.annotations())).allMatch(name -> isOwn(name, "annotations"));
        assertThat(entries(Artifacts.runtime())).allMatch(name -> isOwn(name, "runtime"));
        assertThat(entries(Artifacts.testing())).allMatch(name -> isOwn(name, "testing"));
        assertThat(entries(Artifacts.onnx())).allMatch(name -> isOwn(name, "onnx"));
        assertThat(entries(Artifacts.export())).allMatch(name -> isOwn(name, "export"));
    }

    private static boolean isOwn(String entry, String module) {
        return entry.startsWith("dev/netwright/" + module + "/")
                || entry.startsWith("META-INF/maven/dev.netwright/netwright-" + module + "/")
                || List.of("module-info.class", "META-INF/MANIFEST.MF", "META-INF/LICENSE")
                        .contains(entry);
    }

    @Test
    void everyJarHasItsLicence() throws IOException {
        for (Path jar : List.of(
                Artifacts.annotations(),
                Artifacts.runtime(),
                Artifacts.testing(),
                Artifacts.onnx(),
                Artifacts.export(),
                Artifacts.processor())) {
            assertThat(entries(jar)).as(jar.toString()).contains("META-INF/LICENSE");
        }
    }

    private static Set<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .collect(Collectors.toSet());
        }
    }

    private static String text(String entry) throws IOException {
        try (JarFile jar = new JarFile(Artifacts.processor().toFile())) {
            return new String(jar.getInputStream(jar.getJarEntry(entry)).readAllBytes(), StandardCharsets.UTF_8)
                    .strip();
        }
    }

    private static ModuleDescriptor module(Path jar) {
        return ModuleFinder.of(jar).findAll().stream()
                .map(ModuleReference::descriptor)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> required(ModuleDescriptor module) {
        return module.requires().stream()
                .map(ModuleDescriptor.Requires::name)
                .sorted()
                .toList();
    }
}

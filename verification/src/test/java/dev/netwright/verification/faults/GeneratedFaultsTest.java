package dev.netwright.verification.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import dev.netwright.runtime.Network;
import dev.netwright.testing.GradientCheck;
import dev.netwright.testing.GradientReport;
import dev.netwright.testing.GradientReport.Kind;
import dev.netwright.testing.GradientReport.Part;
import java.io.IOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each step of the guide's graph is left out in turn: the gradient check finds it and names the layer. Likewise each of a network whose
 * layers are normalised and drop out: the gradient check finds it.
 */
class GeneratedFaultsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path GOLDEN = ROOT.resolve("processor/src/test/golden");

    /** A call that computes something. */
    private static final Pattern STEP = Pattern.compile(
            "^ {12,16}(?:Kernels|Activations|Merging|Softmax|System|LayerNormalization|Dropout|Convolutions|Pooling|\\w+Batch)\\.[^;]*;",
            Pattern.MULTILINE);

    private static final Pattern METHOD = Pattern.compile("void (\\w+)\\(");

    /** An array of a layer's gradients; of those in a call the last receives the result. */
    private static final Pattern GRADIENT = Pattern.compile("\\w+D[xza]\\b");

    /** The first layer with weights, going back, that an array of gradients counts for. */
    private static final Map<String, String> FIRST_OFF = Map.of(
            "outputDz", "output",
            "outputDx", "block",
            "gateDz", "block",
            "blockDa", "block",
            "blockDz", "block",
            "blockDx", "lift",
            "liftDa", "lift",
            "liftDz", "lift");

    @TempDir
    private Path folder;

    @Test
    void thereIsNothingToFindInTheSourceAsItIs() throws Exception {
        GradientReport report = report(folder, generated());

        assertThat(report.agrees()).as("%s", report).isTrue();
    }

    @TestFactory
    List<DynamicTest> everyStepThatIsLeftOutIsFound() throws IOException {
        String source = generated();
        List<DynamicTest> tests = new ArrayList<>();
        for (MatchResult step : STEP.matcher(source).results().toList()) {
            String mutant = source.substring(0, step.start()) + source.substring(step.end());
            String method = lastGroup(METHOD, 1, source.substring(0, step.start()));
            Path own = folder.resolve("mutant" + tests.size());
            String name = method + ": " + step.group().strip().replaceAll("\\s+", " ");
            tests.add(DynamicTest.dynamicTest(name, () -> check(report(own, mutant), method, step.group())));
        }
        assertThat(tests).hasSizeGreaterThan(25);
        return tests;
    }

    @TestFactory
    List<DynamicTest> everyStepOfTreatedLayersThatIsLeftOutIsFound() throws IOException {
        return everyStepIsMissed("Treated");
    }

    @TestFactory
    List<DynamicTest> everyStepOfBatchNormalisationThatIsLeftOutIsFound() throws IOException {
        return everyStepIsMissed("Batched");
    }

    private List<DynamicTest> everyStepIsMissed(String name) throws IOException {
        String source = Files.readString(GOLDEN.resolve(name + "Network.java"));
        List<DynamicTest> tests = new ArrayList<>();
        for (MatchResult step : STEP.matcher(source).results().toList()) {
            String mutant = source.substring(0, step.start()) + source.substring(step.end());
            Path own = folder.resolve(name + tests.size());
            // A new array has the zeros of a frozen layer already.
            if (!step.group().contains("noGradients")) {
                tests.add(DynamicTest.dynamicTest(
                        step.group().strip().replaceAll("\\s+", " "),
                        () -> checkMissed(own, name, mutant, step.group())));
            }
        }
        assertThat(tests).hasSizeGreaterThan(25);
        return tests;
    }

    /** By the check, or by what was to take an array that is not there. */
    private static void checkMissed(Path own, String name, String mutant, String step) throws Exception {
        try {
            GradientReport report = report(own, name, mutant);
            assertThat(report.agrees()).as("%s", report).isFalse();
        } catch (ArrayIndexOutOfBoundsException e) {
            assertThat(step).containsAnyOf(".take(", ".takeGradients(");
        }
    }

    /** The loops over functions of the user's too. */
    @TestFactory
    List<DynamicTest> everyStepThroughFunctionsThatIsLeftOutIsFound() throws IOException {
        String source = Files.readString(ROOT.resolve("docs/generated/WavesNetwork.java"));
        Pattern step = Pattern.compile("^ {16}\\w+\\[i] = [^;]*;", Pattern.MULTILINE);
        List<DynamicTest> tests = new ArrayList<>();
        for (MatchResult found : step.matcher(source).results().toList()) {
            String mutant = source.substring(0, found.start()) + source.substring(found.end());
            Path own = folder.resolve("waves" + tests.size());
            tests.add(DynamicTest.dynamicTest(found.group().strip(), () -> {
                GradientReport report = report(own, "Waves", mutant);
                assertThat(report.agrees()).as("%s", report).isFalse();
            }));
        }
        assertThat(tests).hasSize(6);
        return tests;
    }

    private static void check(GradientReport report, String method, String step) {
        assertThat(report.agrees()).as("%s", report).isFalse();
        List<String> off = report.parts().stream()
                .filter(part -> !part.agrees())
                .map(Part::name)
                .toList();
        if (method.startsWith("forward")) {
            assertThat(report.worst().kind()).isIn(Kind.LOGITS, Kind.OUTPUTS);
        } else if (method.startsWith("gradients")) {
            assertThat("gradients" + off.get(0)).isEqualToIgnoringCase(method);
            assertThat(off).hasSize(1);
        } else if (method.startsWith("inputGradients")) {
            assertThat(off).containsExactly("features");
        } else {
            assertThat(report.firstOffGoingBack())
                    .as("%s", report)
                    .map(Part::name)
                    .hasValue(FIRST_OFF.get(lastGroup(GRADIENT, 0, step)));
        }
    }

    private static String lastGroup(Pattern pattern, int group, String text) {
        Matcher matcher = pattern.matcher(text);
        String last = "";
        while (matcher.find()) {
            last = matcher.group(group);
        }
        return last;
    }

    private static String generated() throws IOException {
        return Files.readString(ROOT.resolve("docs/generated/GatedNetwork.java"));
    }

    private static GradientReport report(Path folder, String source) throws Exception {
        return report(folder, "Gated", source);
    }

    private static GradientReport report(Path folder, String name, String source) throws Exception {
        SourceFile declaration = SourceFile.of(Files.readString(GOLDEN.resolve(name + ".java")));
        Compilation compilation = TestCompiler.JAVAC.compile(
                folder,
                List.of(declaration, new SourceFile("demo/" + name + "Network.java", source)),
                List.of(),
                List.of("-proc:none"));
        assertThat(compilation.success()).as("%s", compilation).isTrue();
        try (URLClassLoader classes = compilation.classLoader()) {
            Class<?> network = classes.loadClass("demo." + name + "Network");
            return GradientCheck.of(
                            (Network) network.getMethod("create", long.class).invoke(null, 3L))
                    .run();
        }
    }
}

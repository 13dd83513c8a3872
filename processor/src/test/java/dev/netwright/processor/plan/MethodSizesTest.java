package dev.netwright.processor.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Initializer;
import dev.netwright.annotations.Merge;
import dev.netwright.annotations.Normalization;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.NetworkModel;
import dev.netwright.processor.model.Source;
import dev.netwright.processor.model.Treatment;
import dev.netwright.processor.model.TypeReference;
import dev.netwright.processor.model.Weights;
import dev.netwright.processor.testing.Compilation;
import dev.netwright.processor.testing.Models;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.processor.testing.TestCompiler;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javassist.bytecode.ClassFile;
import javassist.bytecode.MethodInfo;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The true sizes of generated methods, from the class files of both compilers. */
class MethodSizesTest {
    private static final int MOST = CostModel.DEFAULT.mostUnrolledWeights();

    /** How many shapes to compile beside those at the thresholds; all of them in a long check. */
    private static final int FURTHER_SHAPES = Integer.getInteger("netwright.networks", 200) / 40;

    @TempDir
    Path folder;

    /** Each network has a shape as its first and as its last layer, and turned around in the middle. */
    @ParameterizedTest
    @EnumSource
    void neverExceedTheLimitNorTheEstimate(TestCompiler compiler) throws IOException {
        Map<String, NetworkPlan> plans = new LinkedHashMap<>();
        for (Shape shape : shapes()) {
            NetworkPlan plan = NetworkPlan.of(Models.of(
                    "N" + shape.inputs + "x" + shape.units,
                    Activation.LEAKY_RELU,
                    shape.inputs,
                    shape.units,
                    shape.inputs,
                    shape.units));
            plans.put("demo." + plan.model().generatedName() + "$Workspace", plan);
        }
        SortedMap<String, Integer> sizes = compile(compiler, plans.values());

        assertThat(sizes.values()).allMatch(size -> size <= MethodBudget.LIMIT);
        int compared = 0;
        for (Map.Entry<String, NetworkPlan> entry : plans.entrySet()) {
            for (LayerPlan layer : entry.getValue().layers()) {
                for (Map.Entry<String, Integer> estimate : estimates(layer).entrySet()) {
                    String method = entry.getKey() + "." + estimate.getKey();
                    assertThat(sizes).containsKey(method);
                    assertThat(sizes.get(method)).as(method).isBetween(estimate.getValue() / 3, estimate.getValue());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(2 * plans.size());
    }

    /** Layers of one unit that call kernels, which leaves short methods, but all members that a layer can have. */
    @ParameterizedTest
    @EnumSource
    void neverExceedTheLimitInTheDeepestNetworks(TestCompiler compiler) throws IOException {
        int[] units =
                IntStream.generate(() -> 1).limit(NetworkModel.MOST_LAYERS).toArray();
        NetworkModel model = Models.of("Deep", Activation.TANH, 1, units);
        SortedMap<String, Integer> sizes = compile(compiler, List.of(NetworkPlan.of(model, new CostModel(0))));

        assertThat(sizes).hasSizeGreaterThan(2 * NetworkModel.MOST_LAYERS);
        assertThat(sizes.values()).allMatch(size -> size <= MethodBudget.LIMIT);
    }

    /** The same with activations of the user's, which are described with their methods and have loops of their own. */
    @ParameterizedTest
    @EnumSource
    void neverExceedTheLimitInTheDeepestNetworksWithFunctions(TestCompiler compiler) throws IOException {
        int[] units =
                IntStream.generate(() -> 1).limit(NetworkModel.MOST_LAYERS).toArray();
        CustomActivation function = new CustomActivation(new TypeReference("demo", "Deep.Line"));
        NetworkPlan plan = NetworkPlan.of(Models.of("Deep", function, 1, units), new CostModel(0));
        SourceFile declaration = SourceFile.of("""
                package demo;
                public interface Deep extends dev.netwright.runtime.Network {
                    class Line {
                        public static float f(float z) { return z; }
                        public static float derivative(float z) { return 1; }
                    }
                }
                """);
        List<SourceFile> sources = List.of(declaration, Models.sources(plan).get(1));
        SortedMap<String, Integer> sizes = sizes(compiler.compile(folder, sources, List.of(), List.of()));

        assertThat(sizes).hasSizeGreaterThan(4 * NetworkModel.MOST_LAYERS);
        assertThat(sizes)
                .hasEntrySatisfying(
                        "demo.DeepNetwork$Workspace.applyFunctionOfHidden1",
                        size -> assertThat(size).isLessThan(50));
        assertThat(sizes)
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThanOrEqualTo(MethodBudget.LIMIT));
    }

    /** A thousand layers with all that the members of a layer in a graph can be. */
    @ParameterizedTest
    @EnumSource
    void neverExceedTheLimitInTheDeepestGraphs(TestCompiler compiler) throws IOException {
        List<LayerModel> layers = new ArrayList<>();
        for (int i = 0; i < NetworkModel.MOST_LAYERS; i++) {
            Source above = i == 0 ? Source.input(0) : Source.layer(i - 1);
            Source further = i < 2 ? Source.input(1) : Source.layer(i - 2);
            Merge merge = Merge.values()[i % 3];
            Optional<Weights> weights = i % 4 == 3 && merge != Merge.CONCATENATE
                    ? Optional.empty()
                    : Optional.of(new Weights(true, Initializer.GLOROT_UNIFORM, Float.NaN, i % 5 > 0, 0.1f, 0.2f));
            LayerModel layer = Models.graphLayer(
                    "l" + i,
                    List.of(above, further, Source.input(0)),
                    merge,
                    merge == Merge.CONCATENATE ? 3 : 1,
                    1,
                    weights,
                    Optional.of(further));
            layers.add(
                    i < NetworkModel.MOST_LAYERS - 1
                            ? Models.treated(
                                    layer, new Treatment(i % 4 == 0 ? Normalization.LAYER : Normalization.BATCH, 0.1f))
                            : layer);
        }
        NetworkModel model = Models.of("DeepGraph", List.of(1, 1), layers);
        SortedMap<String, Integer> sizes = compile(compiler, List.of(NetworkPlan.of(model, new CostModel(0))));

        assertThat(sizes).hasSizeGreaterThan(2 * NetworkModel.MOST_LAYERS);
        assertThat(sizes)
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThanOrEqualTo(MethodBudget.LIMIT));
    }

    /** As many inputs as there may be, all read by layers of every kind, and their layers read once more. */
    @ParameterizedTest
    @EnumSource
    void neverExceedTheLimitInTheWidestGraphs(TestCompiler compiler) throws IOException {
        int most = LayerModel.MOST_SOURCES;
        List<Source> inputs = IntStream.range(0, most).mapToObj(Source::input).toList();
        List<LayerModel> layers = new ArrayList<>();
        Optional<Weights> weights = Optional.of(new Weights(true, Initializer.GLOROT_UNIFORM, Float.NaN));
        for (int i = 0; i < most; i++) {
            Merge merge = Merge.values()[i % 3];
            boolean isWeightless = i % 2 == 0 && merge != Merge.CONCATENATE;
            layers.add(Models.graphLayer(
                    "first" + i,
                    inputs,
                    merge,
                    merge == Merge.CONCATENATE ? most : 1,
                    1,
                    isWeightless ? Optional.empty() : weights,
                    Optional.of(Source.input(i))));
        }
        List<Source> firsts = IntStream.range(0, most).mapToObj(Source::layer).toList();
        for (Merge merge : Merge.values()) {
            layers.add(Models.graphLayer(
                    "second" + merge,
                    firsts,
                    merge,
                    merge == Merge.CONCATENATE ? most : 1,
                    1,
                    weights,
                    Optional.of(Source.layer(0))));
        }
        layers.add(Models.graphLayer(
                "output",
                List.of(Source.layer(most), Source.layer(most + 1), Source.layer(most + 2)),
                Merge.ADD,
                1,
                1,
                weights,
                Optional.empty()));
        NetworkModel model = Models.of(
                "WideGraph", IntStream.range(0, most).map(i -> 1).boxed().toList(), layers);
        SortedMap<String, Integer> sizes = compile(compiler, List.of(NetworkPlan.of(model, new CostModel(0))));

        assertThat(sizes)
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThanOrEqualTo(MethodBudget.LIMIT));
    }

    /** As many outputs as there may be, each read by the next. */
    @ParameterizedTest
    @EnumSource
    void neverExceedTheLimitWithTheMostHeads(TestCompiler compiler) throws IOException {
        List<LayerModel> layers = IntStream.range(0, NetworkModel.MOST_HEADS)
                .mapToObj(i -> Models.layer("head" + i, i, 1, 1, Activation.TANH, true))
                .toList();
        NetworkModel model = Models.withHeads(
                "Heads", layers, IntStream.range(0, layers.size()).boxed().toList());
        SortedMap<String, Integer> sizes = compile(compiler, List.of(NetworkPlan.of(model, new CostModel(0))));

        assertThat(sizes)
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThanOrEqualTo(MethodBudget.LIMIT));
    }

    /** Records of as many components as Java allows, of every kind, so that the methods that write them are split. */
    @ParameterizedTest
    @EnumSource
    void neverExceedTheLimitWithTheLongestRecords(TestCompiler compiler) throws IOException {
        List<String> kinds = List.of(
                "@Feature(missing = 0.3f) Kind",
                "@Feature(length = 70_000, missing = 0.3f) double[]",
                "@Feature(missing = 0.3f) Inner",
                "@Feature(missing = 0.3f) Double");
        StringBuilder source = new StringBuilder("""
                package demo;
                import dev.netwright.annotations.*;
                @Input(record = Long.Sample.class)
                @Layer(size = 1)
                public interface Long extends dev.netwright.runtime.Regressor<Long.Sample> {
                    enum Kind { A, B }
                    record Inner(float x, float y) {}
                """);
        for (int i = 0; i < kinds.size(); i++) {
            String components = components(kinds.get(i), i == 2 ? 127 : 250);
            source.append("record Sample%d(%s) {}%n".formatted(i, components));
        }
        source.append("record Sample(Sample0 s0, Sample1 s1, Sample2 s2, Sample3 s3) {}\n}\n");
        SortedMap<String, Integer> sizes = sizes(compiler.compile(folder, List.of(SourceFile.of(source.toString()))));

        assertThat(sizes).containsKey("demo.LongNetwork$SampleFeatures.writeS1Part2");
        assertThat(sizes)
                .allSatisfy((method, size) -> assertThat(size).as(method).isLessThanOrEqualTo(MethodBudget.LIMIT));
    }

    private static String components(String type, int count) {
        return IntStream.range(0, count).mapToObj(i -> type + " c" + i).collect(Collectors.joining(", "));
    }

    private SortedMap<String, Integer> compile(TestCompiler compiler, Iterable<NetworkPlan> plans) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        plans.forEach(plan -> sources.addAll(Models.sources(plan)));
        return sizes(compiler.compile(folder, sources, List.of(), List.of()));
    }

    private static SortedMap<String, Integer> sizes(Compilation compilation) throws IOException {
        assertThat(compilation.success()).as("%s", compilation).isTrue();
        SortedMap<String, Integer> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(compilation.classes())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                addSizes(file, sizes);
            }
        }
        return sizes;
    }

    private static void addSizes(Path file, SortedMap<String, Integer> sizes) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            ClassFile type = new ClassFile(in);
            for (MethodInfo method : type.getMethods()) {
                if (method.getCodeAttribute() != null) {
                    sizes.merge(
                            type.getName() + "." + method.getName(),
                            method.getCodeAttribute().getCodeLength(),
                            Math::max);
                }
            }
        }
    }

    /** The estimates of the methods that a layer has whole. */
    private static Map<String, Integer> estimates(LayerPlan plan) {
        int inputs = plan.layer().inputs();
        int units = plan.layer().units();
        Map<String, Integer> estimates = new LinkedHashMap<>();
        if (!(plan.strategy() instanceof Strategy.Unrolled strategy)) {
            return estimates;
        }
        String layer = plan.names().method();
        if (strategy.sample().size() == 1) {
            estimates.put("sample" + layer, MethodBudget.sampleBytes(inputs, units));
        }
        addParts(estimates, "sample" + layer, strategy.sample(), part -> MethodBudget.sampleBytes(inputs, part));
        return estimates;
    }

    private static void addParts(
            Map<String, Integer> estimates, String name, List<Range> parts, IntUnaryOperator bytes) {
        for (int i = 0; parts.size() > 1 && i < parts.size(); i++) {
            Range part = parts.get(i);
            estimates.put(name + "Part" + (i + 1), bytes.applyAsInt(part.to() - part.from()));
        }
    }

    private record Shape(int inputs, int units) {}

    /** Of all shapes with no more inputs than units: those next to a change of the plan, and some more. */
    private static List<Shape> shapes() {
        List<Shape> chosen = new ArrayList<>();
        List<Shape> others = new ArrayList<>();
        for (int inputs = 1; inputs * inputs <= MOST; inputs++) {
            for (int units = inputs; inputs * units <= MOST; units++) {
                boolean isLargest = inputs * (units + 1) > MOST;
                boolean isNextToAChange = units > inputs && changes(inputs, units);
                (isLargest || isNextToAChange || units == 1 ? chosen : others).add(new Shape(inputs, units));
            }
        }
        int step = Math.max(1, others.size() / Math.max(1, FURTHER_SHAPES));
        for (int i = 0; i < others.size(); i += step) {
            chosen.add(others.get(i));
        }
        return chosen;
    }

    private static boolean changes(int inputs, int units) {
        return !summary(inputs, units).equals(summary(inputs, units + 1))
                || !summary(inputs, units).equals(summary(inputs, units - 1))
                || !summary(units, inputs).equals(summary(units + 1, inputs))
                || !summary(units, inputs).equals(summary(units - 1, inputs));
    }

    private static List<Object> summary(int inputs, int units) {
        return List.of(Strategy.Unrolled.of(inputs, units).sample().size());
    }
}

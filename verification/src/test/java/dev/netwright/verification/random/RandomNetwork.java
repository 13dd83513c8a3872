package dev.netwright.verification.random;

import dev.netwright.annotations.Merge;
import dev.netwright.processor.testing.SourceFile;
import dev.netwright.runtime.topology.LayerWiring;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One random declaration.
 *
 * @param packageName empty for the unnamed package
 * @param name        the interface's simple name
 * @param members     what the interface has of its own
 * @param front       layers that read pixels, the last of which stands for the first input
 * @param seed        of its parameters and data
 */
record RandomNetwork(
        Placement placement,
        String packageName,
        String name,
        String members,
        List<Integer> inputSizes,
        List<RandomLayer> layers,
        List<RandomWiring> wirings,
        Optional<RandomFront> front,
        long seed) {
    /** A sequence: every layer reads the one above. */
    RandomNetwork(
            Placement placement,
            String packageName,
            String name,
            String members,
            int inputs,
            List<RandomLayer> layers,
            long seed) {
        this(
                placement,
                packageName,
                name,
                members,
                List.of(inputs),
                layers,
                Collections.nCopies(layers.size(), RandomWiring.ABOVE),
                Optional.empty(),
                seed);
    }

    /** The same with other layers. */
    RandomNetwork with(List<RandomLayer> otherLayers, List<RandomWiring> otherWirings) {
        return new RandomNetwork(
                placement, packageName, name, members, inputSizes, otherLayers, otherWirings, front, seed);
    }

    /** The same features in several inputs. */
    RandomNetwork withInputs(List<Integer> sizes) {
        return new RandomNetwork(placement, packageName, name, members, sizes, layers, wirings, front, seed);
    }

    /** The same behind layers that read pixels, which give as many columns as the first input has. */
    RandomNetwork behind(RandomFront other) {
        return new RandomNetwork(
                placement, packageName, name, members, inputSizes, layers, wirings, Optional.of(other), seed);
    }

    /** Columns of all that stands for inputs. */
    int inputs() {
        return inputSizes.stream().mapToInt(Integer::intValue).sum();
    }

    /** Features of a sample. */
    int features() {
        return inputs()
                + front.map(pixels -> pixels.input().size() - inputSizes.get(0)).orElse(0);
    }

    /** Columns of an input or layer. */
    int columnsOf(int node) {
        return node < 0 ? inputSizes.get(-1 - node) : layers.get(node).size();
    }

    /** The name of a layer, or of an input. */
    String nameOf(int layer) {
        if (layer < 0) {
            return layer == -1 && front.isPresent() ? front.get().nameOfLast() : nameOfInput(-1 - layer);
        }
        if (layer >= layers.size()) {
            return "nobody";
        }
        boolean isLast = layer == layers.size() - 1;
        return layers.get(layer).name().orElse(isLast ? "output" : "hidden" + (frontSize() + layer + 1));
    }

    String nameOfInput(int input) {
        return "input" + (inputSizes.size() == 1 ? "" : input + 1);
    }

    private int frontSize() {
        return front.map(pixels -> pixels.layers().size()).orElse(0);
    }

    /** What a layer reads and adds, by name. */
    LayerWiring wiring(int layer) {
        RandomWiring wiring = wirings.get(layer);
        return new LayerWiring(
                wiring.sources(layer).stream().map(this::nameOf).toList(),
                wiring.merge(),
                wiring.residual().isPresent() ? nameOf(wiring.residual().getAsInt()) : "");
    }

    /** Whether all that a layer reads exists. */
    boolean readsWhatIsThere(int layer) {
        return wirings.get(layer).sources(layer).stream()
                .allMatch(node -> node < layers.size() && node >= -inputSizes.size());
    }

    /** The outputs: the last layer, and those that say so. */
    List<Integer> heads() {
        return IntStream.range(0, layers.size())
                .filter(i -> i == layers.size() - 1 || wirings.get(i).isOutput())
                .boxed()
                .toList();
    }

    /** Columns that a layer reads. */
    int inputsOf(int layer) {
        IntStream columns = wirings.get(layer).sources(layer).stream().mapToInt(this::columnsOf);
        return wirings.get(layer).merge() == Merge.CONCATENATE
                ? columns.sum()
                : columns.findFirst().orElseThrow();
    }

    /** Names that an interface shares with no other, wherever it is put. */
    RandomNetwork inBatch(int index) {
        return packageName.isEmpty()
                ? new RandomNetwork(placement, "", name + index, members, inputSizes, layers, wirings, front, seed)
                : new RandomNetwork(
                        placement, packageName + index, name, members, inputSizes, layers, wirings, front, seed);
    }

    /** A name that is written twice, or by default for another layer, is left out. */
    RandomNetwork withDistinctNames() {
        List<RandomLayer> distinct = new ArrayList<>();
        for (RandomLayer layer : layers) {
            boolean isTaken = layer.name().isPresent()
                    && (isDefault(layer.name().get())
                            || distinct.stream().anyMatch(other -> other.name().equals(layer.name())));
            distinct.add(isTaken ? layer.withName(Optional.empty()) : layer);
        }
        return with(distinct, wirings);
    }

    private static boolean isDefault(String layerName) {
        return layerName.matches("input[0-9]*") || layerName.equals("output") || layerName.matches("hidden[0-9]+");
    }

    String className() {
        return (packageName.isEmpty() ? "" : packageName + ".") + placement.generatedName(name);
    }

    SourceFile file() {
        String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
        return new SourceFile(folder + placement.fileName(name) + ".java", toString());
    }

    /** The source. */
    @Override
    public String toString() {
        String annotations = "@SuppressWarnings(\"netwright\")\n"
                + IntStream.range(0, inputSizes.size())
                        .mapToObj(i -> "@dev.netwright.annotations.Input(" + inputText(i) + ")\n")
                        .collect(Collectors.joining())
                + front.stream()
                        .flatMap(pixels -> pixels.texts(nameOfInput(0)).stream())
                        .map(text -> text + "\n")
                        .collect(Collectors.joining())
                + IntStream.range(0, layers.size())
                        .mapToObj(i -> layers.get(i).text(wirings.get(i), this::nameOf) + "\n")
                        .collect(Collectors.joining());
        String packageLine = packageName.isEmpty() ? "" : "package " + packageName + ";\n";
        return packageLine + placement.source(annotations, name, members);
    }

    private String inputText(int input) {
        return input == 0 && front.isPresent()
                ? front.get().input().text()
                : inputSizes.get(input).toString();
    }
}

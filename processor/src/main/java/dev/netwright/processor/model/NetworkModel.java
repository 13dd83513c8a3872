package dev.netwright.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network that is valid by construction: every mistake has been reported before one is made.
 *
 * @param packageName   the package of the declaring interface; empty for the unnamed one
 * @param interfaceName the interface within its package, {@code Outer.Inner} where it is nested
 * @param shadowed      simple names that mean something of the user's inside the generated class, so that types of these
 *                      names are written in full: the interface's own and inherited member types and constants, and types
 *                      of its package that hide {@link SourceNames#JAVA_LANG}
 * @param isPublic      whether the interface and all that encloses it is public
 * @param suppressed    the warnings that a class gets for implementing a deprecated interface, {@code deprecation} and
 *                      {@code removal}, or for being marked as generated, {@code exports}; mostly empty
 * @param inputs        what a sample consists of, in the order of their columns
 * @param layers        at least one, each after all that it reads
 * @param heads         which of the layers are outputs, in the order of their columns; at least one
 * @param task          what it is for
 * @param imported      what it has from a file, where that declares it
 */
public record NetworkModel(
        String packageName,
        String interfaceName,
        List<String> shadowed,
        boolean isPublic,
        List<String> suppressed,
        List<InputModel> inputs,
        List<LayerModel> layers,
        List<Integer> heads,
        Task task,
        Optional<ImportModel> imported) {
    /** More layers would bring a generated class near the 65,535 constants that a class file holds. */
    public static final int MOST_LAYERS = 1_000;

    /** The constants with the sizes of more kernels and pools would make the initializer of the class long. */
    public static final int MOST_WINDOWS = 64;

    /** More inputs would make a generated class hard to read. */
    public static final int MOST_INPUTS = 64;

    /** More output heads likewise. */
    public static final int MOST_HEADS = 32;

    /** Copies the lists. */
    public NetworkModel {
        shadowed = List.copyOf(shadowed);
        suppressed = List.copyOf(suppressed);
        inputs = List.copyOf(inputs);
        layers = List.copyOf(layers);
        heads = List.copyOf(heads);
    }

    /** A network that is declared by layers. */
    public NetworkModel(
            String packageName,
            String interfaceName,
            List<String> shadowed,
            boolean isPublic,
            List<String> suppressed,
            List<InputModel> inputs,
            List<LayerModel> layers,
            List<Integer> heads,
            Task task) {
        this(packageName, interfaceName, shadowed, isPublic, suppressed, inputs, layers, heads, task, Optional.empty());
    }

    /** A network that is not said to be for anything. */
    public NetworkModel(
            String packageName,
            String interfaceName,
            List<String> shadowed,
            boolean isPublic,
            List<String> suppressed,
            List<InputModel> inputs,
            List<LayerModel> layers,
            List<Integer> heads) {
        this(packageName, interfaceName, shadowed, isPublic, suppressed, inputs, layers, heads, Task.NONE);
    }

    /** The types of the user's that the generated class names: the interface, records, enums that are components or labels, and activations. */
    public Stream<TypeReference> types() {
        return Stream.of(
                        Stream.of(new TypeReference(packageName, interfaceName)),
                        task.labelsOfHeads().stream().flatMap(Optional::stream),
                        layers.stream()
                                .map(LayerModel::activation)
                                .filter(CustomActivation.class::isInstance)
                                .map(activation -> ((CustomActivation) activation).type()),
                        inputs.stream()
                                .flatMap(input -> input.record().stream())
                                .flatMap(RecordModel::types))
                .flatMap(types -> types);
    }

    /** What callers give for a sample. */
    public List<InputModel> givenInputs() {
        return inputs.stream().filter(input -> !input.isOfRecord()).toList();
    }

    /** Features of one sample: the columns of all inputs. */
    public int inputSize() {
        return inputs.stream().mapToInt(InputModel::size).sum();
    }

    /** Whether there is one output, so that nobody need name it. */
    public boolean hasOneHead() {
        return heads.size() == 1;
    }

    /** Outputs for one sample: the columns of all heads. */
    public int outputSize() {
        return heads.stream().mapToInt(head -> layers.get(head).units()).sum();
    }

    /** Whether every layer reads the one before it and nothing else. */
    public boolean isSequence() {
        return IntStream.range(0, layers.size()).allMatch(this::readsAbove);
    }

    /** Whether a layer reads the one before it, the first the only input, and nothing else. */
    public boolean readsAbove(int layer) {
        Source above = layer == 0 ? Source.input(0) : Source.layer(layer - 1);
        boolean isOnlyInput = layer > 0 || inputs.size() == 1;
        return isOnlyInput
                && layers.get(layer).sources().equals(List.of(above))
                && layers.get(layer).residual().isEmpty();
    }

    /** Whether any layer reads one. */
    public boolean isRead(int layer) {
        Source source = Source.layer(layer);
        return layers.stream()
                .anyMatch(reader ->
                        reader.sources().contains(source) || reader.residual().equals(Optional.of(source)));
    }

    /** The name of something that a layer reads. */
    public String nameOf(Source source) {
        return source.isInput()
                ? inputs.get(source.index()).name()
                : layers.get(source.index()).name();
    }

    /** The simple name of the interface. */
    public String simpleName() {
        return interfaceName.substring(interfaceName.lastIndexOf('.') + 1);
    }

    /** The simple name of the generated class: {@code Outer_InnerNetwork} for a nested interface. */
    public String generatedName() {
        return generatedName(interfaceName);
    }

    /** The simple name of the class that is generated for an interface of this name within its package. */
    public static String generatedName(String interfaceName) {
        return interfaceName.replace('.', '_') + "Network";
    }
}

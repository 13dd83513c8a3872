package dev.netwright.processor;

import dev.netwright.annotations.Activation;
import dev.netwright.processor.declaration.ImportDeclaration;
import dev.netwright.processor.diagnostic.Code;
import dev.netwright.processor.diagnostic.Finding;
import dev.netwright.processor.model.InputModel;
import dev.netwright.processor.model.LayerModel;
import dev.netwright.processor.model.RecordModel;
import dev.netwright.processor.model.Task;
import dev.netwright.processor.model.TypedModel;
import dev.netwright.processor.onnx.ImportedEnd;
import dev.netwright.processor.onnx.ImportedNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks that the network of a file takes the samples and gives the classes, or the number, that the type arguments of its interface say. */
final class TypedChecks {
    private static final int MOST_CONSTANTS = 10;
    private static final int MOST_LETTERS = 200;

    private final ImportDeclaration declaration;
    private final TypedModel typed;
    private final ImportedNetwork network;
    private final String file;
    private final String asNetwork;
    private final List<Finding> findings = new ArrayList<>();

    TypedChecks(ImportDeclaration declaration, TypedModel typed, ImportedNetwork network) {
        this.declaration = declaration;
        this.typed = typed;
        this.network = network;
        file = declaration.path();
        asNetwork =
                "write: interface " + declaration.declaration().type().getSimpleName() + " extends Network, and call ";
    }

    List<Finding> findings() {
        if (network.ends().size() > 1) {
            addTask(
                    file + " has " + several(network.ends(), "inputs"),
                    "let the model take all features in one input, [N, "
                            + network.inputs().stream()
                                    .mapToInt(InputModel::size)
                                    .sum() + "], or " + asNetwork
                            + "infer(...)");
        } else {
            typed.record().ifPresent(this::checkRecord);
        }
        if (network.outputs().size() > 1) {
            addTask(
                    file + " has " + several(network.outputs(), "outputs"),
                    "name the one that is meant, outputs = " + meant().name() + " in @OnnxModel, or " + asNetwork
                            + "infer(...)");
        } else if (typed.kind() == Task.Kind.CLASSIFIER) {
            checkClasses();
        } else if (head().units() > 1) {
            addTask(
                    "the output " + output().name() + " of " + file + " has " + head().units()
                            + " numbers, and a Regressor estimates one",
                    "let the model give one number, or " + asNetwork + "predict(...)");
        }
        return findings;
    }

    /** The first output that is as wide as the interface wants it, or else the first. */
    private ImportedEnd meant() {
        int wanted = typed.kind() == Task.Kind.CLASSIFIER ? typed.constants().size() : 1;
        return IntStream.range(0, network.outputs().size())
                .filter(i -> network.layers().get(network.heads().get(i)).units() == wanted)
                .mapToObj(network.outputs()::get)
                .findFirst()
                .orElse(output());
    }

    private static String several(List<ImportedEnd> ends, String what) {
        return ends.size() + " " + what + ", "
                + ends.stream().map(end -> end.name() + " " + end.shape()).collect(Collectors.joining(", "));
    }

    private void checkRecord(RecordModel record) {
        InputModel input = network.inputs().get(0);
        ImportedEnd end = network.ends().get(0);
        String name = record.type().simpleName();
        String place = "the input " + end.name() + " of " + file;
        if (!input.shape().isFlat()) {
            add(
                    Code.ONNX_RECORD,
                    place + " is the pixels " + end.shape() + ", but the components of " + name
                            + " are columns side by side",
                    "",
                    "write float[] in place of " + name + ", and give the pixels of a sample with the channels last, "
                            + input.shape());
        } else if (typed.features().size() != input.size()) {
            add(
                    Code.ONNX_RECORD,
                    name + " has " + count(typed.features().size(), "feature") + ", but " + place + " has "
                            + input.size() + ", " + end.shape(),
                    new Correspondence(typed.features(), end.names()).table(),
                    "let the components of " + name + " make " + count(input.size(), "feature")
                            + " in the order of the file: a number or a boolean makes one, an enum one for each constant, @Feature(length = n) float[] makes n");
        } else if (!end.names().isEmpty()) {
            Correspondence names = new Correspondence(typed.features(), end.names());
            if (!names.isComplete()) {
                add(
                        Code.ONNX_RECORD,
                        "the components of " + name + " are not the features that " + file + " names",
                        names.table(),
                        "give " + name + " components of these names, in the order of the file");
            }
        }
    }

    private void checkClasses() {
        int constants = typed.constants().size();
        String name = typed.labels().orElseThrow().simpleName();
        String place = "the output " + output().name() + " of " + file;
        Correspondence names = new Correspondence(typed.constants(), output().names());
        if (constants == 2 && head().units() == 1) {
            addTask(
                    place + " is one number" + ending(),
                    "let the model end with the probability of "
                            + typed.constants().get(1)
                            + ", nn.Sequential(model, nn.Sigmoid()) in PyTorch, or with a softmax over both classes");
        } else if (head().units() != constants) {
            add(
                    Code.ONNX_CLASSES,
                    name + " has " + count(constants, "constant") + ", but " + place + " has "
                            + count(head().units(), "number"),
                    names.table(),
                    "let " + name + " have a constant for each class, in the order of the file" + suggestion());
        } else if (!namesNothing(output().names()) && !names.isComplete()) {
            add(
                    Code.ONNX_CLASSES,
                    "the constants of " + name + " are not the classes that " + file + " names",
                    names.table(),
                    "let " + name + " have the constants of these names, in the order of the file" + suggestion());
        } else if (!givesProbabilities()) {
            addTask(
                    place + " gives no probabilities of " + count(constants, "class") + ending(),
                    "let the model end with scores or their softmax, nn.Sequential(model, nn.Softmax(1)) in PyTorch, or "
                            + asNetwork + "predict(...)");
        }
    }

    /** Whether the file gives classes nothing but numbers. */
    private static boolean namesNothing(List<String> names) {
        return names.stream().allMatch(name -> name.matches("-?\\d+"));
    }

    private boolean givesProbabilities() {
        LayerModel head = head();
        return head.activation() == Activation.SOFTMAX
                && head.pool().isEmpty()
                && head.residual().isEmpty()
                && head.output().pixels() == 1;
    }

    private String ending() {
        LayerModel head = head();
        return head.residual().isPresent() || head.pool().isPresent() || head.activation() == Activation.IDENTITY
                ? ": it ends without a function"
                : ": it ends in " + head.activation().label();
    }

    /** The constants as the file names the classes. */
    private String suggestion() {
        List<String> names = output().names();
        boolean isShort = names.size() <= MOST_CONSTANTS
                && names.stream().mapToInt(String::length).sum() <= MOST_LETTERS;
        if (namesNothing(names) || !isShort) {
            return "";
        }
        List<String> constants = names.stream().map(TypedChecks::constant).toList();
        boolean areConstants = Set.copyOf(constants).size() == constants.size()
                && constants.stream().noneMatch("_"::equals);
        return areConstants ? ": " + String.join(", ", constants) : "";
    }

    private static String constant(String name) {
        String letters = name.replaceAll("[^\\p{L}\\p{N}]+", "_").toUpperCase(Locale.ROOT);
        return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "_" + letters : letters;
    }

    private LayerModel head() {
        return network.layers().get(network.heads().get(0));
    }

    private ImportedEnd output() {
        return network.outputs().get(0);
    }

    private static String count(int count, String what) {
        String plural = what.endsWith("s") ? "es" : "s";
        return count + " " + what + (count == 1 ? "" : plural);
    }

    private void addTask(String fault, String cure) {
        add(Code.ONNX_TASK, typed.text(), fault, cure);
    }

    private void add(Code code, String... arguments) {
        findings.add(declaration.findingOfInterface(code, (Object[]) arguments));
    }
}

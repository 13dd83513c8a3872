package dev.netwright.verification.random;

import java.util.List;
import javax.lang.model.SourceVersion;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Names that could clash: with one another, with members of generated classes, or with what these call. */
final class Names {
    private static final String[] OF_LAYERS = {
        "rows",
        "inputs",
        "inputOffset",
        "gradients",
        "p",
        "topology",
        "TOPOLOGY",
        "INPUTS",
        "parameters",
        "capacity",
        "outputs",
        "logits",
        "state",
        "outputGradients",
        "logitGradients",
        "inputGradients",
        "layers",
        "Layers",
        "Forward",
        "Backward",
        "FromLogits",
        "InputGradients",
        "seed",
        "create",
        "of",
        "copy",
        "newPass",
        "Workspace",
        "Pass",
        "Math",
        "List",
        "r",
        "i",
        "x",
        "z",
        "d",
        "dx",
        "x0",
        "z0",
        "b0",
        "w0_0",
        "dw0_0",
        "db0",
        "a",
        "A",
        "_a",
        "a_",
        "__",
        "___",
        "a1",
        "a_1",
        "A_1",
        "Part1",
        "hiddenPart2",
        "hidden_1",
        "Hidden1",
        "Output",
        "foo",
        "foo_2",
        "foo_2_2",
        "fooBar",
        "foo_bar",
        "FOO_BAR",
        "fooZ",
        "fooDz",
        "fooDa",
        "fooA",
        "größe",
        "Größe",
        "straße",
        "strasse",
        "STRASSE",
        "ß",
        "данные",
        "層",
        "ς",
        "σ",
        "Σ",
        "ŉ",
        "𝒳",
        "𐐀",
        "𐐨",
        "$",
        "a$b",
        "$L",
        // A dotless i, one with a dot, a dot of its own; a long s; signs that are letters in lower case alone; accents.
        "\u0131",
        "I",
        "\u0130",
        "i\u0307",
        "\u017F",
        "s",
        "\u212Aelvin",
        "kelvin",
        "Kelvin",
        "\u212Bs",
        "\u00E5s",
        "\u00C5s",
        "\u00E9",
        "e\u0301",
        "$$"
    };

    private static final String[] OF_NETWORKS = {
        "Net",
        "net",
        "Digits",
        "Pass",
        "Topology",
        "Network",
        "GeneratedNetwork",
        "GeneratedPass",
        "PredictionCapacity",
        "BatchStatistics",
        "Workspace",
        "Kernels",
        "List",
        "ArrayList",
        "Softmax",
        "LogSoftmax",
        "Activations",
        "GradientShare",
        "Activation",
        "Initializer",
        "DenseLayer",
        "NetworkLayer",
        "LayerWiring",
        "Layer",
        "Input",
        "Generated",
        "Größe",
        "層",
        "a",
        "__",
        "NET_work",
        "Net_",
        "\u0130",
        "𝒳"
    };

    private static final String[] MEMBERS = {
        "",
        "",
        " default int twice() { return 2 * inputSize(); } static int one() { return 1; } ",
        " int INPUTS = 7; String TOPOLOGY = \"mine\"; int HIDDEN1_UNITS = -1; float[] p = {}; int rows = 1; ",
        " interface Pass {} class Topology {} enum List {} record Workspace(int z) {} class Kernels {} ",
        " class Math {} class System {} class Float {} class Override {} class String {} class Object {} ",
        " class Activation {} class Activations {} class GradientShare {} class Initializer {} class GeneratedNetwork {} class GeneratedPass {} class PredictionCapacity {} class BatchStatistics {} class DenseLayer {} class NetworkLayer {} class LayerWiring {} "
    };

    private Names() {}

    static Arbitrary<String> ofLayers() {
        Arbitrary<String> short1 = Arbitraries.strings()
                .withChars('a', 'A', 'b', '_', '1', '$', 'é')
                .ofMinLength(1)
                .ofMaxLength(4)
                .filter(SourceVersion::isName);
        return Arbitraries.oneOf(Arbitraries.of(OF_LAYERS), short1);
    }

    static Arbitrary<String> ofNetworks() {
        return Arbitraries.of(OF_NETWORKS);
    }

    static Arbitrary<String> ofPackages() {
        return Arbitraries.of("", "demo.n", "demo.deep.größe.n", "java_.util.n");
    }

    /** What an interface has of its own. */
    static Arbitrary<String> members() {
        return Arbitraries.of(MEMBERS);
    }

    /** A type in an interface may not be called as the interface is, nor as the class that is written for it. */
    static boolean allow(String network, String members) {
        List<String> words = List.of(members.split("\\W+"));
        return !words.contains(network) && !words.contains(network + "Network");
    }
}

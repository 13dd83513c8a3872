package dev.netwright.processor.diagnostic;

import javax.tools.Diagnostic.Kind;

/** The catalogue: every finding with its code, its text and its hint. {@code docs/errors.md} explains each of them. */
public enum Code {
    DECLARATION_KIND(
            "Declaration.Kind",
            "%s is %s, but a network is declared by an interface.",
            "write: interface %s extends Network {}"),
    DECLARATION_PRIVATE(
            "Declaration.Private",
            "%s is private or inside something private, so no class beside it could implement it.",
            "remove 'private', or move the interface out."),
    DECLARATION_SEALED(
            "Declaration.Sealed",
            "%s is sealed, so the generated class may not implement it.",
            "remove 'sealed' and 'permits'."),
    DECLARATION_TYPE_PARAMETERS(
            "Declaration.TypeParameters",
            "%s has type parameters, but the arrays of a network are always float[].",
            "remove the type parameters."),
    DECLARATION_NETWORK(
            "Declaration.Network",
            "%s does not extend dev.netwright.runtime.Network, so it would have nothing to call.",
            "write: interface %s extends Network"),
    DECLARATION_RUNTIME(
            "Declaration.Runtime",
            "dev.netwright.runtime.Network is not on the class path or module path of this compilation.",
            "add the dependency dev.netwright:netwright-runtime (a named module also needs: requires dev.netwright.runtime)."),
    DECLARATION_GENERATED_NAME(
            "Declaration.GeneratedName",
            "the generated class would be called %s, which %s has already.",
            "rename the interface or the other type."),
    METHOD_ABSTRACT(
            "Method.Abstract",
            "the abstract method %s has no implementation: a generated class has those of Network alone.",
            "give it a body with 'default', or remove it."),
    METHOD_CLASH("Method.Clash", "the method %s has the signature of a member of the generated class.", "rename it."),
    NETWORK_NO_INPUT(
            "Network.NoInput",
            "the network has no input.",
            "write @Input(784) above the layers, with the number of features of one sample."),
    NETWORK_NO_LAYER(
            "Network.NoLayer",
            "the network has no layer.",
            "write @Layer(size = 10, activation = Activation.SOFTMAX) below @Input."),
    NETWORK_PARAMETERS(
            "Network.Parameters",
            "up to this layer the network has %,d parameters, but they live in one array of at most %,d.",
            "make this layer or one before it smaller."),
    INPUT_SIZE(
            "Input.Size",
            "the input has %d features, but a sample needs at least 1.",
            "write the number of features of one sample: @Input(784)"),
    LAYER_SIZE_MISSING("Layer.SizeMissing", "size is missing.", "write the number of units: @Layer(size = 16)"),
    LAYER_SIZE("Layer.Size", "size is %d, but a layer needs at least 1 unit.", "write a positive number: size = 16"),
    LAYER_PARAMETERS(
            "Layer.Parameters",
            "%,d inputs and %,d units make %,d parameters, but they live in one array of at most %,d.",
            "make this layer or the one before it smaller."),
    LAYER_NAME(
            "Layer.Name",
            "name is \"%s\", which is no Java identifier, but members of the generated class are named after it.",
            "use letters, digits and underscores: name = \"%s\""),
    LAYER_DUPLICATE_NAME(
            "Layer.DuplicateName",
            "name is \"%s\", which is also the name of layer %d%s.",
            "give each layer a name of its own."),
    LAYER_SOFTMAX_UNITS(
            "Layer.SoftmaxUnits",
            "activation is %s over 1 unit, which always gives %s.",
            "use SIGMOID for one probability, or size = 2 or more."),
    LAYER_ALPHA_UNUSED(
            "Layer.AlphaUnused",
            "alpha is given, but %s takes no parameter.",
            "remove alpha; LEAKY_RELU and ELU take one."),
    LAYER_ALPHA_RANGE(
            "Layer.AlphaRange",
            "alpha is %s, but %s needs it %s: it is %s.",
            "write a value in that range, or leave alpha out for %s."),
    LAYER_CONSTANT_MISSING(
            "Layer.ConstantMissing",
            "init is CONSTANT, but constant is missing.",
            "write the value too: init = Initializer.CONSTANT, constant = 0.1f"),
    LAYER_CONSTANT_UNUSED(
            "Layer.ConstantUnused",
            "constant is given, but init is %s and does not use it.",
            "remove constant, or write init = Initializer.CONSTANT."),
    LAYER_CONSTANT_RANGE(
            "Layer.ConstantRange",
            "constant is %s, but a weight must be finite.",
            "write a finite number: constant = 0.1f"),
    LAYER_LAST_RELU(
            Kind.WARNING,
            "Layer.LastRelu",
            "RELU as the last of %d units: an output that is 0 for a sample gets no gradient from it.",
            "use SOFTMAX to classify or IDENTITY to estimate."),
    LAYER_LINEAR(
            Kind.WARNING,
            "Layer.Linear",
            "without an activation this layer and the next are together one linear layer.",
            "give it an activation such as RELU or TANH, or leave the layer out."),
    LAYER_SYMMETRIC(
            Kind.WARNING,
            "Layer.Symmetric",
            "init is %s, so the %d units start alike and training can never tell them apart.",
            "leave init out for a random start."),
    INTERNAL(
            "Internal",
            "the processor itself failed on %s: %s",
            "this is a bug in Netwright and not in your code. Please report it with this message and the declaration.");

    private final Kind kind;
    private final String id;
    private final String text;
    private final String hint;

    Code(String id, String text, String hint) {
        this(Kind.ERROR, id, text, hint);
    }

    Code(Kind kind, String id, String text, String hint) {
        this.kind = kind;
        this.id = id;
        this.text = text;
        this.hint = hint;
    }

    /** Error or warning. */
    public Kind kind() {
        return kind;
    }

    /** The code in brackets, such as {@code Layer.Size}. */
    public String id() {
        return id;
    }

    /** What was found and what was expected; a format. */
    public String text() {
        return text;
    }

    /** What to write instead; a format. */
    public String hint() {
        return hint;
    }
}

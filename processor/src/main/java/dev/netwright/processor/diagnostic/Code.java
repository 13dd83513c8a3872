package dev.netwright.processor.diagnostic;

import java.util.Locale;
import javax.tools.Diagnostic.Kind;

/**
 * The catalogue: every finding with its code, its text and its hint, which share one list of arguments. {@code
 * docs/errors.md} explains each of them. It is long because it is all of them: checks, documentation and tests go through one list,
 * and whoever writes a text sees how the others are put.
 */
public enum Code {
    DECLARATION_KIND(
            "Declaration.Kind",
            "this is %1$s, but a network is declared by an interface.",
            "write: interface %2$s extends Network {}"),
    DECLARATION_PRIVATE(
            "Declaration.Private",
            "the interface is private or inside something private, so the generated class could not see it.",
            "remove 'private', or move the interface out."),
    DECLARATION_SEALED(
            "Declaration.Sealed",
            "the interface is sealed, so the generated class may not implement it.",
            "remove 'sealed' and 'permits'."),
    DECLARATION_TYPE_PARAMETERS(
            "Declaration.TypeParameters",
            "the interface has type parameters, but the arrays of a network are always float[].",
            "remove the type parameters."),
    DECLARATION_NETWORK(
            "Declaration.Network",
            "the interface does not extend dev.netwright.runtime.Network, so it would have nothing to call.",
            "write: interface %1$s extends %2$s"),
    DECLARATION_RUNTIME(
            "Declaration.Runtime",
            "dev.netwright.runtime.Network is not on the class path, or not in a module that this one reads.",
            "add the dependency dev.netwright:netwright-runtime; a named module also needs: requires dev.netwright.runtime;"),
    DECLARATION_SAMPLE(
            "Declaration.Sample",
            "a %1$s takes one sample and gives one output, but the network has %2$s.",
            "put all features into one record and leave one output, or extend Network and call infer(...)."),
    DECLARATION_TASKS(
            "Declaration.Tasks",
            "the interface extends both Classifier and Regressor, but a network either classifies or estimates.",
            "extend one of the two, or extend Network and declare an output for each: output = true"),
    DECLARATION_TYPE_ARGUMENTS(
            "Declaration.TypeArguments",
            "the interface extends %1$s, but its input and its labels make it a %2$s.",
            "write: interface %3$s extends %2$s"),
    DECLARATION_VERSION(
            "Declaration.Version",
            "this processor and the annotations on the class path are not of one version: %1$s.",
            "use one version of netwright-annotations, netwright-runtime and netwright-processor."),
    DECLARATION_GENERATED_NAME(
            "Declaration.GeneratedName",
            "the generated class would be called %1$s, but %2$s.",
            "rename the interface or the other type, or clean the build."),
    DECLARATION_HIDDEN_TYPE("Declaration.HiddenType", "the generated class cannot name %1$s: %2$s.", "%3$s."),
    DECLARATION_CLASS_PATH(
            "Declaration.ClassPath",
            "the compiler cannot read a class that the interface or its network refers to: %1$s.",
            "complete the class path, and clean the build."),
    DECLARATION_OUTPUT(
            "Declaration.Output",
            "the generated class %1$s could not be written: %2$s.",
            "see that the folder of generated sources can be written and that the disk has room."),
    ONNX_LAYERS(
            "Onnx.Layers",
            "the interface has @OnnxModel, and %1$s besides, but a network is declared by layers or by a file.",
            "remove the one, or the others; the record of the samples and the enum of the classes are type arguments, interface %2$s extends Classifier<Flower, Species>."),
    ONNX_TYPES("Onnx.Types", "the interface extends %1$s, but %2$s.", "%3$s."),
    ONNX_TASK("Onnx.Task", "the interface extends %1$s, but %2$s.", "%3$s."),
    ONNX_RECORD("Onnx.Record", "%1$s.%2$s", "%3$s."),
    ONNX_CLASSES("Onnx.Classes", "%1$s.%2$s", "%3$s."),
    ONNX_MISSING("Onnx.Missing", "the file %1$s is not there; it was looked for %2$s.", "%3$s."),
    ONNX_FILE("Onnx.File", "%1$s cannot be read: %2$s.", "%3$s."),
    ONNX_END("Onnx.End", "%1$s cannot become a network: %2$s.", "%3$s."),
    ONNX_OUTPUT("Onnx.Output", "the output %1$s cannot be chosen: %2$s.", "%3$s."),
    ONNX_NODE("Onnx.Node", "%1$s cannot become a layer: %2$s.", "%3$s."),
    METHOD_ABSTRACT(
            "Method.Abstract",
            "the abstract method %1$s has no implementation: a generated class has those of Network alone.",
            "give it a body with 'default', or remove it."),
    METHOD_RETURN(
            "Method.Return",
            "the method %1$s returns %2$s, but that of the generated class returns %3$s.",
            "let it return what Network says, or remove it."),
    METHOD_CLASH(
            "Method.Clash",
            "the method %1$s has the signature of a method that the generated class has itself.",
            "rename it, or remove it."),
    NETWORK_NO_INPUT(
            "Network.NoInput",
            "the network has no input: @Input is missing.",
            "write @Input(784) above the layers, with the number of features of one sample."),
    NETWORK_NO_LAYER(
            "Network.NoLayer",
            "the network has no layer: @Layer is missing.",
            "write @Layer(size = 10, activation = Activation.SOFTMAX) below @Input."),
    NETWORK_LAYERS(
            "Network.Layers",
            "the network has %1$,d layers, but one class holds at most %2$,d.",
            "leave layers out; a network that deep hardly learns."),
    NETWORK_WINDOWS(
            "Network.Windows",
            "the network has %1$d layers with a kernel or a pool, but one class holds at most %2$d.",
            "leave layers out, or split the network."),
    NETWORK_PARAMETERS(
            "Network.Parameters",
            "up to this layer the network has %1$,d parameters, but they live in one array of at most %2$,d.",
            "make this layer or one before it smaller."),
    INPUT_SIZE(
            "Input.Size",
            "the input has %1$d features, but a sample needs at least 1.",
            "write the number of features of one sample: @Input(784)"),
    INPUT_SIZE_MISSING(
            "Input.SizeMissing",
            "the input says neither how many features a sample has nor how they are arranged.",
            "write the number of features, @Input(784), their arrangement, @Input(shape = {28, 28, 1}), or a record that has them."),
    INPUT_SIZE_TWICE(
            "Input.SizeTwice", "%1$s, but %2$s says how many features a sample has, too.", "remove one of the two."),
    INPUT_SHAPE(
            "Input.Shape",
            "shape has %1$s, but pixels are arranged in one dimension or in two, with channels.",
            "write {length, channels} or {height, width, channels}; for features without an arrangement @Input(784)"),
    INPUT_SHAPE_SIZE(
            "Input.ShapeSize",
            "shape has the number %1$d, but every one is at least 1.",
            "write a positive number: shape = {28, 28, 1}"),
    INPUT_RECORD(
            "Input.Record",
            "record is %1$s, which is %2$s, but its components are the features of a sample.",
            "name a record of numbers, booleans, enums or records that is not private and, in another package, public."),
    INPUT_COMPONENTS(
            "Input.Components",
            "%1$s has more than %2$,d components, with those of the records in it.",
            "put what belongs together into an array: @Feature(length = 1_000) float[] values"),
    COMPONENT_TYPE(
            "Component.Type",
            "%1$s is %2$s, which is %3$s.",
            "make it a number, a boolean, an enum, an array of numbers or booleans, or a record of these; or leave it out."),
    COMPONENT_CYCLE(
            "Component.Cycle",
            "%1$s is %2$s, which this is a part of already, so there would be no end of features.",
            "leave it out, or put what counts of it into a record of its own."),
    COMPONENT_LENGTH_MISSING(
            "Component.LengthMissing",
            "%1$s is %2$s, but how many features that makes is not declared.",
            "write how long each is: @Feature(length = 12) %2$s %3$s"),
    COMPONENT_LENGTH(
            "Component.Length",
            "length of %1$s is %2$d, but an array has at least 1 element.",
            "write a positive number: @Feature(length = 12)"),
    COMPONENT_LENGTH_UNUSED(
            "Component.LengthUnused", "length of %1$s is %3$d, but %2$s is no array.", "remove length."),
    COMPONENT_MISSING(
            "Component.Missing",
            "missing of %1$s is %2$s, but a feature must be finite.",
            "write a finite number: @Feature(missing = 0)"),
    COMPONENT_MISSING_UNUSED(
            "Component.MissingUnused",
            "missing of %1$s is %3$s, but a value of type %2$s is never missing.",
            "remove missing, or let the component be a type that can be null."),
    COMPONENT_INDEX("Component.Index", "index of %1$s, which is %2$s, is true, but %3$s.", "%4$s."),
    INPUT_INDICES(
            "Input.Indices",
            "every component of %1$s is an index, so nothing of it is left for the input itself.",
            "write an input for each index, such as @Input(value = 1, name = \"user\"), or let one be a feature."),
    INPUT_NAME(
            "Input.Name",
            "the input's name is %1$s, which is %2$s, but members of the generated class are named after it.",
            "%4$s: name = \"%3$s\""),
    INPUT_DUPLICATE_NAME("Input.DuplicateName", "name is \"%1$s\", which is also the name of input %2$d%3$s.", "%4$s."),
    INPUT_COLUMNS(
            "Input.Columns",
            "up to this input a sample has %1$,d features, but they live in one array of at most %2$,d.",
            "make this input or one before it smaller."),
    INPUT_COUNT(
            "Input.Count",
            "the network has %1$d inputs, but one class takes at most %2$d.",
            "put features that belong together into one input."),
    INPUT_UNREAD(
            "Input.Unread",
            "no layer reads the input \"%1$s\", so the network would not depend on it.",
            "name it in a layer, from = \"%1$s\", or remove it."),
    NETWORK_CYCLE(
            "Network.Cycle",
            "these layers feed each other in a circle: %1$s. Data that flowed backwards could never produce an output.",
            "let this layer read the input or a layer above it."),
    LAYER_SIZE_MISSING("Layer.SizeMissing", "size is missing.", "write the number of units: @Layer(size = 16)"),
    LAYER_WEIGHTLESS(
            "Layer.Weightless",
            "%1$s is %2$s, but without size the layer has no weights.",
            "remove %1$s, or write the number of units: size = 16"),
    LAYER_COLUMNS(
            "Layer.Columns",
            "it merges %1$,d columns, but they live in one array of at most %2$,d.",
            "merge fewer or smaller layers."),
    LAYER_FROM_MISSING(
            "Layer.FromMissing",
            "from is missing: the network has %1$d inputs, and the first layer must say which it reads.",
            "write what it reads: from = {%2$s}"),
    LAYER_FROM_EMPTY(
            "Layer.FromEmpty",
            "from names nothing, so the layer would read nothing.",
            "name what it reads, or leave from out for the layer above."),
    LAYER_FROM_COUNT(
            "Layer.FromCount",
            "from has %1$d names, but one layer merges at most %2$d.",
            "merge some of them in a layer of their own."),
    LAYER_FROM_UNKNOWN("Layer.FromUnknown", "from is %1$s, but no input and no layer has that name.", "%2$s"),
    LAYER_MERGE_UNUSED(
            "Layer.MergeUnused",
            "merge is %1$s, but the layer reads %2$d source and there is nothing to merge.",
            "name what it merges: from = {\"one\", \"another\"}, or remove merge."),
    LAYER_MERGE_SHAPES(
            "Layer.MergeShapes",
            "merge is %1$s, but %2$s has %3$s and %4$s has %5$s.",
            "give them the same shape, or write merge = Merge.CONCATENATE."),
    LAYER_RESIDUAL_UNKNOWN(
            "Layer.ResidualUnknown", "residual is %1$s, but no input and no layer has that name.", "%2$s"),
    LAYER_RESIDUAL_SHAPE(
            "Layer.ResidualShape",
            "residual is \"%1$s\", which has %2$s, but this layer has %3$s.",
            "give this layer %4$s, or add another layer."),
    LAYER_RESIDUAL_NOT_COMPUTED(
            "Layer.ResidualNotComputed",
            "residual is \"%1$s\", which is not computed yet, since it follows from this layer: %2$s.",
            "add the input or a layer above it."),
    LAYER_UNREAD(
            "Layer.Unread",
            "no layer reads \"%1$s\", so nothing of it would reach the output.",
            "name it in a layer: from = \"%1$s\", make it an output: output = true, or remove it."),
    LAYER_OUTPUT_LAST(
            "Layer.OutputLast",
            "output is false, but the last layer is always an output.",
            "remove output, or let the layer that gives the output be the last."),
    LAYER_OUTPUT_COUNT(
            "Layer.OutputCount",
            "the network has %1$d outputs, but one class gives at most %2$d.",
            "put units that belong together into one layer."),
    LAYER_OUTPUT_COLUMNS(
            "Layer.OutputColumns",
            "up to this output the network has %1$,d outputs, but they live in one array of at most %2$,d.",
            "make this output or one before it smaller."),
    LAYER_INPUT_NAME(
            "Layer.InputName",
            "name is \"%1$s\", which is also the name of the input%2$s.",
            "give the layer a name of its own: name = \"%3$s\""),
    LAYER_SIZE("Layer.Size", "size is %1$d, but a layer needs at least 1 unit.", "write a positive number: size = 16"),
    LAYER_LABELS(
            "Layer.Labels",
            "labels is %1$s, which is %2$s, but the generated class names its constants, one for each unit.",
            "name an enum with a constant for each class, which is not private and, in another package, public."),
    LAYER_LABELS_SIZE("Layer.LabelsSize", "%1$s, but labels is %2$s, which has %3$d constants.", "%4$s."),
    LAYER_LABELS_HIDDEN(
            "Layer.LabelsHidden",
            "labels is %1$s, but this layer is no output, so its units stand for nothing that could have labels.",
            "give labels to an output, and here write the number of units: size = 16"),
    LAYER_LABELS_MISSING(
            "Layer.LabelsMissing",
            "labels is missing, but a Classifier must know which classes the outputs of its last layer stand for.",
            "write the enum instead of a size: labels = %1$s.class"),
    LAYER_PROBABILITIES(
            "Layer.Probabilities",
            "%1$s, but the outputs of a Classifier are probabilities that add up to 1.",
            "write activation = SOFTMAX without a residual, for two classes too."),
    LAYER_ESTIMATE(
            "Layer.Estimate",
            "the last layer has %1$d units, but a Regressor estimates one number.",
            "write size = 1, or extend Network to estimate several."),
    LAYER_PARAMETERS(
            "Layer.Parameters",
            "%1$,d x %2$,d weights%3$s make %4$,d parameters, but they live in one array of at most %5$,d.",
            "make this layer or the one before it smaller."),
    LAYER_FILTERS_MISSING(
            "Layer.FiltersMissing",
            "kernel is given, but the convolution has no size: its number of filters.",
            "write how many: size = 16"),
    LAYER_WINDOW_FLAT(
            "Layer.WindowFlat", "%1$s is given, but %2$s are not arranged in pixels%3$s.", "%4$s, or remove %1$s."),
    LAYER_WINDOW_COUNT(
            "Layer.WindowCount",
            "%1$s has %2$d numbers, but what the layer reads, %3$s, has pixels in %4$s.",
            "write %5$s"),
    LAYER_WINDOW_SIZE(
            "Layer.WindowSize",
            "%1$s has the number %2$d, but it is counted in pixels and at least 1.",
            "write a positive number: %1$s = 2"),
    LAYER_WINDOW_LARGER(
            "Layer.WindowLarger", "%1$s covers %2$s pixels, but there are only %3$s.", "make it smaller%4$s."),
    LAYER_WINDOW_UNUSED("Layer.WindowUnused", "%1$s is %2$s, but %3$s.", "%4$s"),
    LAYER_SOFTMAX_PIXELS(
            "Layer.SoftmaxPixels",
            "activation is %1$s over %2$s, which could be meant for each pixel or for all values.",
            "pool to one pixel with pooling = Pooling.GLOBAL_AVERAGE, or give the activation to a dense layer below."),
    LAYER_RESULT(
            "Layer.Result", "its result has %1$s, but a sample lives in one array of at most %2$,d.", "write %3$s."),
    LAYER_EMBEDDING(
            "Layer.Embedding",
            "embedding is %1$,d, but a table has from 1 to %2$,d rows.",
            "write how many values a feature can have: embedding = 5_000"),
    LAYER_EMBEDDING_SIZE(
            "Layer.EmbeddingSize",
            "embedding is given, but its table has no size: its number of columns.",
            "write how many: size = 16"),
    LAYER_EMBEDDING_SOURCE(
            "Layer.EmbeddingSource", "%1$s, but it is the features of one input that pick rows of its table.", "%2$s"),
    LAYER_EMBEDDING_ALONE(
            "Layer.EmbeddingAlone", "%1$s is %2$s, but a table %3$s.", "remove %1$s, or remove embedding."),
    LAYER_EMBEDDING_CONSTANTS(
            "Layer.EmbeddingConstants",
            "embedding is %1$,d, but %2$s, whose constants pick the rows, has %3$,d of them.",
            "write embedding = %3$d"),
    LAYER_INDEX(
            "Layer.Index",
            "%1$s is \"%2$s\", a component that is an index: here its number would count as a magnitude.",
            "make a vector of it: @Layer(size = 4, embedding = %3$d, from = \"%2$s\"), or let it be no index."),
    LAYER_INDICES(
            "Layer.Indices",
            "%1$s is \"%2$s\", whose features pick rows of the table of \"%3$s\": here they would count as magnitudes.",
            "name \"%3$s\" instead, and give features that are magnitudes an input of their own."),
    LAYER_NAME(
            "Layer.Name",
            "name is %1$s, which is %2$s, but members of the generated class are named after it.",
            "%4$s: name = \"%3$s\""),
    LAYER_DUPLICATE_NAME(
            "Layer.DuplicateName",
            "name is \"%1$s\", which is also the name of layer %2$d%3$s.",
            "give each layer a name of its own: name = \"%4$s\""),
    LAYER_SOFTMAX_UNITS("Layer.SoftmaxUnits", "activation is %1$s over 1 unit, which always gives %2$s.", "%3$s."),
    LAYER_ALPHA_UNUSED("Layer.AlphaUnused", "alpha is %1$s, but %2$s takes no parameter.", "remove alpha%3$s"),
    LAYER_ALPHA_RANGE(
            "Layer.AlphaRange",
            "alpha is %1$s, but %2$s needs one %3$s: it is %4$s.",
            "write a number in that range, or leave alpha out for %5$s."),
    LAYER_FUNCTION(
            "Layer.Function",
            "function is %1$s, which is %2$s, but the generated class calls its static methods f and derivative.",
            "%3$s."),
    LAYER_FUNCTION_ACTIVATION(
            "Layer.FunctionActivation",
            "activation is %1$s, but the layer applies %2$s already, its function.",
            "remove activation, or remove function."),
    LAYER_FUNCTION_MISSING(
            "Layer.FunctionMissing",
            "function is %1$s, but that has no method %2$s(float)%3$s.",
            "write in %1$s: public static float %2$s(float z) { ... }, which gives %4$s."),
    LAYER_FUNCTION_METHOD(
            "Layer.FunctionMethod",
            "function is %1$s, whose method %2$s(float) %3$s, but the generated class calls it for every unit and takes a float.",
            "let it be: public static float %2$s(float z), without checked exceptions."),
    LAYER_CONSTANT_MISSING(
            "Layer.ConstantMissing",
            "init is CONSTANT, but constant is missing.",
            "write the value too: init = Initializer.CONSTANT, constant = 0.1f"),
    LAYER_CONSTANT_UNUSED(
            "Layer.ConstantUnused",
            "constant is %1$s, but init is %2$s and does not use it.",
            "remove constant, or write init = Initializer.CONSTANT."),
    LAYER_CONSTANT_RANGE(
            "Layer.ConstantRange",
            "constant is %1$s, but a weight must be finite.",
            "write a finite number: constant = 0.1f"),
    LAYER_NORMALIZE_UNITS(
            "Layer.NormalizeUnits",
            "normalize is %1$s over 1 unit, which always gives 0 before its shift.",
            "remove normalize, or give the layer more units."),
    LAYER_EPSILON_RANGE(
            "Layer.EpsilonRange",
            "epsilon is %1$s, but what is added to a variance must be above 0 and at most 1.",
            "write a small positive number: epsilon = 1e-5f"),
    LAYER_EPSILON_UNUSED(
            "Layer.EpsilonUnused",
            "epsilon is %1$s, but nothing is normalised here.",
            "remove epsilon, or say what it is for: normalize = Normalization.LAYER"),
    LAYER_DROPOUT_RANGE(
            "Layer.DropoutRange",
            "dropout is %1$s, but the probability to be dropped must be from 0 to less than 1.",
            "write a number in that range: dropout = 0.2f"),
    LAYER_DROPOUT_OUTPUT(
            "Layer.DropoutOutput",
            "dropout is %1$s, but this layer gives the outputs, and training would compare outputs that were dropped with their targets.",
            "remove dropout, or write it on a layer before this one."),
    LAYER_PENALTY(
            "Layer.Penalty",
            "%1$s is %2$s, but a penalty must be finite and at least 0.",
            "write a small positive number: %1$s = 1e-4f"),
    LAYER_PENALTY_UNUSED(
            "Layer.PenaltyUnused",
            "%1$s is %2$s, but the layer is not trained, so no penalty moves its weights.",
            "remove %1$s, or remove trainable = false."),
    LAYER_LAST_RELU(
            Kind.WARNING,
            "Layer.LastRelu",
            "RELU on %1$s, which has %2$d units: an output that is 0 for a sample learns nothing from it.",
            "use SOFTMAX to classify, IDENTITY to estimate, SOFTPLUS to estimate what is never negative."),
    LAYER_LINEAR(
            Kind.WARNING,
            "Layer.Linear",
            "without an activation this layer and the next are together one linear layer.",
            "give it an activation such as RELU or TANH, or leave the layer out."),
    LAYER_SYMMETRIC(
            Kind.WARNING,
            "Layer.Symmetric",
            "the weights of this layer start alike and those of the next too, so its %1$d units stay alike for ever.",
            "leave init out in one of the two for a random start."),
    LAYER_ZERO_RELU(
            Kind.WARNING,
            "Layer.ZeroRelu",
            "all weights start at 0 under RELU, which has no slope there, so this layer never learns.",
            "leave init out for a random start."),
    LAYER_SELU_INIT(
            Kind.WARNING,
            "Layer.SeluInit",
            "init is %1$s, but SELU keeps mean and variance only where weights start with variance 1 / inputs.",
            "leave init out, or write init = Initializer.LECUN_NORMAL."),
    LAYER_BIAS_NORMALIZED(
            Kind.WARNING,
            "Layer.BiasNormalized",
            "bias is true, but normalize is BATCH: subtracting the mean of the batch takes every bias out again.",
            "leave bias out; the shifts of the normalisation are the layer's biases."),
    LAYER_FROM_OUTPUT(
            Kind.WARNING,
            "Layer.FromOutput",
            "from is missing, so it reads the layer above: the %1$s of the output \"%2$s\".",
            "write %3$s to read what \"%2$s\" reads, or from = \"%2$s\" if that is meant."),
    LAYER_HIDDEN_SOFTMAX(
            Kind.WARNING,
            "Layer.HiddenSoftmax",
            "activation is %1$s on a hidden layer, so the next one sees what its %2$d units are relative to each other, and not how large.",
            "use RELU or TANH between layers, or write output = true if this is an output."),
    LAYER_STRIDE(
            Kind.WARNING,
            "Layer.Stride",
            "stride is %1$s, but the %2$s covers %3$s, so pixels between its places are read by no unit.",
            "write a stride of at most what it covers, or cover a single pixel to leave out others on purpose."),
    INPUT_CHANNELS(
            Kind.WARNING,
            "Input.Channels",
            "shape is {%1$s}, and the channels come last, so \"%2$s\" moves over %3$s with %4$d channels.",
            "write %5$s"),
    NETWORK_FROZEN(
            Kind.WARNING,
            "Network.Frozen",
            "trainable is false on every layer with weights, so training would change nothing.",
            "remove trainable = false from the layers that are to learn."),
    INTERNAL(
            "Internal",
            "the processor itself failed: %1$s",
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

    /** Whether nothing is generated where this is found. */
    public boolean isError() {
        return kind == Kind.ERROR;
    }

    /** The code in brackets, such as {@code Layer.Size}. */
    public String id() {
        return id;
    }

    /** What was found and what was expected. */
    String details(Object... arguments) {
        return String.format(Locale.ROOT, text, arguments);
    }

    /** What to write instead. */
    String hint(Object... arguments) {
        return String.format(Locale.ROOT, hint, arguments);
    }
}

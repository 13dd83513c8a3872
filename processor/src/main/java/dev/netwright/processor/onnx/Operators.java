package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.Pooling;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every operator that becomes a part of a network, with what it becomes. */
final class Operators {
    private static final String ML = "ai.onnx.ml.";

    /** Of each domain besides ONNX's own the operators that are read. */
    private static final Map<String, Set<String>> OTHER_DOMAINS = Map.of(
            "ai.onnx.ml",
            Set.of("Scaler", "LinearRegressor", "LinearClassifier", "Normalizer", "ZipMap"),
            "com.microsoft",
            Set.of("Gelu", "FastGelu", "QuickGelu"));

    private static final Set<String> RECURRENT = Set.of("RNN", "LSTM", "GRU", "Loop", "Scan");

    /** Those that read one value, whatever it is, and only arrange its elements. */
    private static final Map<String, Operator> ARRANGING = Map.ofEntries(
            Map.entry("Reshape", Arranging::reshape),
            Map.entry("Flatten", Arranging::flatten),
            Map.entry("Squeeze", Arranging::squeeze),
            Map.entry("Unsqueeze", Arranging::unsqueeze),
            Map.entry("Transpose", Arranging::transpose),
            Map.entry("Slice", Choosing::slice),
            Map.entry("Split", Choosing::split),
            Map.entry("Expand", Choosing::expand),
            Map.entry("Pad", PadOperator::pad),
            Map.entry("Identity", call -> List.of(call.inputs().get(0).orElseThrow())),
            Map.entry("Dropout", Arranging::dropout));

    private final Map<String, Operator> ofData = new HashMap<>();
    private final ElementOperators elements;

    Operators(Layers layers, Scaling scaling, Activating activating) {
        Combining combining = new Combining(layers, scaling);
        NormalizationOperators normalization = new NormalizationOperators(new Normalizing(layers, scaling));
        LinearOperators linear = new LinearOperators(layers, scaling, activating);
        ConvolutionOperators convolutions = new ConvolutionOperators(layers, scaling);
        PoolOperators pools = new PoolOperators(layers, scaling, convolutions);
        TableOperators tables = new TableOperators(layers);
        elements = new ElementOperators(layers, scaling, activating, combining);
        ofData.put("Gemm", linear::gemm);
        ofData.put("MatMul", linear::matMul);
        ofData.put(ML + "Scaler", linear::scaler);
        ofData.put(ML + "LinearRegressor", linear::regressor);
        ofData.put(ML + "LinearClassifier", linear::classifier);
        ofData.put(ML + "Normalizer", call -> List.of(Probabilities.normalized(call, layers)));
        for (String arithmetic : Set.of("Add", "Sub", "Mul", "Div")) {
            ofData.put(arithmetic, elements::arithmetic);
        }
        ofData.put("Sum", elements::sum);
        ofData.put("Softmax", call -> elements.softmax(call, Activation.SOFTMAX));
        ofData.put("LogSoftmax", call -> elements.softmax(call, Activation.LOG_SOFTMAX));
        ofData.put("PRelu", elements::slopes);
        ofData.put("Concat", Arranging::concat);
        ofData.put(
                "Shape",
                call -> List.of(Constants.shape(
                        call.node(), ((Flow) call.inputs().get(0).orElseThrow()).shape(), !call.isOne())));
        ofData.put("Cast", TableOperators::cast);
        ofData.put("Gather", call -> call.isFlow(0) ? Choosing.gather(call) : tables.gather(call));
        ofData.put("Conv", convolutions::convolution);
        ofData.put("MaxPool", call -> pools.pool(call, Pooling.MAXIMUM));
        ofData.put("AveragePool", call -> pools.pool(call, Pooling.AVERAGE));
        ofData.put("GlobalMaxPool", call -> pools.globalPool(call, Pooling.GLOBAL_MAXIMUM));
        ofData.put("GlobalAveragePool", call -> pools.globalPool(call, Pooling.GLOBAL_AVERAGE));
        for (String reduction : Set.of("ReduceMean", "ReduceSum", "ReduceMax")) {
            ofData.put(reduction, pools::reduce);
        }
        ofData.put("BatchNormalization", normalization::batch);
        ofData.put(NormalizationFinder.OPERATOR, normalization::layer);
    }

    /** Whether an operator is ONNX's own, or one of another domain that is read. */
    static boolean isKnown(String domain, String operator) {
        return domain.isEmpty() || OTHER_DOMAINS.getOrDefault(domain, Set.of()).contains(operator);
    }

    /** The values of a node's outputs. */
    List<Value> apply(Call call) throws OnnxException, UnsupportedException {
        OnnxNode node = call.node();
        String operator = node.fullOperator();
        if (operator.equals("Constant")) {
            return List.of(TensorReader.ofConstant(node));
        }
        Operator arranging = ARRANGING.get(operator);
        if (arranging != null && call.has(0)) {
            return arranging.apply(call);
        }
        if (call.isConstant()) {
            return List.of(ofConstants(call).orElseThrow(() -> unknown(node)));
        }
        Optional<List<Value>> function = elements.function(call);
        if (function.isPresent()) {
            return function.get();
        }
        Operator found = ofData.get(operator);
        if (found == null) {
            throw unknown(node);
        }
        return found.apply(call);
    }

    private static Optional<? extends Value> constant(Call call) throws OnnxException, UnsupportedException {
        return Constants.apply(call);
    }

    private static Optional<Value> ofConstants(Call call) throws OnnxException, UnsupportedException {
        if (call.node().operator().equals("Gather") && call.has(0) && call.has(1)) {
            return Optional.of(Choosing.gather(call).get(0));
        }
        return constant(call).map(value -> value);
    }

    /** Whether an operator is read, if only with some attributes or of constants. */
    boolean isRead(OnnxNode node) {
        String operator = node.fullOperator();
        return operator.equals("Constant")
                || operator.equals("Gather")
                || ARRANGING.containsKey(operator)
                || ofData.containsKey(operator)
                || Constants.OPERATORS.contains(operator)
                || ElementFormulas.OPERATORS.contains(node.operator());
    }

    /** What is said of a node whose operator is not read. */
    static UnsupportedException unknown(OnnxNode node) {
        return new UnsupportedException(
                "its operator is not read",
                node.operator().startsWith("function ")
                        ? "export the model without functions of its own"
                        : RECURRENT.contains(node.operator())
                                ? "leave it out, for recurrent layers are no layers of such networks; convolutions over a sequence are"
                                : "leave it out, or put it together of operators that docs/train-in-python.md lists");
    }
}

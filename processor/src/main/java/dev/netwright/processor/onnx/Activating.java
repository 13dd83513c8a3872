package dev.netwright.processor.onnx;

import dev.netwright.annotations.Activation;
import dev.netwright.annotations.ActivationFunction;
import dev.netwright.processor.model.CustomActivation;
import dev.netwright.processor.model.FunctionModel;
import dev.netwright.processor.model.TypeReference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Applies functions to data: an entry of the table of activations where there is one, else a class in the generated one. */
final class Activating {
    private final Layers layers;
    private final Scaling scaling;
    private final String packageName;
    private final String generatedName;
    private final List<FunctionModel> functions = new ArrayList<>();
    private final Map<Formula, CustomActivation> custom = new HashMap<>();

    Activating(Layers layers, Scaling scaling, String packageName, String generatedName) {
        this.layers = layers;
        this.scaling = scaling;
        this.packageName = packageName;
        this.generatedName = generatedName;
    }

    /** The functions that the table lacks. */
    List<FunctionModel> functions() {
        return functions;
    }

    /** A function of each element by itself. */
    Flow apply(Flow x, Formula formula, String operator) throws UnsupportedException {
        if (formula.isLine()) {
            double shift = formula.value(0);
            double scale = formula.value(1) - shift;
            requireFinite(Double.isFinite(scale) && Double.isFinite(shift));
            return scaling.apply(x, scale, shift);
        }
        if (x.isScaled() && x.isScaledAlike()) {
            Formula inner = Formula.of(x.scale(0)).times(Formula.z()).plus(Formula.of(x.shift(0)));
            return apply(x.unscaled(), formula.at(inner), operator);
        }
        Optional<KnownFunctions.Known> known = KnownFunctions.find(formula);
        if (known.isEmpty()) {
            KnownFunctions.Named named =
                    KnownFunctions.findNamed(formula).orElse(new KnownFunctions.Named(operator, formula, 1));
            Flow activated = apply(x, function(named.formula(), named.name()), Float.NaN);
            return named.factor() == 1 ? activated : scaling.apply(activated, named.factor(), 0);
        }
        Flow activated = apply(x, known.get().activation(), known.get().alpha());
        return scaling.apply(activated, known.get().factor(), 0);
    }

    private static void requireFinite(boolean isFinite) throws UnsupportedException {
        if (!isFinite) {
            throw new UnsupportedException(
                    "it is a function with a number that is not finite", "let the model have finite numbers there");
        }
    }

    /** An activation of all elements of a sample together. */
    Flow applyToAll(Flow x, Activation activation) throws UnsupportedException {
        Flow complete = x.isComplete() ? x : scaling.output(x);
        boolean isPixels = !Merged.of(complete).shape().isFlat();
        return apply(isPixels ? scaling.selected(complete) : complete, activation, Float.NaN);
    }

    private Flow apply(Flow x, ActivationFunction activation, float alpha) throws UnsupportedException {
        Flow settled = scaling.settled(x);
        Optional<Draft> open = layers.openBefore(Draft.Stage.ACTIVATED, settled);
        if (open.isPresent()) {
            open.get().activate(activation, alpha);
            return settled;
        }
        Merged merged = Merged.of(settled);
        Draft draft = layers.add(Draft.joined(merged, ""));
        draft.activate(activation, alpha);
        return Flow.of(draft, settled.shape(), merged.columns());
    }

    private CustomActivation function(Formula formula, String operator) throws UnsupportedException {
        CustomActivation known = custom.get(formula);
        if (known != null) {
            return known;
        }
        long before = functions.stream()
                .filter(function -> function.name().replaceAll("\\d+$", "").equals(operator))
                .count();
        String name = before == 0 ? operator : operator + (before + 1);
        requireFinite(formula.isFinite() && formula.derivative().isFinite());
        Formula function = formula.tidied();
        Formula derivative = formula.derivative().tidied();
        FunctionModel model = new FunctionModel(
                name,
                FormulaText.ofReaders(function),
                FormulaText.ofReaders(derivative),
                FormulaText.ofTopologies(function),
                FormulaText.ofCompilers(function),
                FormulaText.ofCompilers(derivative));
        functions.add(model);
        CustomActivation activation =
                new CustomActivation(new TypeReference(packageName, generatedName + "." + name), Optional.of(model));
        custom.put(formula, activation);
        return activation;
    }
}

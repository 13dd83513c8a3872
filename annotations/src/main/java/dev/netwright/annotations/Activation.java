package dev.netwright.annotations;

import java.util.Locale;
import java.util.Optional;

/**
 * The activations, each with its formula, its derivative and where it was published: the one table that the processor
 * writes into generated sources, that the runtime computes and that the documentation shows. {@code z} is the
 * pre-activation of one unit and {@code a = f(z)}; {@code α} is {@link Layer#alpha()}.
 */
public enum Activation implements ActivationFunction {
    IDENTITY("a = z", "1", "linear regression", Initializer.GLOROT_UNIFORM),
    SIGMOID("a = 1 / (1 + exp(-z))", "a·(1 - a)", "Verhulst 1845; Rumelhart et al. 1986", Initializer.GLOROT_UNIFORM),
    TANH("a = tanh(z)", "1 - a²", "LeCun et al. 1998", Initializer.GLOROT_UNIFORM),
    RELU("a = max(0, z)", "z > 0 ? 1 : 0", "Nair and Hinton 2010", Initializer.HE_NORMAL),
    SOFTMAX("a = exp(z) / Σ exp(z)", "∂aᵢ/∂zⱼ = aᵢ·(δᵢⱼ - aⱼ)", "Bridle 1990", Initializer.GLOROT_UNIFORM),
    LOG_SOFTMAX("a = z - log Σ exp(z)", "∂aᵢ/∂zⱼ = δᵢⱼ - exp(aⱼ)", "Bridle 1990", Initializer.GLOROT_UNIFORM),
    LEAKY_RELU(
            "a = z > 0 ? z : α·z",
            "z > 0 ? 1 : α",
            "Maas et al. 2013",
            Initializer.HE_NORMAL,
            Optional.of(new Alpha(0.01f, 0f, 1f, "the slope below zero"))),
    ELU(
            "a = z > 0 ? z : α·(exp(z) - 1)",
            "z > 0 ? 1 : a + α",
            "Clevert et al. 2016",
            Initializer.HE_NORMAL,
            Optional.of(new Alpha(1f, 0f, Float.POSITIVE_INFINITY, "the depth below zero"))),
    SELU(
            "a = λ·(z > 0 ? z : α·(exp(z) - 1)), λ = 1.0507009873554805, α = 1.6732632423543772",
            "z > 0 ? λ : a + λ·α",
            "Klambauer et al. 2017",
            Initializer.LECUN_NORMAL),
    GELU(
            "a = z·Φ(z), Φ(z) = (1 + erf(z / √2)) / 2",
            "Φ(z) + z·φ(z), φ(z) = exp(-z² / 2) / √(2π)",
            "Hendrycks and Gimpel 2016",
            Initializer.HE_NORMAL),
    GELU_TANH(
            "a = z·(1 + t) / 2, t = tanh(√(2/π)·(z + 0.044715·z³))",
            "(1 + t) / 2 + z·(1 - t²)·√(2/π)·(1 + 0.134145·z²) / 2",
            "Hendrycks and Gimpel 2016",
            Initializer.HE_NORMAL),
    SILU(
            "a = z·s, s = 1 / (1 + exp(-z))",
            "s·(1 + z·(1 - s))",
            "Elfwing et al. 2018; Ramachandran et al. 2017 (as Swish)",
            Initializer.HE_NORMAL),
    SOFTPLUS("a = log(1 + exp(z))", "1 / (1 + exp(-z))", "Dugas et al. 2001", Initializer.HE_NORMAL),
    SOFTSIGN("a = z / (1 + |z|)", "1 / (1 + |z|)²", "Turian et al. 2009", Initializer.GLOROT_UNIFORM),
    HARD_SIGMOID(
            "a = min(1, max(0, z / 6 + 1/2))",
            "-3 < z < 3 ? 1/6 : 0",
            "Courbariaux et al. 2015; Howard et al. 2019 (this slope)",
            Initializer.GLOROT_UNIFORM),
    HARD_TANH("a = min(1, max(-1, z))", "-1 < z < 1 ? 1 : 0", "Collobert 2004", Initializer.GLOROT_UNIFORM),
    MISH("a = z·t, t = tanh(log(1 + exp(z)))", "t + z·(1 - t²) / (1 + exp(-z))", "Misra 2019", Initializer.HE_NORMAL),
    EXPONENTIAL("a = exp(z)", "a", "Poisson regression", Initializer.GLOROT_UNIFORM);

    private final String formula;
    private final String derivative;
    private final String source;
    private final Initializer defaultInitializer;
    private final Optional<Alpha> alpha;

    Activation(String formula, String derivative, String source, Initializer defaultInitializer) {
        this(formula, derivative, source, defaultInitializer, Optional.empty());
    }

    Activation(
            String formula, String derivative, String source, Initializer defaultInitializer, Optional<Alpha> alpha) {
        this.formula = formula;
        this.derivative = derivative;
        this.source = source;
        this.defaultInitializer = defaultInitializer;
        this.alpha = alpha;
    }

    @Override
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The function, as {@code a = ...} of {@code z}. */
    @Override
    public String formula() {
        return formula;
    }

    /** The derivative {@code da/dz}, of {@code z} and {@code a}; for softmax and log-softmax the Jacobian. */
    @Override
    public String derivative() {
        return derivative;
    }

    /** Where the function was published or comes from. */
    public String source() {
        return source;
    }

    /** How weights start before this activation where a layer does not say. */
    @Override
    public Initializer defaultInitializer() {
        return defaultInitializer;
    }

    /** The parameter that the activation takes; empty where it takes none. */
    public Optional<Alpha> alpha() {
        return alpha;
    }

    /** Whether every unit is activated from its own pre-activation alone: all but softmax and log-softmax. */
    @Override
    public boolean isElementwise() {
        return this != SOFTMAX && this != LOG_SOFTMAX;
    }
}

package dev.netwright.processor.onnx;

/** The functions that formulas are made of besides arithmetic, as the runtime computes them. */
enum Functions {
    EXP("exp", "PortableMath.exp"),
    LOG("log", "PortableMath.log"),
    TANH("tanh", "PortableMath.tanh"),
    SIGMOID("sigmoid", "PortableMath.sigmoid"),
    SOFTPLUS("softplus", "PortableMath.softplus"),
    /** The distribution function of the standard normal distribution, Φ. */
    NORMAL("Φ", "PortableMath.normalCdf"),
    SQRT("√", "Math.sqrt"),
    ABS("abs", "Math.abs");

    private static final double SQRT_2_PI = Math.sqrt(2 * Math.PI);

    /** Beyond this Φ is 0 or 1 for a float. */
    private static final double NORMAL_MOST = 9;

    private final String sign;
    private final String method;

    Functions(String sign, String method) {
        this.sign = sign;
        this.method = method;
    }

    /** As a formula writes it. */
    String sign() {
        return sign;
    }

    /** As a source calls it. */
    String method() {
        return method;
    }

    /** As a topology names it: the method without its class. */
    String word() {
        return method.substring(method.indexOf('.') + 1);
    }

    double value(double z) {
        return switch (this) {
            case EXP -> Math.exp(z);
            case LOG -> Math.log(z);
            case TANH -> Math.tanh(z);
            case SIGMOID -> 1 / (1 + Math.exp(-z));
            case SOFTPLUS -> Math.max(0, z) + Math.log1p(Math.exp(-Math.abs(z)));
            case NORMAL -> normal(z);
            case SQRT -> Math.sqrt(z);
            case ABS -> Math.abs(z);
        };
    }

    /** Its slope at what is inside. */
    Formula derivative(Formula of) {
        Formula itself = of.in(this);
        Formula one = Formula.of(1);
        return switch (this) {
            case EXP -> itself;
            case LOG -> one.over(of);
            case TANH -> one.minus(itself.times(itself));
            case SIGMOID -> itself.times(one.minus(itself));
            case SOFTPLUS -> of.in(SIGMOID);
            case NORMAL ->
                Formula.of(1 / SQRT_2_PI)
                        .times(Formula.of(-0.5).times(of).times(of).in(EXP));
            case SQRT -> Formula.of(0.5).over(itself);
            case ABS -> of.above(0, one, Formula.of(-1));
        };
    }

    /** By the series of odd powers (Marsaglia 2004), which has no cancellation. */
    private static double normal(double z) {
        if (Math.abs(z) > NORMAL_MOST) {
            return z > 0 ? 1 : 0;
        }
        double term = z;
        double sum = z;
        for (int i = 3; Math.abs(term) > 1e-18 * Math.abs(sum); i += 2) {
            term *= z * z / i;
            sum += term;
        }
        return 0.5 + sum * Math.exp(-0.5 * z * z) / SQRT_2_PI;
    }
}

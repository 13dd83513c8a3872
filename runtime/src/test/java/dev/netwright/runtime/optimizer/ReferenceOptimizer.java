package dev.netwright.runtime.optimizer;

/**
 * Optimizers in double precision, one parameter at a time, written from the papers and from PyTorch's documented algorithms
 * and with {@code Math.pow} where they have a power. Hyperparameters are the floats that the optimizers get.
 */
interface ReferenceOptimizer {
    /** The state for one parameter. */
    interface State {
        /** How the parameter changes in step {@code t}, counted from 1. NaN where rounding decides. */
        double change(double p, double g, double rate, int t);
    }

    State start();

    static ReferenceOptimizer sgd() {
        return () -> (p, g, rate, t) -> -rate * g;
    }

    static ReferenceOptimizer momentum(double momentum) {
        return () -> new State() {
            private double v;

            @Override
            public double change(double p, double g, double rate, int t) {
                v = t == 1 ? g : momentum * v + g;
                return -rate * v;
            }
        };
    }

    static ReferenceOptimizer nesterov(double momentum) {
        return () -> new State() {
            private double v;

            @Override
            public double change(double p, double g, double rate, int t) {
                v = t == 1 ? g : momentum * v + g;
                return -rate * (g + momentum * v);
            }
        };
    }

    static ReferenceOptimizer adagrad(double epsilon) {
        return () -> new State() {
            private double sum;

            @Override
            public double change(double p, double g, double rate, int t) {
                sum += g * g;
                return -rate * g / (Math.sqrt(sum) + epsilon);
            }
        };
    }

    static ReferenceOptimizer rmsProp(double rho, double epsilon) {
        return () -> new State() {
            private double mean;

            @Override
            public double change(double p, double g, double rate, int t) {
                mean = rho * mean + (1 - rho) * g * g;
                return -rate * g / (Math.sqrt(mean) + epsilon);
            }
        };
    }

    static ReferenceOptimizer adadelta(double rho, double epsilon) {
        return () -> new State() {
            private double squares;
            private double changes;

            @Override
            public double change(double p, double g, double rate, int t) {
                squares = rho * squares + (1 - rho) * g * g;
                double change = -Math.sqrt(changes + epsilon) / Math.sqrt(squares + epsilon) * g;
                changes = rho * changes + (1 - rho) * change * change;
                return rate * change;
            }
        };
    }

    /** The two means that Adam and its relatives start from. */
    abstract class Moments implements State {
        final double beta1;
        final double beta2;
        private double m;
        private double v;

        Moments(double beta1, double beta2) {
            this.beta1 = beta1;
            this.beta2 = beta2;
        }

        @Override
        public double change(double p, double g, double rate, int t) {
            m = beta1 * m + (1 - beta1) * g;
            v = beta2 * v + (1 - beta2) * g * g;
            return -rate * direction(p, g, t, m, v);
        }

        double correctedMean(int t, double m) {
            return m / (1 - Math.pow(beta1, t));
        }

        double correctedSquare(int t, double v) {
            return v / (1 - Math.pow(beta2, t));
        }

        abstract double direction(double p, double g, int t, double m, double v);
    }

    static ReferenceOptimizer adam(double beta1, double beta2, double epsilon) {
        return adamW(0, beta1, beta2, epsilon);
    }

    static ReferenceOptimizer adamW(double decay, double beta1, double beta2, double epsilon) {
        return () -> new Moments(beta1, beta2) {
            @Override
            double direction(double p, double g, int t, double m, double v) {
                return decay * p + correctedMean(t, m) / (Math.sqrt(correctedSquare(t, v)) + epsilon);
            }
        };
    }

    static ReferenceOptimizer amsGrad(double beta1, double beta2, double epsilon) {
        return () -> new Moments(beta1, beta2) {
            private double largest;

            @Override
            double direction(double p, double g, int t, double m, double v) {
                largest = Math.max(largest, v);
                return correctedMean(t, m) / (Math.sqrt(correctedSquare(t, largest)) + epsilon);
            }
        };
    }

    static ReferenceOptimizer nAdam(double beta1, double beta2, double epsilon) {
        return () -> new Moments(beta1, beta2) {
            private double momentum(int t) {
                return beta1 * (1 - 0.5 * Math.pow(0.96, t * 0.004));
            }

            private double product(int t) {
                return t == 0 ? 1 : product(t - 1) * momentum(t);
            }

            @Override
            double direction(double p, double g, int t, double m, double v) {
                double lookedAhead =
                        momentum(t + 1) * m / (1 - product(t + 1)) + (1 - momentum(t)) * g / (1 - product(t));
                return lookedAhead / (Math.sqrt(correctedSquare(t, v)) + epsilon);
            }
        };
    }

    static ReferenceOptimizer lion(double decay, double beta1, double beta2) {
        return () -> new State() {
            private double m;

            @Override
            public double change(double p, double g, double rate, int t) {
                double size = beta1 * Math.abs(m) + (1 - beta1) * Math.abs(g);
                double update = beta1 * m + (1 - beta1) * g;
                m = beta2 * m + (1 - beta2) * g;
                boolean isDecided = size == 0 || Math.abs(update) > 1e-5 * size;
                return isDecided ? -rate * (Math.signum(update) + decay * p) : Double.NaN;
            }
        };
    }

    /** iRprop-: table 4 of Igel and Hüsken 2000. The rate is that of the first step times a schedule's factor. */
    static ReferenceOptimizer rProp(double firstStep) {
        return () -> new State() {
            private double step = firstStep;
            private double previous;

            @Override
            public double change(double p, double g, double rate, int t) {
                double now = g;
                if (previous * g > 0) {
                    step = Math.min(1.2 * step, 50);
                } else if (previous * g < 0) {
                    step = Math.max(0.5 * step, 1e-6);
                    now = 0;
                }
                previous = now;
                return -rate / firstStep * step * Math.signum(now);
            }
        };
    }
}

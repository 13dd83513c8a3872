package dev.netwright.verification.reference;

import java.util.Random;

/** What targets may be; every number is one that a float holds. */
public enum TargetKind {
    /** Any numbers. */
    NUMBERS {
        @Override
        void fill(Random random, double[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = (float) random.nextGaussian();
            }
        }
    },
    /** From 0 to 1, the ends now and then. */
    PROBABILITIES {
        @Override
        void fill(Random random, double[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(3) == 0 ? random.nextInt(2) : random.nextFloat();
            }
        }
    },
    /** At least 0, with sum 1, in steps of 1/64. */
    DISTRIBUTIONS {
        @Override
        void fill(Random random, double[] row) {
            for (int i = 0; i < 64; i++) {
                row[random.nextInt(row.length)] += 1.0 / 64;
            }
        }
    },
    /** Whole numbers from 0. */
    COUNTS {
        @Override
        void fill(Random random, double[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(7);
            }
        }
    },
    /** -1 or 1. */
    SIGNS {
        @Override
        void fill(Random random, double[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextBoolean() ? 1 : -1;
            }
        }
    },
    /** 0 or 1. */
    BINARY {
        @Override
        void fill(Random random, double[] row) {
            for (int i = 0; i < row.length; i++) {
                row[i] = random.nextInt(2);
            }
        }
    },
    /** 1 at the label and 0 elsewhere. */
    LABELS {
        @Override
        void fill(Random random, double[] row) {
            row[random.nextInt(row.length)] = 1;
        }
    };

    abstract void fill(Random random, double[] row);

    /** {@code rows x columns} targets. */
    public double[][] draw(Random random, int rows, int columns) {
        double[][] targets = new double[rows][columns];
        for (double[] row : targets) {
            fill(random, row);
        }
        return targets;
    }
}

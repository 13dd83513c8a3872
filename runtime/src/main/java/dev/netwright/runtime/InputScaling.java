package dev.netwright.runtime;

import dev.netwright.runtime.data.Standardizer;

/** What a network and its passes share: how features are scaled on their way to the first layer. */
final class InputScaling {
    private volatile Standardizer standardizer;

    InputScaling(int inputSize) {
        standardizer = Standardizer.none(inputSize);
    }

    Standardizer standardizer() {
        return standardizer;
    }

    void set(Standardizer next) {
        int columns = standardizer.columns();
        if (next.columns() != columns) {
            throw new IllegalArgumentException("The standardizer is for " + next.columns()
                    + " columns, but a sample of this network has " + columns + " features.");
        }
        standardizer = next;
    }
}

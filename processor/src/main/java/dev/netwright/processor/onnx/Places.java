package dev.netwright.processor.onnx;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Where to look at a formula to tell it from another: around all places where a part of it is 0 or a choice changes, between them and beyond. */
final class Places {
    private static final double LEAST = 1e-6;
    private static final double MOST = 1e30;
    private static final double STEP = 1.3;
    private static final int HALVINGS = 80;

    private final TreeSet<Double> bends = new TreeSet<>();
    private final List<Double> grid = new ArrayList<>();

    private Places() {
        for (double place = MOST; place > LEAST; place /= STEP) {
            grid.add(-place);
        }
        grid.add(0.0);
        for (double place = LEAST; place < MOST; place *= STEP) {
            grid.add(place);
        }
    }

    /** Such places, none where no part of it changes its sign. */
    static List<Double> of(Formula formula) {
        Places places = new Places();
        places.findBends(formula);
        List<Double> found = new ArrayList<>();
        double before = Double.NEGATIVE_INFINITY;
        for (double bend : places.bends) {
            double near = 1e-3 * (LEAST + Math.abs(bend));
            found.addAll(List.of(bend - near, bend, bend + near));
            if (before > Double.NEGATIVE_INFINITY) {
                found.add((before + bend) / 2);
            }
            before = bend;
        }
        if (!places.bends.isEmpty()) {
            double far = Math.max(Math.abs(places.bends.first()), Math.abs(places.bends.last()));
            for (double factor : new double[] {1.1, 2, 10, 1000}) {
                found.addAll(List.of(-factor * far, factor * far));
            }
        }
        return found;
    }

    private void findBends(Formula formula) {
        if (formula instanceof Formula.Sum sum) {
            addZeros(sum);
            findBends(sum.left());
            findBends(sum.right());
        } else if (formula instanceof Formula.Product product) {
            findBends(product.left());
            findBends(product.right());
        } else if (formula instanceof Formula.Quotient quotient) {
            findBends(quotient.left());
            findBends(quotient.right());
        } else if (formula instanceof Formula.Call call) {
            findBends(call.of());
        } else if (formula instanceof Formula.Choice choice) {
            addZeros(choice.tested().plus(Formula.of(-choice.limit())));
            findBends(choice.tested());
            findBends(choice.above());
            findBends(choice.below());
        }
    }

    private void addZeros(Formula formula) {
        for (int i = 1; i < grid.size(); i++) {
            double low = grid.get(i - 1);
            double high = grid.get(i);
            boolean isPositive = formula.value(low) > 0;
            if (isPositive != formula.value(high) > 0) {
                for (int halving = 0; halving < HALVINGS; halving++) {
                    double middle = low + (high - low) / 2;
                    if (formula.value(middle) > 0 == isPositive) {
                        low = middle;
                    } else {
                        high = middle;
                    }
                }
                bends.add(high);
            }
        }
    }
}

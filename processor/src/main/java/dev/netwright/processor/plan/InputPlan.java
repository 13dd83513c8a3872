package dev.netwright.processor.plan;

import dev.netwright.processor.model.InputModel;

/**
 * What is decided about one of several inputs. Each has its features together in an array of its own; the only input of a network
 * is read where the caller has it.
 *
 * @param input what is planned
 * @param names what its members are called
 */
public record InputPlan(InputModel input, LayerNames names) {
    /** The array with its features, {@code rows x size}. */
    public String values() {
        return names.field() + "A";
    }

    /** This array. */
    public PlannedArray array() {
        return new PlannedArray(values(), columns(), input.size());
    }

    /** The array with their gradients. */
    public String gradients() {
        return names.field() + "Da";
    }

    /** The constant with its columns. */
    public String columns() {
        return names.columns();
    }

    Operand operand() {
        return new Operand(input.name(), true, false, values(), "0", columns(), gradients());
    }
}

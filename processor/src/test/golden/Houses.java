package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Classifier;

/** Every kind of component. */
@Input(record = Houses.House.class)
@Layer(size = 8, activation = Activation.TANH)
@Layer(labels = Houses.Offer.class, activation = Activation.SOFTMAX)
public interface Houses extends Classifier<Houses.House, Houses.Offer> {
    record House(
            float area,
            @Feature(missing = 0) Integer rooms,
            boolean garden,
            Boolean cellar,
            Heating heating,
            @Feature(length = 12) double[] rents,
            Address address,
            @Feature(missing = -1) Address second) {}

    record Address(int zip, @Feature(missing = 0.5f) Heating grid) {}

    enum Heating {
        GAS,
        OIL,
        NONE
    }

    enum Offer {
        SALE,
        RENT
    }
}

package dev.netwright.verification.record;

import dev.netwright.annotations.Feature;
import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Regressor;

/** A record with two indices between its features. */
@Input(record = Shops.Shop.class, name = "shop")
@Layer(size = 2, embedding = 3, from = "trade", name = "trades")
@Layer(size = 1, embedding = 4, from = "street", name = "streets")
@Layer(
        size = 1,
        from = {"shop", "trades", "streets"})
interface Shops extends Regressor<Shops.Shop> {
    /** What a shop sells. */
    enum Trade {
        BREAD,
        BOOKS,
        SHOES
    }

    /** A shop. */
    record Shop(
            @Feature(index = true) Trade trade,
            float area,
            @Feature(index = true) Integer street,
            boolean corner) {}
}

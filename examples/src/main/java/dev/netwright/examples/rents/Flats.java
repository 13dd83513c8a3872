package dev.netwright.examples.rents;

import dev.netwright.runtime.data.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Flats of a town that is drawn. A street has a price for a square metre, and a view, for which each floor adds to the rent or, where there
 * is none, a climb takes something off; so a flat's rent is a product of what its features and its street say, and no sum.
 */
final class Flats {
    /** Streets of the town. */
    static final int STREETS = 300;

    private static final double NOISE = 0.03;
    private static final List<Heating> HEATINGS = List.of(Heating.values());

    private final double[] prices = new double[STREETS];
    private final double[] views = new double[STREETS];
    private final Random random;

    /** A town. */
    Flats(long seed) {
        random = new Random(seed);
        for (int street = 0; street < STREETS; street++) {
            prices[street] = 7 + 11 * random.nextDouble();
            views[street] = random.nextDouble() < 0.4 ? 0.1 * random.nextDouble() : 0;
        }
    }

    /** So many flats. */
    List<Flat> draw(int count) {
        List<Flat> flats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int rooms = 1 + random.nextInt(5);
            flats.add(new Flat(
                    (float) (rooms * (16 + 14 * random.nextDouble()) + 10),
                    rooms,
                    random.nextInt(8),
                    random.nextBoolean(),
                    HEATINGS.get(random.nextInt(HEATINGS.size())),
                    random.nextInt(STREETS)));
        }
        return flats;
    }

    /** What a flat costs, in hundreds a month. */
    double rent(Flat flat) {
        double climb = flat.hasLift() ? 0 : 0.04 * flat.floor();
        double floors = 1 + views[flat.street()] * flat.floor() - climb;
        return flat.area() * prices[flat.street()] * floors * flat.heating().factor / 100;
    }

    /** With what landlords ask, who are a little off. */
    Dataset withRents(List<Flat> flats) {
        float[] rents = new float[flats.size()];
        for (int i = 0; i < rents.length; i++) {
            rents[i] = (float) (rent(flats.get(i)) * (1 + NOISE * random.nextGaussian()));
        }
        return RentNetwork.dataset(flats, rents);
    }
}

package dev.netwright.examples.cartpole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

/** The cart and the pole move as mechanics says. */
class CartPoleTest {
    private static final double SECONDS = 0.02;

    /**
     * The equations of motion of a uniform rod of mass m and half length l on a cart of mass M, without friction, from its
     * Lagrangian:
     * {@code (M + m)·x'' + m·l·(θ''·cos θ - θ'²·sin θ) = F} and {@code 4/3·l·θ'' + x''·cos θ = g·sin θ}.
     */
    @Property
    void accelerationsSatisfyTheEquationsOfMotion(
            @ForAll @DoubleRange(min = -2, max = 2) double velocity,
            @ForAll @DoubleRange(min = -0.2, max = 0.2) double angle,
            @ForAll @DoubleRange(min = -3, max = 3) double angularVelocity,
            @ForAll boolean right) {
        CartPole cart = new CartPole(0.5, velocity, angle, angularVelocity);
        cart.push(right ? CartPole.RIGHT : CartPole.LEFT);
        double acceleration = (cart.velocity() - velocity) / SECONDS;
        double angularAcceleration = (cart.angularVelocity() - angularVelocity) / SECONDS;

        double sine = Math.sin(angle);
        double cosine = Math.cos(angle);
        double force = (1.0 + 0.1) * acceleration
                + 0.1 * 0.5 * (angularAcceleration * cosine - angularVelocity * angularVelocity * sine);
        assertThat(force).isCloseTo(right ? 10 : -10, within(1e-9));
        assertThat(4.0 / 3.0 * 0.5 * angularAcceleration + acceleration * cosine)
                .isCloseTo(9.8 * sine, within(1e-9));
        // Euler's method with the velocities before the push, as CartPole-v1 has it.
        assertThat(cart.position()).isCloseTo(0.5 + SECONDS * velocity, within(1e-15));
        assertThat(cart.angle()).isCloseTo(angle + SECONDS * angularVelocity, within(1e-15));
    }

    @Test
    void anEpisodeEndsWhereThePoleLeansMoreThanTwelveDegrees() {
        double limit = 12 * 2 * Math.PI / 360;
        assertThat(new CartPole(0, 0, limit - 1e-9, 0).isOver()).isFalse();
        assertThat(new CartPole(0, 0, limit + 1e-9, 0).isOver()).isTrue();
        assertThat(new CartPole(0, 0, -limit - 1e-9, 0).isOver()).isTrue();
    }

    @Test
    void anEpisodeEndsWhereTheCartLeavesTheTrack() {
        assertThat(new CartPole(2.4, 0, 0, 0).isOver()).isFalse();
        assertThat(new CartPole(2.4 + 1e-9, 0, 0, 0).isOver()).isTrue();
        assertThat(new CartPole(-2.4 - 1e-9, 0, 0, 0).isOver()).isTrue();
    }

    @Test
    void anEpisodeEndsAfterFiveHundredSteps() {
        CartPole cart = new CartPole(0.01, 0, 0.01, 0);
        for (int step = 0; step < 499; step++) {
            assertThat(cart.isOver()).as("over after %d steps", step).isFalse();
            // A linear controller, which balances for good.
            double lean = cart.position() + 2 * cart.velocity() + 20 * cart.angle() + 4 * cart.angularVelocity();
            cart.push(lean > 0 ? CartPole.RIGHT : CartPole.LEFT);
        }
        assertThat(cart.isOver()).isFalse();
        cart.push(CartPole.LEFT);
        assertThat(cart.steps()).isEqualTo(500);
        assertThat(cart.isOver()).isTrue();
    }

    @Test
    void episodesStartNearlyUpright() {
        Random random = new Random(1);
        float[] state = new float[CartPole.STATE_SIZE];
        float least = 0;
        float most = 0;
        for (int i = 0; i < 1000; i++) {
            new CartPole(random).state(state);
            for (float value : state) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        assertThat(least).isBetween(-0.05f, -0.0499f);
        assertThat(most).isBetween(0.0499f, 0.05f);
    }

    @Test
    void theStateIsPositionVelocityAngleAndAngularVelocity() {
        float[] state = new float[CartPole.STATE_SIZE];
        new CartPole(0.1, 0.2, 0.3, 0.4).state(state);
        assertThat(state).containsExactly(0.1f, 0.2f, 0.3f, 0.4f);
    }
}

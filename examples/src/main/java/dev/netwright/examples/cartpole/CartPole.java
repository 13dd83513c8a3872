package dev.netwright.examples.cartpole;

import java.util.Random;

/**
 * A pole that stands on a cart and falls unless the cart is pushed the right way (Barto, Sutton and Anderson 1983), with the
 * constants of Gym's CartPole-v1: the cart is pushed left or right with 10 N every 20 ms. An episode ends when the pole leans
 * more than 12 degrees, the cart is more than 2.4 m from the middle, or {@value #MOST_STEPS} steps are done.
 */
final class CartPole {
    /** Position in m, velocity in m/s, angle in rad, angular velocity in rad/s. */
    static final int STATE_SIZE = 4;

    static final int LEFT = 0;
    static final int RIGHT = 1;
    static final int MOST_STEPS = 500;

    private static final double GRAVITY = 9.8;
    private static final double POLE_MASS = 0.1;
    private static final double TOTAL_MASS = 1.0 + POLE_MASS;
    private static final double HALF_LENGTH = 0.5;
    private static final double FORCE = 10.0;
    private static final double SECONDS = 0.02;
    private static final double FARTHEST = 2.4;
    private static final double STEEPEST = Math.toRadians(12);
    private static final double START = 0.05;

    private double position;
    private double velocity;
    private double angle;
    private double angularVelocity;
    private int steps;

    /** At the start of an episode: near the middle, the pole nearly upright and nearly still. */
    CartPole(Random random) {
        this(start(random), start(random), start(random), start(random));
    }

    CartPole(double position, double velocity, double angle, double angularVelocity) {
        this.position = position;
        this.velocity = velocity;
        this.angle = angle;
        this.angularVelocity = angularVelocity;
    }

    private static double start(Random random) {
        return START * (2 * random.nextDouble() - 1);
    }

    /** Pushes for one step of 20 ms. */
    void push(int direction) {
        double sine = StrictMath.sin(angle);
        double cosine = StrictMath.cos(angle);
        double force = direction == RIGHT ? FORCE : -FORCE;
        double pushed = (force + POLE_MASS * HALF_LENGTH * angularVelocity * angularVelocity * sine) / TOTAL_MASS;
        double angularAcceleration = (GRAVITY * sine - cosine * pushed)
                / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * cosine * cosine / TOTAL_MASS));
        double acceleration = pushed - POLE_MASS * HALF_LENGTH * angularAcceleration * cosine / TOTAL_MASS;
        position += SECONDS * velocity;
        velocity += SECONDS * acceleration;
        angle += SECONDS * angularVelocity;
        angularVelocity += SECONDS * angularAcceleration;
        steps++;
    }

    boolean isOver() {
        return Math.abs(position) > FARTHEST || Math.abs(angle) > STEEPEST || steps >= MOST_STEPS;
    }

    /** Steps done; each is a point. */
    int steps() {
        return steps;
    }

    double position() {
        return position;
    }

    double velocity() {
        return velocity;
    }

    double angle() {
        return angle;
    }

    double angularVelocity() {
        return angularVelocity;
    }

    /** Writes the state, {@code 1 x 4}. */
    void state(float[] state) {
        state[0] = (float) position;
        state[1] = (float) velocity;
        state[2] = (float) angle;
        state[3] = (float) angularVelocity;
    }
}

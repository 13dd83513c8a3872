package dev.netwright.examples.actorcritic;

import dev.netwright.runtime.optimizer.Objective;

/**
 * Advantage actor-critic as an objective for any optimizer (Barto, Sutton and Anderson 1983; Mnih et al. 2016, with several robots in
 * place of several threads). How much better a move turned out than the critic had expected is {@code δ = r + γ·v(next) - v}. Over the n
 * moves that robots made at once
 *
 * <pre>{@code
 * L = 1/n·Σ (-δ·log π(direction) - β·H(π) + δ²/2)
 * }</pre>
 *
 * <p>where δ is taken as given in the first term and v(next) in the last, and the entropy H keeps the actor curious. At the logits of the
 * policy the gradient of the first term is {@code δ/n·(π - 1)} for the direction that was taken and {@code δ/n·π} for the others; at the
 * value it is {@code -δ/n}.
 */
final class ActorCritic implements Objective {
    static final double DISCOUNT = 0.9;

    private static final double CURIOSITY = 0.01;

    private final RobotNetwork network;
    private final Moves moves;
    private final RobotNetwork.Workspace pass;
    private final float[] policyGradients;
    private final float[] valueGradients;

    /** Learns from moves, which change between one step and the next. */
    ActorCritic(RobotNetwork network, Moves moves) {
        this.network = network;
        this.moves = moves;
        pass = network.newPass(moves.count());
        policyGradients = new float[moves.count() * Floor.DIRECTIONS];
        valueGradients = new float[moves.count()];
    }

    @Override
    public float[] parameters() {
        return network.parameters();
    }

    @Override
    public float[] gradients() {
        return pass.gradients();
    }

    @Override
    public double evaluate() {
        pass.forward(moves.places(), moves.count());
        double loss = 0;
        for (int robot = 0; robot < moves.count(); robot++) {
            double advantage = moves.expectedReturn(robot) - pass.outputsOfValue()[robot];
            loss += actor(robot, advantage) + critic(robot, advantage);
        }
        pass.fromLogitsOfPolicy(policyGradients)
                .fromOutputsOfValue(valueGradients)
                .backward();
        return loss;
    }

    /** Writes the gradient at the logits of one robot's policy, and returns its part of the loss. */
    private double actor(int robot, double advantage) {
        int row = robot * Floor.DIRECTIONS;
        float[] policy = pass.outputsOfPolicy();
        double entropy = 0;
        for (int direction = 0; direction < Floor.DIRECTIONS; direction++) {
            entropy -= timesLog(policy[row + direction]);
        }
        int taken = moves.direction(robot);
        for (int direction = 0; direction < Floor.DIRECTIONS; direction++) {
            double p = policy[row + direction];
            double ofReturn = advantage * (direction == taken ? p - 1 : p);
            double ofEntropy = timesLog(p) + p * entropy;
            policyGradients[row + direction] = (float) ((ofReturn + CURIOSITY * ofEntropy) / moves.count());
        }
        return -(advantage * StrictMath.log(policy[row + taken]) + CURIOSITY * entropy) / moves.count();
    }

    /** The same for the value. */
    private double critic(int robot, double advantage) {
        valueGradients[robot] = (float) (-advantage / moves.count());
        return 0.5 * advantage * advantage / moves.count();
    }

    /** p·log p, which is 0 at 0. */
    private static double timesLog(double p) {
        return p == 0 ? 0 : p * StrictMath.log(p);
    }
}

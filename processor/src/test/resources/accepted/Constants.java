package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(2 * Constants.SIDE)
@Layer(size = Constants.SIDE, name = Constants.PREFIX + 1, activation = Activation.TANH)
@dev.netwright.annotations.Layer(size = (int) Constants.HALF * 2, activation = dev.netwright.annotations.Activation.TANH)
@Layer(size = 3, alpha = Constants.SLOPE, activation = Activation.ELU)
public interface Constants extends Network {
    int SIDE = 2;
    float SLOPE = 1f / 3;
    double HALF = 1.5;
    String PREFIX = "first_";
}

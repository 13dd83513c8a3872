package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = NoConstant.SIZE)
// compiler: element value must be a constant expression
public interface NoConstant extends Network {
    int SIZE = Integer.parseInt("3");
}

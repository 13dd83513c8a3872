package demo;

import dev.netwright.annotations.*;
import dev.netwright.runtime.Network;

@Input(4)
@Layer(size = 3)
public interface WithBodies extends Network, Above {
    int FEATURES = 4;

    static WithBodies create(int seed) {
        return WithBodiesNetwork.create(seed);
    }

    default int best(float[] features) {
        return best(predict(features), 0);
    }

    private int best(float[] outputs, int from) {
        return outputs[from] > 0 ? from : outputs.length;
    }

    default float[] of(double[] values) {
        return new float[values.length];
    }
}

interface Top {
    int implementedInBetween();
}

interface Above extends Top {
    @Override
    default int implementedInBetween() {
        return 1;
    }
}

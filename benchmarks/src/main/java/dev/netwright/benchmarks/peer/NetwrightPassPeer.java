package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Task;
import dev.netwright.runtime.Network;
import dev.netwright.runtime.Pass;

/** Netwright by a pass of the caller's own, for one sample. */
final class NetwrightPassPeer implements Peer {
    @Override
    public String id() {
        return "netwright-pass";
    }

    @Override
    public Session open(Task task) {
        if (task.work().kind() != Kind.ONE_SAMPLE) {
            throw new Refusal("measured for one sample alone");
        }
        Network network = DeclaredNetworks.of(task.work().model(), task.parameters());
        Pass pass = network.newPass(1);
        return new Session() {
            @Override
            public float run() {
                pass.forward(task.inputs(), 1);
                return pass.outputs()[0];
            }

            @Override
            public float[] outputs() {
                return pass.outputs();
            }

            @Override
            public float[] parameters() {
                return network.parameters();
            }
        };
    }
}

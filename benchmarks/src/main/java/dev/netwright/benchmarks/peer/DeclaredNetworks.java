package dev.netwright.benchmarks.peer;

import dev.netwright.benchmarks.networks.ActorCriticNetwork;
import dev.netwright.benchmarks.networks.Deep24Network;
import dev.netwright.benchmarks.networks.Deep64Network;
import dev.netwright.benchmarks.networks.Dense16Network;
import dev.netwright.benchmarks.networks.Dense32Network;
import dev.netwright.benchmarks.networks.Dense4Network;
import dev.netwright.benchmarks.networks.Dense64Network;
import dev.netwright.benchmarks.networks.Dense8Network;
import dev.netwright.benchmarks.networks.DigitsDeepNetwork;
import dev.netwright.benchmarks.networks.DigitsNetwork;
import dev.netwright.benchmarks.networks.DigitsWideNetwork;
import dev.netwright.benchmarks.networks.LargeTableNetwork;
import dev.netwright.benchmarks.networks.LeNet5Network;
import dev.netwright.benchmarks.networks.NarrowingNetwork;
import dev.netwright.benchmarks.networks.NormalizedLeNet5Network;
import dev.netwright.benchmarks.networks.RegressionNetwork;
import dev.netwright.benchmarks.networks.RentsNetwork;
import dev.netwright.benchmarks.networks.SmallTableNetwork;
import dev.netwright.benchmarks.networks.TinyNetwork;
import dev.netwright.benchmarks.networks.Wide2048Network;
import dev.netwright.benchmarks.work.Model;
import dev.netwright.runtime.Network;

/** The generated network of each model. */
final class DeclaredNetworks {
    private static final long SEED = 20;

    private DeclaredNetworks() {}

    /** One switch and no table, so that a JVM loads the class of its own network alone. */
    static Network of(Model model, float[] parameters) {
        return switch (model.name()) {
            case "4-16-3" -> TinyNetwork.of(parameters);
            case "24-24-24-2" -> Deep24Network.of(parameters);
            case "64-64-64-10" -> Deep64Network.of(parameters);
            case "6-64-8-4" -> NarrowingNetwork.of(parameters);
            case "784-128-10" -> DigitsNetwork.of(parameters);
            case "784-128-64-10" -> DigitsDeepNetwork.of(parameters);
            case "784-512-512-10" -> DigitsWideNetwork.of(parameters);
            case "2048-2048-2048-10" -> Wide2048Network.of(parameters);
            case "4-32-16-4" -> RegressionNetwork.of(parameters);
            case "4-4" -> Dense4Network.of(parameters);
            case "8-8" -> Dense8Network.of(parameters);
            case "16-16" -> Dense16Network.of(parameters);
            case "32-32" -> Dense32Network.of(parameters);
            case "64-64" -> Dense64Network.of(parameters);
            case "LeNet-5" -> LeNet5Network.of(parameters);
            case "LeNet-5-BN" -> NormalizedLeNet5Network.create(SEED);
            case "rents" -> RentsNetwork.create(SEED);
            case "table-500" -> SmallTableNetwork.create(SEED);
            case "table-50000" -> LargeTableNetwork.create(SEED);
            case "actor-critic" -> ActorCriticNetwork.create(SEED);
            default -> throw new Refusal("no network of this name is declared");
        };
    }
}

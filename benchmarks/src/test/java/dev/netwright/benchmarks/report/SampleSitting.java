package dev.netwright.benchmarks.report;

import dev.netwright.benchmarks.c.CProgram;
import dev.netwright.benchmarks.jmh.Timing;
import dev.netwright.benchmarks.limit.Limits;
import dev.netwright.benchmarks.processing.ProcessingTime;
import dev.netwright.benchmarks.start.StartTime;
import dev.netwright.benchmarks.work.Works;
import java.util.List;
import java.util.Map;

/** Figures that nobody measured. */
final class SampleSitting {
    private SampleSitting() {}

    static Sitting create() {
        Sitting sitting = new Sitting(Map.of("processor", "an abacus"));
        sitting.setLimits(new Limits(200, Double.NaN, Map.of("24 KiB", 150.0)));
        sitting.add(new Row(
                Works.byId("one-sample/4-16-3"),
                List.of(
                        Timing.of("Netwright", 50, 1, 0),
                        Timing.of("libtorch (DJL)", 5000, 10, 900),
                        Timing.none("Smile", "fell asleep"),
                        Timing.of(CProgram.TITLE, 40, 1, 0))));
        sitting.add(new Row(
                Works.byId("training/784-512-512-10@128/sgd/1"),
                List.of(Timing.of("Netwright", 2.5e6, 1, 0), Timing.of("libtorch (DJL)", 5e6, 1, 900))));
        sitting.add(new Row(
                Works.byId("training/784-512-512-10@128/sgd/2"),
                List.of(Timing.of("Netwright", 1.3e6, 1, 40_000), Timing.of("libtorch (DJL)", 3.9e6, 1, 900))));
        sitting.add(new Row(
                Works.byId("training/LeNet-5@32/sgd/1"),
                List.of(Timing.of("Netwright", 1e6, 1, 0), Timing.of("libtorch (DJL)", 1.5e6, 1, 900))));
        sitting.add(new StartTime("Netwright", 100, 300 << 10));
        sitting.add(new StartTime("libtorch (DJL)", 450, 200 << 20));
        sitting.add(new ProcessingTime("100 networks of 2 layers, warm", 100, 400, 340, 150));
        sitting.setAbsent("Neuroph", "is not to be had");
        return sitting;
    }
}

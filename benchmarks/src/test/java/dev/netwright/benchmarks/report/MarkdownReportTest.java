package dev.netwright.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private final String page = MarkdownReport.of(SampleSitting.create());

    @Test
    void saysWhatTheMachineIsAndCanDo() {
        assertThat(page)
                .contains("| processor | an abacus |\n")
                .contains("| fused multiply-adds in float32, from Java | 200 GFLOP/s |\n")
                .contains("| the same from C | not measured |\n")
                .contains("| reading an array of 24 KiB | 150 GB/s |\n");
    }

    @Test
    void putsPeersAndRatiosBesideEveryTime() {
        assertThat(page)
                .contains("## One sample, forward\n\n"
                        + "| work | Netwright | GFLOP/s | of peak | B/op | libtorch (DJL) | Smile | C, gcc -O3 -ffast-math |\n"
                        + "|---|--:|--:|--:|--:|--:|--:|--:|\n"
                        + "| 4-16-3 | 50.0 ns | 4.48 | 2 % | 0 | 5.00 µs, 100× | - | 40.0 ns, 0.80× |\n")
                .contains("| 784-512-512-10 at 128, SGD | 2.50 ms | 164 | 82 % | 0 | 5.00 ms, 2.00× |\n")
                .contains(
                        "| 784-512-512-10 at 128, SGD, 2 threads | 1.30 ms | 316 | 79 % | 40000 | 3.90 ms, 3.00× |\n");
    }

    @Test
    void judgesEveryTarget() {
        assertThat(page)
                .contains("| one-sample, 4-16-3 | no slower than C | 0.80 | **missed** |\n")
                .contains("| one-sample, 4-16-3 | 20 times as fast as libtorch (DJL) | 100 | met |\n")
                .contains("| training, 784-512-512-10 at 128, SGD | 75 % of the peak | 82 % | met |\n")
                .contains(
                        "| training, 784-512-512-10 at 128, SGD | 2.4 times as fast as libtorch (DJL) | 2.00 | **missed** |\n")
                .contains(
                        "| training, 784-512-512-10 at 128, SGD, 2 threads | 1.8 times as fast as one thread | 1.92 | met |\n")
                .contains("| training, 784-512-512-10 at 128, SGD, 2 threads | 0 bytes | 40000 | **missed** |\n")
                .contains("| training, LeNet-5 at 32, SGD | no slower than libtorch (DJL) | 1.50 | met |\n")
                .doesNotContain("LeNet-5 at 32, SGD | 2.4 times");
    }

    @Test
    void hasStartsAndProcessingWithTheirTargets() {
        assertThat(page)
                .contains("| Netwright | 100 ms | 1.00× | 300 KiB |  |  |\n")
                .contains("| libtorch (DJL) | 450 ms | 4.50× | 200 MiB | 5 times | **missed** |\n")
                .contains("its own share | target |  |\n")
                .contains(
                        "| 100 networks of 2 layers, warm | 400 ms | 340 ms | 150 ms | 2.50 ms | 600 µs | under 3 ms | met |\n");
    }

    @Test
    void namesWhatWasNotMeasured() {
        assertThat(page).contains("- Neuroph: is not to be had\n").contains("- Smile: fell asleep (4-16-3)\n");
    }

    @Test
    void marksWhatOthersPublish() {
        assertThat(page)
                .contains("| work | Netwright here | published, other machine | source |\n")
                .contains("| 6-64-8-4 | - | 506 ns | hand-written Rust |\n");
    }
}

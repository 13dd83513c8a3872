package dev.netwright.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.netwright.benchmarks.c.CProgram;
import dev.netwright.benchmarks.c.Gcc;
import dev.netwright.benchmarks.peer.Peer;
import dev.netwright.benchmarks.peer.Peers;
import dev.netwright.benchmarks.peer.Refusal;
import dev.netwright.benchmarks.work.Kind;
import dev.netwright.benchmarks.work.Rule;
import dev.netwright.benchmarks.work.Shape;
import dev.netwright.benchmarks.work.Work;
import dev.netwright.benchmarks.work.Works;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everybody who needs no library computes the same as Netwright. */
class AgreementTest {
    static Stream<Work> smallWorks() {
        Stream<Work> listed = Works.all().stream()
                .filter(work -> work.model() instanceof Shape && work.flops() < 6e7 && work.kind() != Kind.THRESHOLD);
        Stream<Work> others =
                Stream.of(Rule.SGD, Rule.ADAM).map(rule -> new Work(Kind.TRAINING, Works.NARROWING, 7, rule, 1));
        return Stream.concat(listed, others);
    }

    static Stream<Work> thresholds() {
        return Works.all().stream().filter(work -> work.kind() == Kind.THRESHOLD);
    }

    @ParameterizedTest
    @MethodSource("smallWorks")
    void netwrightComputesWhatATextbookDoes(Work work) {
        assertThatCode(() -> OutputCheck.check(Peers.byId("netwright"), work)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("smallWorks")
    void handWrittenJavaComputesTheSame(Work work) {
        for (String id : List.of("textbook", "hand-written", "netwright-pass")) {
            Peer peer = Peers.byId(id);
            try {
                OutputCheck.check(peer, work);
            } catch (Exception e) {
                assertThat(e).isInstanceOf(Refusal.class);
                assertThat(e.getMessage()).doesNotContain("DIFFERS");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("smallWorks")
    void theProgramInCComputesTheSame(Work work) {
        assumeTrue(Gcc.version().isPresent(), "there is no gcc on this machine");
        assumeTrue(work.threads() == 1 && work.flops() < 1e7 && work.shape().isDense());

        Timing timing = CProgram.time(work, 1);

        assertThat(timing.reason()).isEmpty();
        assertThat(timing.nanoseconds()).isPositive();
    }

    @ParameterizedTest
    @MethodSource("thresholds")
    void aLayerThatIsWrittenOutComputesTheSame(Work work) {
        assertThatCode(() -> OutputCheck.check(Peers.byId("netwright-unrolled"), work))
                .doesNotThrowAnyException();
    }
}

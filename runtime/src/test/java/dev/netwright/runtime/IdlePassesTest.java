package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdlePassesTest {
    private static final int SIZE = 3;
    private static final int MORE_THAN_IT_KEEPS = 1_000;

    private final Doubling network = new Doubling(SIZE);
    private final IdlePasses idle = new IdlePasses(network::newPass);

    @Test
    void aPassThatIsTakenIsNobodyElses() {
        Pass first = idle.take(1);
        Pass second = idle.take(1);
        assertThat(second).isNotSameAs(first);
        idle.give(first);
        idle.give(second);
        assertThat(List.of(idle.take(1), idle.take(1))).containsExactlyInAnyOrder(first, second);
        assertThat(network.passes).hasSize(2);
    }

    @Test
    void aLargerPassServesFewerRowsAndASmallerOneMakesRoom() {
        for (int time = 0; time < 100; time++) {
            network.predict(new float[SIZE]);
            network.predict(new float[2 * SIZE], 2);
            network.predict(new float[200 * SIZE], 200);
        }
        assertThat(network.passes).extracting(Pass::capacity).containsExactly(1, 2, 256);
    }

    @Test
    void whereAllAreTooSmallTheLargerOneIsStillKept() {
        takeAndGive(MORE_THAN_IT_KEEPS, 1);
        Pass large = idle.take(64);
        idle.give(large);
        assertThat(idle.take(64)).isSameAs(large);
    }

    @Test
    void noMoreAreKeptThanThereAreSlots() {
        takeAndGive(MORE_THAN_IT_KEEPS, 1);
        int made = network.passes.size();
        takeAndGive(MORE_THAN_IT_KEEPS, 1);
        int madeAgain = network.passes.size() - made;
        assertThat(madeAgain).isBetween(1, MORE_THAN_IT_KEEPS - 16);
    }

    private void takeAndGive(int count, int capacity) {
        List<Pass> taken = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            taken.add(idle.take(capacity));
        }
        taken.forEach(idle::give);
    }

    @Test
    void everyThreadFindsWhatAnotherOneLeft() throws InterruptedException {
        for (int time = 0; time < 100; time++) {
            Thread thread = new Thread(() -> network.predict(new float[SIZE]));
            thread.start();
            thread.join();
        }
        assertThat(network.passes).hasSize(1);
    }

    @Test
    void anIdlePassHoldsNoFeaturesOfACaller() {
        network.predict(new float[SIZE]);
        Doubling.Work pass = network.passes.element();
        assertThat(pass.heldInputs()).isEmpty();
        assertThatIllegalStateException().isThrownBy(() -> pass.backward(new float[SIZE]));
    }

    @Test
    void aPassThatFailedIsNotUsedAgain() {
        float[] outputs = new float[SIZE];
        network.predict(new float[] {1, 2, 3}, outputs);
        assertThatIllegalStateException()
                .isThrownBy(() -> network.predict(new float[] {Doubling.FAILS, 2, 3}, outputs));
        network.predict(new float[] {4, 5, 6}, outputs);
        assertThat(outputs).containsExactly(8, 10, 12);
        assertThat(network.passes).hasSize(2);
    }

    @Test
    void aPassThatFailedHasNothingToGoBackFrom() {
        Pass pass = network.newPass(1);
        pass.forward(new float[] {1, 2, 3}, 1);
        assertThatIllegalStateException().isThrownBy(() -> pass.forward(new float[] {Doubling.FAILS, 2, 3}, 1));
        assertThatIllegalStateException()
                .isThrownBy(() -> pass.backward(new float[SIZE]))
                .withMessageStartingWith("No forward pass has been made");
    }
}

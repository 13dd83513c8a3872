package dev.netwright.runtime;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class ModelResourceTest {
    @Test
    void aMissingResourceIsReportedWithWhatWritesItAgain() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ModelResource.of("PolicyNetwork.safetensors", "", null))
                .withMessageStartingWith(
                        "The resource PolicyNetwork.safetensors is not beside the class that was generated with it.")
                .withMessageEndingWith(
                        "Where it was deleted, a clean build writes it again with its class, such as mvn clean package.");
    }
}

package dev.netwright.runtime.training;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names are compared without signs, unless these are all that tells them apart. */
class NameOrderTest {
    private static final List<String> SIGNS = List.of("-1", "1");

    @Test
    void signsTellNamesApartThatAreAlikeElse() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(List.of("1", "-1"), SIGNS))
                .withMessage(
                        "The data have the classes 1, -1, but Net has them as -1, 1, which is another order; cure.");
        assertThatIllegalArgumentException().isThrownBy(() -> check(List.of("A-", "A+"), List.of("A+", "A-")));
        assertThatCode(() -> check(SIGNS, SIGNS)).doesNotThrowAnyException();
    }

    @Test
    void otherSignsAreNoOtherNames() {
        assertThatCode(() -> check(List.of("petal_length", "petal width"), List.of("petalLength", "petalWidth")))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> check(List.of("petal width", "petal_length"), List.of("petalLength", "petalWidth")));
    }

    private static void check(List<String> found, List<String> wanted) {
        NameOrder.check("The data", "classes", found, "Net", wanted, "cure");
    }
}

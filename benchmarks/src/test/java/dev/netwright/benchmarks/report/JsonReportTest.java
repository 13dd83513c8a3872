package dev.netwright.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;

class JsonReportTest {
    private final JsonObject document =
            JsonParser.parseString(JsonReport.of(SampleSitting.create())).getAsJsonObject();

    @Test
    void hasEveryTiming() {
        JsonObject work = document.getAsJsonArray("works").get(0).getAsJsonObject();
        JsonObject torch = work.getAsJsonArray("timings").get(1).getAsJsonObject();

        assertThat(work.get("work").getAsString()).isEqualTo("one-sample/4-16-3");
        assertThat(torch.get("contender").getAsString()).isEqualTo("libtorch (DJL)");
        assertThat(torch.get("nanoseconds").getAsDouble()).isEqualTo(5000);
        assertThat(torch.get("overNetwright").getAsDouble()).isEqualTo(100);
    }

    @Test
    void writesNullForWhatIsUnknown() {
        JsonObject work = document.getAsJsonArray("works").get(0).getAsJsonObject();
        JsonObject smile = work.getAsJsonArray("timings").get(2).getAsJsonObject();

        assertThat(smile.get("nanoseconds").isJsonNull()).isTrue();
        assertThat(smile.get("reason").getAsString()).isEqualTo("fell asleep");
        assertThat(document.getAsJsonObject("limits").get("peakGflopsFromC").isJsonNull())
                .isTrue();
    }

    @Test
    void hasVerdicts() {
        JsonObject work = document.getAsJsonArray("works").get(1).getAsJsonObject();
        JsonObject target = work.getAsJsonArray("targets").get(0).getAsJsonObject();

        assertThat(target.get("target").getAsString()).isEqualTo("75 % of the peak");
        assertThat(target.get("verdict").getAsString()).isEqualTo("MET");
    }

    @Test
    void saysHowMuchOfANetworkIsTheProcessorsOwn() {
        JsonObject processing = document.getAsJsonArray("processing").get(0).getAsJsonObject();

        assertThat(processing.get("millisWithClassesWritten").getAsDouble()).isEqualTo(340);
        assertThat(processing.get("millisPerNetwork").getAsDouble()).isEqualTo(2.5);
        assertThat(processing.get("ownMillisPerNetwork").getAsDouble()).isEqualTo(0.6);
    }
}

package dev.netwright.benchmarks.report;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.netwright.benchmarks.jmh.Timing;
import java.util.Map;

/** Writes a sitting as JSON, for programs. What was not measured is {@code null}. */
public final class JsonReport {
    private JsonReport() {}

    /** The whole document. */
    public static String of(Sitting sitting) {
        JsonObject document = new JsonObject();
        document.add("machine", strings(sitting.machine()));
        sitting.limits().ifPresent(limits -> {
            JsonObject object = new JsonObject();
            number(object, "peakGflops", limits.peakGflops());
            number(object, "peakGflopsFromC", limits.cPeakGflops());
            JsonObject bandwidths = new JsonObject();
            limits.bandwidths().forEach((size, rate) -> number(bandwidths, size, rate));
            object.add("readGigabytesPerSecond", bandwidths);
            document.add("limits", object);
        });
        JsonArray works = new JsonArray();
        sitting.rows().forEach(row -> works.add(row(row, sitting.targets())));
        document.add("works", works);
        JsonArray starts = new JsonArray();
        sitting.starts().forEach(start -> {
            JsonObject object = new JsonObject();
            object.addProperty("contender", start.contender());
            number(object, "millis", start.millis());
            object.addProperty("jarBytes", start.bytes());
            starts.add(object);
        });
        document.add("starts", starts);
        JsonArray processing = new JsonArray();
        sitting.processing().forEach(time -> {
            JsonObject object = new JsonObject();
            object.addProperty("compiled", time.title());
            number(object, "millis", time.millis());
            number(object, "millisWithClassesWritten", time.millisClasses());
            number(object, "millisWithoutProcessor", time.millisWithout());
            number(object, "millisPerNetwork", time.millisPerNetwork());
            number(object, "ownMillisPerNetwork", time.ownMillisPerNetwork());
            processing.add(object);
        });
        document.add("processing", processing);
        document.add("absent", strings(sitting.absent()));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .serializeNulls()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(document)
                + "\n";
    }

    private static JsonObject row(Row row, Targets targets) {
        JsonObject object = new JsonObject();
        object.addProperty("work", row.work().id());
        number(object, "flops", row.work().flops());
        JsonArray timings = new JsonArray();
        row.timings().forEach(timing -> timings.add(timing(row, timing)));
        object.add("timings", timings);
        JsonArray judgements = new JsonArray();
        for (Judgement judgement : targets.of(row)) {
            JsonObject entry = new JsonObject();
            entry.addProperty("target", judgement.target());
            entry.addProperty("reached", judgement.found());
            entry.addProperty("verdict", judgement.verdict().name());
            judgements.add(entry);
        }
        object.add("targets", judgements);
        return object;
    }

    private static JsonObject timing(Row row, Timing timing) {
        JsonObject object = new JsonObject();
        object.addProperty("contender", timing.contender());
        number(object, "nanoseconds", timing.nanoseconds());
        number(object, "error", timing.error());
        number(object, "bytes", timing.bytes());
        number(object, "overNetwright", timing.nanoseconds() / row.netwright().orElse(Double.NaN));
        timing.reason().ifPresent(reason -> object.addProperty("reason", reason));
        return object;
    }

    private static void number(JsonObject object, String name, double value) {
        if (Double.isFinite(value)) {
            object.addProperty(name, value);
        } else {
            object.add(name, JsonNull.INSTANCE);
        }
    }

    private static JsonObject strings(Map<String, String> map) {
        JsonObject object = new JsonObject();
        map.forEach(object::addProperty);
        return object;
    }
}

package dev.netwright.verification.bits;

import dev.netwright.verification.process.Jdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The JVMs in which all bits must be the same. */
final class Jvms {
    private static final boolean IS_X86 =
            List.of("amd64", "x86_64").contains(System.getProperty("os.arch").toLowerCase(Locale.ROOT));

    private Jvms() {}

    /** A handful that differ as much as they can, for every build. */
    static List<Jvm> few() {
        List<Jvm> jvms = new ArrayList<>();
        for (Jdk jdk : Jdk.found()) {
            jvms.add(Jvm.of(jdk));
            jvms.add(Jvm.of(jdk).withVectorModule());
        }
        Jdk current = Jdk.current();
        jvms.add(Jvm.of(current, "-XX:MaxVectorSize=16").withVectorModule());
        jvms.add(Jvm.of(current, "-XX:TieredStopAtLevel=1"));
        jvms.add(Jvm.slow(current, "-Xint"));
        return jvms;
    }

    /** Every combination that could matter; minutes. */
    static List<Jvm> all() {
        List<Jvm> jvms = new ArrayList<>();
        for (Jdk jdk : Jdk.found()) {
            for (Jvm jvm : ofOneJdk(jdk)) {
                jvms.add(jvm);
                jvms.add(jvm.withVectorModule());
            }
            jvms.add(Jvm.of(jdk, "-Dnetwright.kernels=plain").withVectorModule());
            jvms.add(Jvm.of(jdk, "-Dnetwright.kernels=simd").withVectorModule());
        }
        return jvms;
    }

    private static List<Jvm> ofOneJdk(Jdk jdk) {
        List<Jvm> jvms = new ArrayList<>(List.of(
                Jvm.of(jdk),
                Jvm.of(jdk, "-XX:-TieredCompilation"),
                Jvm.of(jdk, "-XX:-UseSuperWord"),
                Jvm.of(jdk, "-XX:TieredStopAtLevel=1"),
                Jvm.slow(jdk, "-Xint")));
        for (int bytes : new int[] {8, 16, 32, 64}) {
            jvms.add(Jvm.of(jdk, "-XX:MaxVectorSize=" + bytes));
        }
        if (IS_X86) {
            for (int level : new int[] {1, 2, 3}) {
                jvms.add(Jvm.of(jdk, "-XX:UseAVX=" + level));
            }
            jvms.add(Jvm.slow(jdk, "-XX:UseAVX=0"));
            jvms.add(Jvm.slow(jdk, "-XX:-UseFMA"));
        }
        return jvms;
    }
}

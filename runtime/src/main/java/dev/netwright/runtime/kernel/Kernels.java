package dev.netwright.runtime.kernel; /** x */ public final class Kernels {}

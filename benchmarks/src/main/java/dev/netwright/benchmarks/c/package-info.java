/** Programs in C, compiled when they are needed, where there is a compiler. */
package dev.netwright.benchmarks.c;

/** How tests compile sources with the processor, under javac and under Eclipse's compiler. */
package dev.netwright.processor.testing;

/** Handwritten digits: MNIST's images, or images that the example draws itself. */
package dev.netwright.examples.digits;

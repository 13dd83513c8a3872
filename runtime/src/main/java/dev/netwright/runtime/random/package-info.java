/** Random numbers whose algorithm is fixed here, so that a seed gives the same values on every Java version. */
package dev.netwright.runtime.random;

/** How tests compile and call what was exported. */
package dev.netwright.export.testing;

/** A trained network as one Java file. */
package dev.netwright.export;

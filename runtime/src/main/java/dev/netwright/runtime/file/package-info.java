/** Files of tensors that other programs read and write too, written so that no failure loses what was there. */
package dev.netwright.runtime.file;

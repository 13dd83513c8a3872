/** Training progress on a terminal, or in a log where there is none. */
package dev.netwright.console;

/** What can be wrong with a declaration, and how it is said: the catalogue, findings, and where they are printed. */
package dev.netwright.processor.diagnostic;

/** What dropout drops, for the reference to be told: a choice that the runtime makes, and no mathematics. */
package dev.netwright.testing.dropout;

/** What a developer writes to declare a network, and the table of activations and initializers that everything else reads. */
package dev.netwright.annotations;

/** Networks that are no sequence, as their users call them. */
package dev.netwright.verification.graph;

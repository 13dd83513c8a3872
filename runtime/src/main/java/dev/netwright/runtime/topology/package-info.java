/** What a network is made of: its inputs, its layers with what each reads, and its output heads. */
package dev.netwright.runtime.topology;

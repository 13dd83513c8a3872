/** A robot that finds the exit of a floor: an actor and a critic in one network with two outputs. */
package dev.netwright.examples.actorcritic;

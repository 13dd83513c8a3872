/** A pole on a cart, balanced by a network that learns from trying: policy gradient with the lower-level API. */
package dev.netwright.examples.cartpole;

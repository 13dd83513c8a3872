/** Proof of the whole path. Tests only. */
package dev.netwright.verification;

/** What is said of exported classes. */
package dev.netwright.verification.export;

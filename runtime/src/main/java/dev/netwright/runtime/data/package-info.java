/** What networks learn from: features and targets, from arrays and files. */
package dev.netwright.runtime.data;

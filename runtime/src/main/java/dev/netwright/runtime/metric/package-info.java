/** What people read beside the loss: accuracy and its relatives. */
package dev.netwright.runtime.metric;

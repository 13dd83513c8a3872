/** Records as samples and enums as labels, through generated classes. */
package dev.netwright.verification.record;

/** Generated code with a fault in it, which a user's gradient check must find. */
package dev.netwright.verification.faults;

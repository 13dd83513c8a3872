/** How the verification runs programs as a user would: commands, the JDKs of this machine, and the built jars. */
package dev.netwright.verification.process;

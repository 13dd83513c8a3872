/** Builds as users make them: with Maven, javac and ecj, on the class path and the module path. */
package dev.netwright.verification.users;

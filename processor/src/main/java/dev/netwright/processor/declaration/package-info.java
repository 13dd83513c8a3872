/** What the user wrote, as records with the place of every value, and the checks that it must pass. */
package dev.netwright.processor.declaration;

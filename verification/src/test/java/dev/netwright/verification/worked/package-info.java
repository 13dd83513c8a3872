/** The worked example of the documentation: published numbers, and a page whose every number is computed again. */
package dev.netwright.verification.worked;

/** The annotation processor: declaration, model, plan and source, one stage after another. */
package dev.netwright.processor;

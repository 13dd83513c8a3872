/** A network that is valid by construction, in plain records. */
package dev.netwright.processor.model;

/** Every decision about the generated class that its source then only spells out. Plain Java; prints itself as a table. */
package dev.netwright.processor.plan;

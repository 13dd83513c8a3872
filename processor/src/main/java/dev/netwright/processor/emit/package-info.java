/** A plan as Java source. The only package that knows JavaPoet. */
package dev.netwright.processor.emit;

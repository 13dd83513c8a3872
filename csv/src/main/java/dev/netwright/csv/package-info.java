/** Data sets from CSV files. */
package dev.netwright.csv;

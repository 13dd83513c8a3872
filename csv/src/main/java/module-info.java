/** Data sets from CSV files. */
module dev.netwright.csv {
    requires transitive dev.netwright.runtime;
    requires de.siegmar.fastcsv;

    exports dev.netwright.csv;
}

/** Checks for tests of networks. The reference behind them is not exported: it may change whenever networks learn something new. */
module dev.netwright.testing {
    requires transitive dev.netwright.runtime;

    exports dev.netwright.testing;
}

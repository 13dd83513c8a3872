/** What generated networks and their users call. Needs nothing but the vocabulary of {@code dev.netwright.annotations}. */
module dev.netwright.runtime {
    requires transitive dev.netwright.annotations;

    exports dev.netwright.runtime;
    exports dev.netwright.runtime.kernel;
}

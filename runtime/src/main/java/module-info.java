/** What generated networks and their users call. Needs nothing but the vocabulary of {@code dev.netwright.annotations}. */
module dev.netwright.runtime {
    requires transitive dev.netwright.annotations;

    exports dev.netwright.runtime;
    exports dev.netwright.runtime.data;
    exports dev.netwright.runtime.file;
    exports dev.netwright.runtime.kernel;
    exports dev.netwright.runtime.loss;
    exports dev.netwright.runtime.metric;
    exports dev.netwright.runtime.optimizer;
    exports dev.netwright.runtime.schedule;
    exports dev.netwright.runtime.topology;
    exports dev.netwright.runtime.training;
}

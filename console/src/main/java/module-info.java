/** Training progress on a terminal, or in a log where there is none. */
module dev.netwright.console {
    requires transitive dev.netwright.runtime;
    requires me.tongfei.progressbar;

    exports dev.netwright.console;
}

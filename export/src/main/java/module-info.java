/** A trained network as one Java file. */
module dev.netwright.export {
    requires transitive dev.netwright.runtime;
    requires java.compiler;

    exports dev.netwright.export;
}

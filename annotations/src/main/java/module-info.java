/** The vocabulary of a network declaration: {@code @Input}, {@code @Layer} and their enums. No dependencies. */
module dev.netwright.annotations {
    exports dev.netwright.annotations;
}

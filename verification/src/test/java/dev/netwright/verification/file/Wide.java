package dev.netwright.verification.file;

import dev.netwright.annotations.Input;
import dev.netwright.annotations.Layer;
import dev.netwright.runtime.Network;

/** With enough parameters that writing them takes a while: 1.2 MB. */
@Input(300)
@Layer(size = 1000)
public interface Wide extends Network {}
